import Diagnostics
import Exercises

/// Every figure of a recommended dose says whose it is, in `dose: from:`.
enum DoseWithoutOrigin: ContentRule {
    static let id = "dose-without-origin"

    static func findings(in content: RuleInput) -> [Diagnostic] {
        content.library.exercises.flatMap { exercise in
            (exercise.dose?.statedFields ?? []).filter { exercise.doseOrigins[$0] == nil }.map { field in
                content.finding(
                    id, .warning, "`\(field.name)` does not say whose figure it is", page: exercise.slug, field: "dose.\(field.name)",
                    fix: Fix("name the source under `dose: from:`"))
            }
        }
    }
}
