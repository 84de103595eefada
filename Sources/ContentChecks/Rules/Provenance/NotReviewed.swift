import Diagnostics
import Exercises

/// A clinician has reviewed every page and is named with the day. Until then each page says that nobody has, and `--strict` refuses the
/// library. Never write a name for a review that did not happen.
///
/// ```bad
/// review: {author: Back clinic team}
/// ```
/// ```good
/// review: {author: Back clinic team, reviewedBy: "Ada Example, physiotherapist", reviewed: 2026-11-21, next: 2027-11-21}
/// ```
enum NotReviewed: PageRule {
    static let id = "not-reviewed"
    static let group = RuleGroup.provenance
    static let severity = Diagnostic.Severity.warning
    static let isRequiredToPublish = true

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard !page.review.isReviewed else { return }
        report.found(
            "no clinician has reviewed this page", field: "review",
            fix: Fix("have it reviewed, then write `reviewedBy`, `reviewed` and `next`"))
    }
}
