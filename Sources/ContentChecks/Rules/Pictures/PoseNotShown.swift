import Diagnostics
import Exercises

/// Every pose and picture of an exercise stands in its text, beside the step that it belongs to.
///
/// ```bad
/// poses: {lifted: {from: bridge}}        (and no image with `figure:lifted`)
/// ```
/// ```good
/// 2. Lift your hips slowly toward the ceiling.
///    ![The hips are lifted](figure:lifted)
/// ```
enum PoseNotShown: PageRule {
    static let id = "pose-not-shown"
    static let group = RuleGroup.pictures
    static let severity = Diagnostic.Severity.warning

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard let exercise = page.exercise else { return }
        let shown = Set(exercise.body.poseDescriptions.map(\.pose))
        let drawn = exercise.figures?.poses ?? []
        for pose in drawn where !shown.contains(pose.name) {
            // One that nothing shows may still be what a movement starts from.
            if drawn.contains(where: { $0.start == pose.pose && $0.name != pose.name }) { continue }
            say(pose.name, &report)
        }
        for picture in exercise.pictures where !shown.contains(picture.pose) { say(picture.pose, &report) }
    }

    private static func say(_ pose: String, _ report: inout RuleReport) {
        report.found(
            "the pose `\(pose)` is shown nowhere", field: pose == "start" ? "figures.start" : "figures.poses.\(pose)",
            fix: Fix("show it beside its step: `![…](figure:\(pose))`, or remove it"))
    }
}
