import Diagnostics
import Exercises

/// Every exercise names at least one source, so that readers can tell where its facts come from.
enum NoSource: ContentRule {
    static let id = "no-source"

    static func findings(in content: RuleInput) -> [Diagnostic] {
        content.library.exercises.filter(\.sources.isEmpty).map { exercise in
            content.finding(id, .warning, "the exercise names no source", page: exercise.slug, fix: Fix("add it under `sources:`"))
        }
    }
}
