import Diagnostics
import Exercises

/// Every exercise says who should not do it: almost none is for everybody.
enum NoContraindication: ContentRule {
    static let id = "no-contraindication"

    static func findings(in content: RuleInput) -> [Diagnostic] {
        content.library.exercises.filter { $0.mayBeHandedOut && $0.avoidIf.isEmpty }.map { exercise in
            content.finding(
                id, .warning, "the exercise does not say who should not do it", page: exercise.slug,
                fix: Fix("add reasons under `avoidIf:`"))
        }
    }
}
