import Diagnostics
import Exercises

/// A page that was changed after its review is reviewed again: the reviewer has not seen what readers see.
///
/// ```bad
/// review: {author: Back clinic team, reviewedBy: Ada Example, reviewed: 2026-03-01, changed: 2026-11-21, next: 2027-03-01}
/// ```
/// ```good
/// review: {author: Back clinic team, reviewedBy: Ada Example, reviewed: 2026-11-22, changed: 2026-11-21, next: 2027-11-22}
/// ```
enum ChangedAfterReview: PageRule {
    static let id = "changed-after-review"
    static let group = RuleGroup.provenance
    static let severity = Diagnostic.Severity.warning

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard page.review.isReviewed, let reviewed = page.review.reviewed, let changed = page.review.changed, changed > reviewed else {
            return
        }
        report.found(
            "the page was changed on \(changed), after its review on \(reviewed)", field: "review.changed",
            fix: Fix("have the change reviewed"))
    }
}
