import ContentLoading
import Diagnostics
import Exercises
import Foundation
import PageRendering
import QualitySheets
import SiteBuilding

/// Sheets as pages that need nothing but themselves: their style stands in them.
struct QualityPages {
    struct Problems: Error {
        let diagnostics: [Diagnostic]
    }

    private static let folder = "Templates/Quality"
    private let phrasebook: Phrasebook
    private let templates: TemplateLibrary
    private let style: HTML
    private let language: String
    private let siteTitle: String

    /// Reads and checks the templates, the words and the style of the pages.
    init(_ inputs: SiteInputs) throws(Problems) {
        phrasebook = inputs.phrasebook
        let site = inputs.content.library?.site
        siteTitle = site?.title ?? ""
        language = site?.language ?? "en"
        var problems = PhrasebookLoading(root: inputs.root).diagnostics(for: QualityPhrase.self, in: inputs.phrasebook, language: language)
        func read(_ names: [String]) -> [SourceFile] {
            names.compactMap { name in
                switch FileReading(root: inputs.root).read(name) {
                case .success(let file): return file
                case .failure(let problem):
                    problems.append(problem)
                    return nil
                }
            }
        }
        let files = read(["sheet", "index"].map { "\(Self.folder)/\($0).mustache" })
        let styles = read(["Templates/Assets/Styles/tokens.css", "\(Self.folder)/quality.css"])
        let theme = site?.theme ?? Theme()
        let fonts =
            theme.font == .inter ? read(["Templates/Assets/Styles/fonts.css"]).map { Self.withFonts($0.text, root: inputs.root) } : []
        guard problems.isEmpty else { throw Problems(diagnostics: problems) }
        let rules = fonts + [ThemeStyleSheet(theme).text] + styles.map(\.text)
        style = HTML(markup: "<style>\n\(rules.joined(separator: "\n"))</style>")
        do throws(TemplateLibrary.Problems) {
            templates = try TemplateLibrary(
                files, pages: ["sheet": QualitySheetPage.shape, "index": QualityIndexPage.shape], phrasebook: inputs.phrasebook)
        } catch {
            throw Problems(diagnostics: error.diagnostics)
        }
    }

    /// The style sheet with the fonts that it names in it; one that is not there is left to the reader's computer.
    private static func withFonts(_ text: String, root: String) -> String {
        text.replacing(/url\("\.\.\/(Fonts\/[A-Za-z-]+\.woff2)"\)/) { match in
            let bytes = try? Data(contentsOf: URL(fileURLWithPath: "\(root)/Templates/Assets/\(match.1)"))
            return "url(data:font/woff2;base64,\(bytes?.base64EncodedString() ?? ""))"
        }
    }

    /// A page for each sheet, named by its slug, and one that leads to all of them.
    func files(for sheets: [QualitySheet]) -> [(name: String, text: String)] {
        let index = QualityIndexPage(
            language: language, siteTitle: siteTitle, style: style, notice: phrasebook[QualityPhrase.notice],
            outcomes: QualityOutcome.allCases.map { phrasebook[QualityPhrase($0)] },
            rows: sheets.map { sheet in
                QualityIndexPage.Row(
                    title: sheet.title, url: "\(sheet.slug).html", counts: QualityOutcome.allCases.map { "\(sheet.count($0))" })
            })
        return sheets.map { ("\($0.slug).html", page($0, linksToOthers: true)) }
            + [("index.html", templates.page("index", index, phrasebook))]
    }

    /// The page of a sheet; one that stands alone leads to no others.
    func page(_ sheet: QualitySheet, linksToOthers: Bool) -> String {
        let context = QualitySheetPage(
            language: language, title: phrasebook.say(QualityPhrase.sheetTitle, ["title": sheet.title]), handout: sheet.title,
            indexURL: linksToOthers ? "index.html" : nil, siteTitle: siteTitle, style: style, notice: phrasebook[QualityPhrase.notice],
            review: phrasebook.review(of: sheet),
            counts: QualityOutcome.allCases.map { outcome in
                QualitySheetPage.Count(
                    number: "\(sheet.count(outcome))", name: phrasebook[QualityPhrase(outcome)],
                    look: sheet.count(outcome) == 0 ? "none" : outcome.rawValue)
            },
            groups: QualityGroup.allCases.map { group in
                QualitySheetPage.Group(
                    title: phrasebook[QualityPhrase(group)], isPEMAT: group.isPEMAT, items: sheet.items(of: group).map(item))
            })
        return templates.page("sheet", context, phrasebook)
    }

    private func item(_ item: QualityItem) -> QualitySheetPage.Item {
        QualitySheetPage.Item(
            id: item.id, rule: item.rule, outcome: item.outcome.rawValue, outcomeName: phrasebook[QualityPhrase(item.outcome)],
            evidence: item.evidence, task: item.task)
    }
}
