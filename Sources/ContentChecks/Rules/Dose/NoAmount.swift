import Diagnostics
import Exercises

/// A dose says how long or how often. Without any figure readers cannot know when they are done.
///
/// ```bad
/// dose: {sides: none}
/// ```
/// ```good
/// dose: {hold: a few seconds, sides: none}
/// ```
enum NoAmount: PageRule {
    static let id = "no-amount"
    static let group = RuleGroup.dose
    static let severity = Diagnostic.Severity.warning

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard let dose = page.taughtExercise?.dose, dose.statedFields.isEmpty else { return }
        report.found(
            "the dose says neither how long nor how often", field: "dose",
            fix: Fix("add a figure that a source states, if only `a few seconds`"))
    }
}
