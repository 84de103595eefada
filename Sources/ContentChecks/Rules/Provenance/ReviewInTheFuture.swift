import Diagnostics
import Exercises

/// A review or a change cannot lie in the future: such a day is a slip of the pen, or a promise that readers take for a fact.
///
/// ```bad
/// review: {author: Back clinic team, changed: 2062-11-21}
/// ```
/// ```good
/// review: {author: Back clinic team, changed: 2026-11-21}
/// ```
enum ReviewInTheFuture: PageRule {
    static let id = "review-in-the-future"
    static let group = RuleGroup.provenance
    static let severity = Diagnostic.Severity.error

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard let today = page.today else { return }
        for (key, day) in [("reviewed", page.review.reviewed), ("changed", page.review.changed)] {
            guard let day, day > today else { continue }
            report.found(
                "`\(key)` says \(day), which has not come yet", field: "review.\(key)", fix: Fix("write the day on which it happened"))
        }
    }
}
