import Diagnostics
import Exercises

/// A summary is one or two short sentences: it stands on cards, in search results and in messages.
///
/// ```bad
/// summary: A long account of what the exercise is, where it comes from, who should do it and who should not, how it feels, and why it is better than others that people may know.
/// ```
/// ```good
/// summary: On your back with bent knees, lift your hips into a straight line.
/// ```
enum LongSummary: PageRule {
    static let id = "long-summary"
    static let group = RuleGroup.structure
    static let severity = Diagnostic.Severity.warning
    static let limits = [RuleLimit("characters", 120, "the most characters of a summary")]

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard page.summary.count > report.limit("characters") else { return }
        report.found(
            "the summary has \(page.summary.count) characters; \(report.limit("characters")) fit on a card", field: "summary",
            fix: Fix("shorten it"))
    }
}
