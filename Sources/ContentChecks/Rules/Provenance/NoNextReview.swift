import Diagnostics
import Exercises

/// A page that was reviewed says when it must be reviewed again: advice grows old.
///
/// ```bad
/// review: {author: Back clinic team, reviewedBy: Ada Example, reviewed: 2026-11-21}
/// ```
/// ```good
/// review: {author: Back clinic team, reviewedBy: Ada Example, reviewed: 2026-11-21, next: 2027-11-21}
/// ```
enum NoNextReview: PageRule {
    static let id = "no-next-review"
    static let group = RuleGroup.provenance
    static let severity = Diagnostic.Severity.warning
    static let isRequiredToPublish = true

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard page.review.isReviewed, page.review.next == nil else { return }
        report.found("the page does not say when its next review is due", field: "review", fix: Fix("add `next:` with a day"))
    }
}
