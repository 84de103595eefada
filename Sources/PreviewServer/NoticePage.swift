/// A page that the server writes itself, where the site has none to show.
struct NoticePage: Hashable, Sendable {
    let heading: String
    let text: String
    /// The diagnostics of a failed build, shown as on the terminal.
    var problems: String?
    /// The version of the site, which makes the page recover by itself; nil where it need not.
    var version: String?

    static func building(version: String) -> NoticePage {
        NoticePage(heading: "Building the site", text: "This page opens by itself when the first build is done.", version: version)
    }

    static func failed(_ problems: String, version: String) -> NoticePage {
        NoticePage(
            heading: "The site could not be built", text: "This page opens by itself when the problems are mended.",
            problems: problems, version: version)
    }

    static func notFound(version: String) -> NoticePage {
        NoticePage(heading: "Page not found", text: "The site has no page at this address.", version: version)
    }

    var html: String {
        let details = problems.map { "\n<pre tabindex=\"0\">\($0.escapedForHTML)</pre>" } ?? ""
        // The script writes later problems into this element instead of laying its own over the page.
        let attributes = problems == nil ? "" : " id=\"limber-problems\" role=\"alert\""
        let script = version.map { "\n\(ScriptTag.markup(version: $0))" } ?? ""
        return """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(heading.escapedForHTML)</title>
            <link rel="stylesheet" href="\(OwnPath.stylesheet)">
            </head>
            <body>
            <main class="limber-notice"\(attributes)>
            <h1>\(heading.escapedForHTML)</h1>
            <p>\(text.escapedForHTML)</p>\(details)
            </main>\(script)
            </body>
            </html>

            """
    }
}
