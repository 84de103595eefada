import Diagnostics
import Exercises
import FigureDrawing

/// No part of a posed body lies more than 2.5 cm under the floor.
enum PartUnderFloor: ContentRule {
    static let id = "part-under-floor"

    static func findings(in content: RuleInput) -> [Diagnostic] {
        content.poseFindings.compactMap { located in
            guard case .underFloor(let part, let depth) = located.finding.kind else { return nil }
            return located.diagnostic(
                id, "\(located.subject) \(Self.words(part.rawValue)) is \(depth.centimetres) under the floor", in: content,
                notes: ["what the body rests on is said by `rest`"])
        }
    }

    /// `footR` as "right foot".
    private static func words(_ part: String) -> String {
        if part.hasSuffix("R") { return "right \(part.dropLast())" }
        if part.hasSuffix("L") { return "left \(part.dropLast())" }
        return part
    }
}
