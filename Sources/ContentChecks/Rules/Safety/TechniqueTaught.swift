import CommonMark
import ContentLoading
import Diagnostics
import Exercises

/// A page that explains a technique for another person or a professional, or one that is advised against, has no numbered list. Numbers
/// look like steps to follow, and somebody would follow them.
///
/// ```bad
/// 1. Put your arms around the other person.
/// 2. Squeeze.
/// ```
/// ```good
/// It looks like a hug. A person who faces you suddenly squeezes your back.
/// ```
enum TechniqueTaught: PageRule {
    static let id = "technique-taught"
    static let group = RuleGroup.safety
    static let severity = Diagnostic.Severity.error
    static let least = RuleLevel.error

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard let exercise = page.exercise, exercise.performedBy != .`self` || exercise.advice == .notRecommended else { return }
        for block in exercise.body.allBlocks {
            guard case .list(let list) = block.kind, list.isOrdered else { continue }
            report.found(
                "a numbered list looks like steps to follow, but this technique is only explained", at: block.range,
                fix: Fix("describe in sentences what it is, or use a bullet list"))
        }
    }
}
