import Diagnostics
import Exercises

/// Every exercise that readers do has a picture: a posture takes many words and one look.
///
/// ```bad
/// figures: {}
/// ```
/// ```good
/// figures:
///   start: {from: supine-hooklying}
///   poses:
///     lifted: {from: bridge, arrow: hip}
/// ```
enum NoPicture: PageRule {
    static let id = "no-picture"
    static let group = RuleGroup.pictures
    static let severity = Diagnostic.Severity.warning

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard let exercise = page.taughtExercise, exercise.figures == nil, exercise.pictures.isEmpty,
            !page.alternativeTexts.contains(where: { !$0.words.isEmpty })
        else { return }
        report.found("the exercise has no picture", field: "figures", fix: Fix("add `figures:`, as Documentation/Poses.md shows"))
    }
}
