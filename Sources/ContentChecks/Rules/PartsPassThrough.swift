import Diagnostics
import FigureDrawing

/// Parts of a posed body do not pass through each other; 3.5 cm are allowed, as flesh gives way.
enum PartsPassThrough: ContentRule {
    static let id = "parts-pass-through"

    static func findings(in content: RuleInput) -> [Diagnostic] {
        content.poseFindings.compactMap { located in
            guard case .passesThrough(let part, let other, let depth) = located.finding.kind else { return nil }
            return located.diagnostic(
                id, "\(located.subject) \(part) passes \(depth.centimetres) into the \(other)", in: content)
        }
    }
}
