import Diagnostics
import Exercises

/// A programme may hold only techniques that a reader can do alone: none for another person or a professional to carry out, none that is
/// advised against. An exercise may not name one as its easier or harder form either, since readers follow those links to do something.
enum ForbiddenTechnique: ContentRule {
    static let id = "forbidden-technique"

    static func findings(in content: RuleInput) -> [Diagnostic] {
        let programmes = content.library.programmes.flatMap { programme in
            programme.entries.enumerated().compactMap { index, entry -> Diagnostic? in
                guard let exercise = content.library.exercise(entry.exercise), !exercise.mayBeHandedOut else { return nil }
                return content.finding(
                    id, .error, "`\(exercise.slug)` may not be in a programme: \(reason(exercise))", page: programme.slug,
                    field: "exercises.\(index).exercise", fix: Fix("remove it; a link from the text to its page may stay"))
            }
        }
        let exercises = content.library.exercises.flatMap { exercise in
            [("easier", exercise.easier), ("harder", exercise.harder)].flatMap { key, slugs in
                slugs.enumerated().compactMap { index, slug -> Diagnostic? in
                    guard let target = content.library.exercise(slug), !target.mayBeHandedOut else { return nil }
                    return content.finding(
                        id, .error,
                        "`\(slug)` may not be offered as \(key == "easier" ? "an easier" : "a harder") exercise: \(reason(target))",
                        page: exercise.slug, field: "\(key).\(index)", fix: Fix("remove it"))
                }
            }
        }
        return programmes + exercises
    }

    private static func reason(_ exercise: Exercise) -> String {
        if exercise.performedBy == .professional { return "only a professional may carry it out" }
        if exercise.performedBy == .partner { return "another person would carry it out" }
        if exercise.advice == .notRecommended { return "the library advises against it" }
        return "it is explained, not taught"
    }
}
