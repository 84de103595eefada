import Diagnostics
import Exercises

/// Every exercise says who should not do it: almost none is for everybody.
///
/// ```bad
/// avoidIf: []
/// ```
/// ```good
/// avoidIf:
///   - you have hurt your back recently
/// ```
enum NoContraindication: PageRule {
    static let id = "no-contraindication"
    static let group = RuleGroup.safety
    static let severity = Diagnostic.Severity.warning

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard let exercise = page.taughtExercise, exercise.avoidIf.isEmpty else { return }
        report.found("the exercise does not say who should not do it", field: "avoidIf", fix: Fix("add reasons under `avoidIf:`"))
    }
}
