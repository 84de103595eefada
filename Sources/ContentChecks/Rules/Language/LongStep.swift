import Diagnostics
import Exercises

/// A step has few words, so that it can be read at a glance and remembered while moving.
///
/// ```bad
/// 2. Lift your hips slowly toward the ceiling, keeping your arms beside you and your feet flat, until your body is in one straight line.
/// ```
/// ```good
/// 2. Lift your hips slowly toward the ceiling.
/// 3. Stop when your body is in one straight line.
/// ```
enum LongStep: PageRule {
    static let id = "long-step"
    static let group = RuleGroup.language
    static let severity = Diagnostic.Severity.warning
    static let limits = [RuleLimit("words", 20, "the most words of a step")]

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        for step in page.steps {
            let count = step.passages.reduce(0) { $0 + $1.words.count }
            guard count > report.limit("words") else { continue }
            report.found(
                "the step has \(count) words; \(report.limit("words")) are enough", at: step.instruction?.range ?? step.range,
                fix: Fix("split it, or move what is not an action to another section"))
        }
    }
}
