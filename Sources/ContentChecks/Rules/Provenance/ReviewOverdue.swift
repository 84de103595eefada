import Diagnostics
import Exercises

/// A page whose next review lies in the past must be reviewed before it is published again.
///
/// ```bad
/// review: {author: Back clinic team, reviewedBy: Ada Example, reviewed: 2020-01-15, next: 2021-01-15}
/// ```
/// ```good
/// review: {author: Back clinic team, reviewedBy: Ada Example, reviewed: 2026-11-21, next: 2027-11-21}
/// ```
enum ReviewOverdue: PageRule {
    static let id = "review-overdue"
    static let group = RuleGroup.provenance
    static let severity = Diagnostic.Severity.error

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard let next = page.review.next, let today = page.today, next < today else { return }
        report.found(
            "the review of this page has been due since \(next)", field: "review.next",
            fix: Fix("have it reviewed, then write the new days of `reviewed` and `next`"))
    }
}
