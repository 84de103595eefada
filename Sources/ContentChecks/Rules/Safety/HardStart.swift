import Diagnostics
import Exercises

/// A programme does not begin with an advanced exercise: bodies need to warm up, and readers need to learn.
///
/// ```bad
/// exercises: [bed-edge-extension, pelvic-tilt]
/// ```
/// ```good
/// exercises: [pelvic-tilt, bed-edge-extension]
/// ```
enum HardStart: PageRule {
    static let id = "hard-start"
    static let group = RuleGroup.safety
    static let severity = Diagnostic.Severity.warning

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard let programme = page.programme, programme.entries.count > 1, let first = programme.entries.first,
            let exercise = page.library.exercise(first.exercise), exercise.level == .advanced
        else { return }
        report.found(
            "the programme begins with `\(first.exercise)`, which is advanced", field: "exercises.0.exercise",
            fix: Fix("begin with an easier exercise"))
    }
}
