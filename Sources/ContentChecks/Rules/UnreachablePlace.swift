import Diagnostics
import FigureDrawing

/// A hand or a foot of a pose reaches its place within 3 cm; farther, the picture shows something else than the pose says.
enum UnreachablePlace: ContentRule {
    static let id = "unreachable-place"

    static func findings(in content: RuleInput) -> [Diagnostic] {
        content.poseFindings.compactMap { located in
            guard case .misses(let distance) = located.finding.kind, let key = located.finding.key else { return nil }
            return located.diagnostic(
                id, "\(located.subject) \(Self.limb(key)) ends \(distance.centimetres) from its place", in: content,
                notes: ["a person 1.70 m tall cannot reach it from there"],
                fix: Fix("move the place nearer, or bring the body nearer to it"))
        }
    }

    private static func limb(_ key: String) -> String {
        (key.hasSuffix("R") ? "right " : "left ") + (key.hasPrefix("hand") ? "hand" : "foot")
    }
}
