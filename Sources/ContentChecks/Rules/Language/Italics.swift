import ContentLoading
import Diagnostics
import Exercises

/// Nothing is set in italics, which people with low vision or dyslexia read badly, on paper above all. Bold is for what matters.
///
/// ```bad
/// *Never* do this alone.
/// ```
/// ```good
/// **Never** do this alone.
/// ```
enum Italics: PageRule {
    static let id = "italics"
    static let group = RuleGroup.language
    static let severity = Diagnostic.Severity.warning
    static let readsEnglish = false

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        for passage in page.passages {
            for mark in passage.marks where mark.kind == .emphasis && !mark.bytes.isEmpty {
                let inner = passage.exactSource(mark.bytes)
                let outer = inner.map { SourceRange($0.lowerBound - 1, $0.upperBound + 1) }
                let around = outer.map { page.origin.file.text(in: SourceRange($0.lowerBound - 1, $0.upperBound + 1)) }
                let text = passage.string(mark.bytes)
                // Only where one mark stands on each side, and no further one beside it.
                let isSimple = around.map { text in
                    let ends = [text.prefix(2), text.suffix(2)].map { $0.filter { $0 == "*" || $0 == "_" }.count }
                    return ends == [1, 1]
                }
                report.found(
                    "“\(text)” is in italics", at: passage.source(mark.bytes),
                    fix: Fix("set it in bold, if it matters", edit: isSimple == true ? outer.map { Edit($0, "**\(text)**") } : nil))
            }
        }
    }
}
