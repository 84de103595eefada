import Diagnostics
import FigureDrawing

/// A hand or a foot of a pose reaches its place within 3 cm; farther, the picture shows something else than the pose says.
///
/// ```bad
/// lifted: {handR: {room: [2, 2, 2]}}
/// ```
/// ```good
/// lifted: {handR: thigh.R.front@0.7}
/// ```
enum UnreachablePlace: PageRule {
    static let id = "unreachable-place"
    static let group = RuleGroup.pictures
    static let severity = Diagnostic.Severity.warning
    static let inspectsPoses = true

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        for located in page.poseFindings {
            guard case .misses(let distance) = located.finding.kind, let key = located.finding.key else { continue }
            located.report(
                "\(located.subject) \(Self.limb(key)) ends \(distance.centimetres) from its place", of: page, to: &report,
                notes: ["a person 1.70 m tall cannot reach it from there"],
                fix: Fix("move the place nearer, or bring the body nearer to it"))
        }
    }

    private static func limb(_ key: String) -> String {
        (key.hasSuffix("R") ? "right " : "left ") + (key.hasPrefix("hand") ? "hand" : "foot")
    }
}
