import Diagnostics
import Exercises

/// An exercise that is offered as easier has no higher level, one that is offered as harder no lower level, and two exercises are not each
/// the harder form of the other.
///
/// ```bad
/// level: beginner
/// easier: [bed-edge-extension]        (which is advanced)
/// ```
/// ```good
/// level: advanced
/// easier: [standing-back-extension]
/// ```
enum EasierIsHarder: PageRule {
    static let id = "easier-is-harder"
    static let group = RuleGroup.structure
    static let severity = Diagnostic.Severity.warning

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard let exercise = page.exercise else { return }
        for (index, slug) in exercise.easier.enumerated() {
            guard let other = page.library.exercise(slug), rank(other) > rank(exercise) else { continue }
            report.found(
                "`\(slug)` is offered as easier, but it is \(other.level.rawValue) and this is \(exercise.level.rawValue)",
                field: "easier.\(index)", fix: Fix("correct a level, or offer another exercise"))
        }
        for (index, slug) in exercise.harder.enumerated() {
            guard let other = page.library.exercise(slug) else { continue }
            if rank(other) < rank(exercise) {
                report.found(
                    "`\(slug)` is offered as harder, but it is \(other.level.rawValue) and this is \(exercise.level.rawValue)",
                    field: "harder.\(index)", fix: Fix("correct a level, or offer another exercise"))
            } else if other.harder.contains(exercise.slug) {
                report.found(
                    "`\(slug)` is offered as harder than this, and this as harder than `\(slug)`", field: "harder.\(index)",
                    fix: Fix("remove one of the two"))
            }
        }
    }

    private static func rank(_ exercise: Exercise) -> Int { Level.allCases.firstIndex(of: exercise.level) ?? 0 }
}
