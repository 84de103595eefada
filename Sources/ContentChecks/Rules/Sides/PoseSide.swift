import Diagnostics
import Exercises

/// A pose shows the side that its name says: by the limb that it marks, by the way the trunk turns, and by the leg that moves. The name
/// decides which picture a step and the guided session show.
///
/// ```bad
/// turned-left: {spine: {twist: 45 right}, arrow: turn}
/// ```
/// ```good
/// turned-left: {spine: {twist: 45 left}, arrow: turn}
/// ```
enum PoseSide: PageRule {
    static let id = "pose-side"
    static let group = RuleGroup.sides
    static let severity = Diagnostic.Severity.error

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard let figures = page.exercise?.figures, let start = figures.poses.first else { return }
        for pose in figures.poses {
            guard let named = Side(poseName: pose.name), let (shown, reason) = side(of: pose, from: start.pose), shown != named else {
                continue
            }
            report.found(
                "`\(pose.name)` names the \(named.rawValue), but \(reason) the \(shown.rawValue)", field: "figures.poses.\(pose.name)",
                fix: Fix("rename the pose, or correct its sides"))
        }
    }

    /// The side that a picture shows, and what says so; nil where that is not clear.
    private static func side(of pose: DrawnPose, from start: PoseDescription) -> (Side, String)? {
        func seen(_ side: Side) -> Side { pose.isMirrored ? side.opposite : side }
        let marks = Set(pose.sideMarks.compactMap(\.side))
        if marks.count == 1, let mark = marks.first { return (seen(mark), "it marks") }
        if pose.arrows.contains(.turn) {
            let turn = pose.pose.twist - start.twist
            if abs(turn) > 10 { return (seen(turn > 0 ? .right : .left), "its trunk turns to") }
        }
        let moved = [Side.right, .left].filter { pose.pose.legs[$0] != start.legs[$0] }
        if moved.count == 1, let leg = moved.first, pose.pose.arms == start.arms { return (seen(leg), "the leg that moves is") }
        return nil
    }
}

extension PoseDescription {
    /// How far the trunk is turned to the right, in degrees.
    fileprivate var twist: Double {
        (lumbar?.twist ?? 0.15 * (spine?.twist ?? 0)) + (thoracic?.twist ?? 0.85 * (spine?.twist ?? 0))
    }
}
