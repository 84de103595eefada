import Diagnostics
import Exercises

/// The text of a link says where it leads. People who use a screen reader hear the links of a page one after the other, and on paper only
/// the text is left.
///
/// ```bad
/// When to stop? Read [here](guidance:when-to-stop).
/// ```
/// ```good
/// Read [when to stop](guidance:when-to-stop).
/// ```
enum UnclearLink: PageRule {
    static let id = "unclear-link"
    static let group = RuleGroup.language
    static let severity = Diagnostic.Severity.warning

    private static let vague: Set = [
        "here", "click here", "this", "this page", "page", "link", "this link", "more", "read more", "learn more", "see more", "there",
        "details", "see here", "read here", "article",
    ]

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        for passage in page.passages {
            for mark in passage.marks {
                guard case .link = mark.kind else { continue }
                let text = passage.string(mark.bytes).lowercased()
                guard vague.contains(text) || text.hasPrefix("http://") || text.hasPrefix("https://") || text.hasPrefix("www.") else {
                    continue
                }
                report.found(
                    "the link “\(passage.string(mark.bytes))” does not say where it leads", at: passage.source(mark.bytes),
                    fix: Fix("name the page that it leads to"))
            }
        }
    }
}
