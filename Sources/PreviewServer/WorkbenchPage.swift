/// The server's own page that shows a page of the site beside its sheets of paper. Which page, `workbench.js` reads from the address;
/// nothing of a request goes into this text.
struct WorkbenchPage: Hashable, Sendable {
    let options: [PrintOption]

    /// The widths of the web page; `workbench.js` knows how many pixels each is.
    private static let frame = PrintOption(
        "frame", label: "Width of the web page",
        choices: [
            .init("fit", label: "Fit"), .init("phone", label: "Phone"), .init("tablet", label: "Tablet"),
            .init("desktop", label: "Desktop"),
        ])

    var html: String {
        """
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>Limber workbench</title>
        <link rel="stylesheet" href="\(OwnPath.workbenchStylesheet)">
        <script src="\(OwnPath.workbenchScript)" defer></script>
        </head>
        <body>
        <h1 class="hidden-text">The web page and its handout</h1>
        <noscript><p class="message">The workbench needs JavaScript. The site itself does not: open a page of it alone.</p></noscript>
        <main id="panes">
        <section class="pane" id="page-pane" aria-labelledby="page-heading">
        <div class="bar">
        <h2 id="page-heading">Web page</h2>
        <span class="fact" id="frame-size"></span>
        <button id="findings-button" type="button" aria-expanded="false" aria-controls="findings" hidden></button>
        <a id="page-link" href="/" target="_blank" rel="noopener">Open alone</a>
        <form class="switches" id="page-switches">\(switches(Self.frame))</form>
        </div>
        <div class="stage" id="page-stage"><div id="frame-box"><iframe id="page-frame" title="The web page"></iframe></div></div>
        <div id="findings" tabindex="0" role="group" aria-label="What the checks found in this page" hidden><ol></ol></div>
        </section>
        <div id="divider" role="separator" tabindex="0" aria-orientation="vertical" aria-controls="page-pane" \
        aria-label="Width of the left side" aria-valuemin="20" aria-valuemax="80" aria-valuenow="50"></div>
        <section class="pane" aria-labelledby="sheets-heading">
        <div class="bar">
        <h2 id="sheets-heading">On paper</h2>
        <span class="fact" id="sheets-status" role="status"></span>
        <a id="document-link" href="/" target="_blank" rel="noopener" hidden>Open the PDF</a>
        <a id="quality-link" href="/" target="_blank" rel="noopener" hidden>Quality sheet</a>
        <form class="switches" id="sheets-switches">\(options.map(switches).joined())</form>
        </div>
        <div class="stage" id="sheets-stage" tabindex="0" role="group" aria-label="Pages on paper">
        <div class="message problems" id="sheets-problems" role="alert" hidden><h3></h3><pre tabindex="0"></pre></div>
        <div class="message" id="sheets-warnings" hidden><h3>Warnings</h3><pre tabindex="0"></pre></div>
        <p class="message" id="sheets-reason" hidden></p>
        <ol id="sheets"></ol>
        </div>
        </section>
        </main>
        </body>
        </html>

        """
    }

    private func switches(_ option: PrintOption) -> String {
        let choices = option.choices.enumerated().map { index, choice in
            let checked = index == 0 ? " checked" : ""
            return "<label><input type=\"radio\" name=\"\(option.name.escapedForHTML)\" value=\"\(choice.value.escapedForHTML)\"\(checked)>"
                + "<span>\(choice.label.escapedForHTML)</span></label>"
        }
        return "<fieldset><legend class=\"hidden-text\">\(option.label.escapedForHTML)</legend>\(choices.joined())</fieldset>"
    }
}
