import Diagnostics
import Exercises

/// Each picture of a page has an alternative text of its own. Two pictures with the same words sound like one.
///
/// ```bad
/// ![On the back](figure:start)
/// ![On the back](figure:lifted)
/// ```
/// ```good
/// ![Lying on the back with both knees bent](figure:start)
/// ![The hips are lifted into a straight line](figure:lifted)
/// ```
enum AlternativeTextRepeated: PageRule {
    static let id = "alternative-text-repeated"
    static let group = RuleGroup.pictures
    static let severity = Diagnostic.Severity.warning

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        var seen: Set<String> = []
        for passage in page.alternativeTexts where !passage.words.isEmpty {
            guard !seen.insert(passage.words.map(\.lower).joined(separator: " ")).inserted else { continue }
            report.found(
                "an earlier picture has the same alternative text", at: passage.range, fix: Fix("say what is different in this one"))
        }
    }
}
