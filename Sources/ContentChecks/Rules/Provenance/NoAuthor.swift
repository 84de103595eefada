import Diagnostics
import Exercises

/// Every page names its author, so that readers know who stands for it and whom to ask.
///
/// ```bad
/// review: {changed: 2026-11-21}
/// ```
/// ```good
/// review: {author: Back clinic team, changed: 2026-11-21}
/// ```
enum NoAuthor: PageRule {
    static let id = "no-author"
    static let group = RuleGroup.provenance
    static let severity = Diagnostic.Severity.warning
    static let isRequiredToPublish = true

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard page.review.author == nil else { return }
        report.found("the page names no author", field: "review", fix: Fix("write `review: {author: …}`"))
    }
}
