import Diagnostics
import Exercises

/// The mirror image of a pose has the other side in its name.
///
/// ```bad
/// left-up: {from: supine-right-knee-up}
/// left-held: {mirror: left-up}
/// ```
/// ```good
/// right-up: {from: supine-right-knee-up}
/// left-up: {mirror: right-up}
/// ```
enum MirrorSide: PageRule {
    static let id = "mirror-side"
    static let group = RuleGroup.sides
    static let severity = Diagnostic.Severity.error

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        let poses = page.exercise?.figures?.poses ?? []
        for pose in poses where pose.isMirrored {
            guard let side = Side(poseName: pose.name),
                let original = poses.first(where: { !$0.isMirrored && $0.pose == pose.pose && Side(poseName: $0.name) != nil }),
                Side(poseName: original.name) == side
            else { continue }
            report.found(
                "`\(pose.name)` is the mirror image of `\(original.name)`, so it cannot show the \(side.rawValue) too",
                field: "figures.poses.\(pose.name)", fix: Fix("rename one of the two, or remove `mirror`"))
        }
    }
}
