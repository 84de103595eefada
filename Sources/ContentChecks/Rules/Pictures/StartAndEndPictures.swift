import Diagnostics
import Exercises

/// An exercise with pictures shows how it starts and where it leads to: at least two poses.
///
/// ```bad
/// ![The hips are lifted](figure:lifted)
/// ```
/// ```good
/// ![Lying on the back with both knees bent](figure:start)
/// …
/// ![The hips are lifted](figure:lifted)
/// ```
enum StartAndEndPictures: PageRule {
    static let id = "start-and-end-pictures"
    static let group = RuleGroup.pictures
    static let severity = Diagnostic.Severity.warning

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard let exercise = page.taughtExercise else { return }
        let shown = Set(exercise.body.poseDescriptions.map(\.pose))
        if exercise.figures != nil, !shown.contains("start") {
            report.found(
                "no picture shows how the exercise starts", field: "figures.start",
                fix: Fix("show it: `![…](figure:start)` under Get ready"))
        } else if exercise.figures != nil || !exercise.pictures.isEmpty, shown.count == 1 {
            report.found(
                "the only picture shows one pose, not where the movement leads", field: "figures", fix: Fix("show a second pose in a step"))
        }
    }
}
