import ContentLoading
import Diagnostics
import Exercises

/// A programme holds only techniques that readers can do alone, and no exercise leads to another kind of technique as its easier, harder
/// or related form. Readers follow such links to do something. A technique for another person or a professional to carry out, or one that
/// the library advises against, may be named in the text, where the text can warn of it.
///
/// ```bad
/// harder: [front-hug-adjustment]
/// ```
/// ```good
/// harder: [seated-spinal-twist]
/// ```
enum ForbiddenTechnique: PageRule {
    static let id = "forbidden-technique"
    static let group = RuleGroup.safety
    static let severity = Diagnostic.Severity.error
    static let least = RuleLevel.error

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        for (index, entry) in (page.programme?.entries ?? []).enumerated() {
            guard let exercise = page.library.exercise(entry.exercise), !exercise.mayBeHandedOut else { continue }
            report.found(
                "`\(exercise.slug)` may not be in a programme: \(reason(exercise))", field: "exercises.\(index).exercise",
                fix: Fix("remove it; a link from the text to its page may stay"))
        }
        guard let exercise = page.taughtExercise else { return }
        let links = [
            ("easier", "an easier", exercise.easier), ("harder", "a harder", exercise.harder), ("related", "a related", exercise.related),
        ]
        for (key, words, slugs) in links {
            for (index, slug) in slugs.enumerated() {
                guard let target = page.library.exercise(slug), !target.mayBeHandedOut else { continue }
                report.found(
                    "`\(slug)` may not be offered as \(words) exercise: \(reason(target))", field: "\(key).\(index)", fix: Fix("remove it"))
            }
        }
    }

    private static func reason(_ exercise: Exercise) -> String {
        if exercise.performedBy == .professional { return "only a professional may carry it out" }
        if exercise.performedBy == .partner { return "another person would carry it out" }
        if exercise.advice == .notRecommended { return "the library advises against it" }
        return "it is explained, not taught"
    }
}
