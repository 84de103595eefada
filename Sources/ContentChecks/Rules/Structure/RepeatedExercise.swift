import Diagnostics
import Exercises

/// A programme names each exercise once. How often it is done, its dose says.
///
/// ```bad
/// exercises: [bridge, cat-camel, bridge]
/// ```
/// ```good
/// exercises:
///   - exercise: bridge
///     dose: {repetitions: 2}
///   - cat-camel
/// ```
enum RepeatedExercise: PageRule {
    static let id = "repeated-exercise"
    static let group = RuleGroup.structure
    static let severity = Diagnostic.Severity.warning

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        var seen: Set<Slug> = []
        for (index, entry) in (page.programme?.entries ?? []).enumerated() where !seen.insert(entry.exercise).inserted {
            report.found(
                "`\(entry.exercise)` stands in the programme already", field: "exercises.\(index).exercise",
                fix: Fix("remove it, or raise `repetitions` or `sets`"))
        }
    }
}
