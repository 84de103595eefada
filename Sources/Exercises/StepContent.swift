package import CommonMark

/// What a step, or another part of an exercise's text, shows and which figures of the dose it says.
package struct StepContent: Hashable, Sendable {
    /// The names of the poses, in reading order.
    package private(set) var poses: [String] = []
    package private(set) var fields: [DoseField] = []

    package init(_ blocks: [Block]) {
        blocks.forEachLinkAndImage { inline in
            switch (inline.isImage, inline.reference) {
            case (true, .figure(let pose)): poses.append(pose)
            case (false, .dose(let field)): fields.append(field)
            default: break
            }
        }
    }

    /// Whether it says a figure of the dose, which a reader may change.
    package var saysAFigure: Bool { !fields.isEmpty }

    /// The figures of the dose that say how long a pose is held.
    var heldFields: [DoseField] {
        fields.filter { if case .hold = $0 { true } else { $0 == .duration } }
    }
}

extension ExerciseBody {
    /// What each step shows and says.
    package var stepContents: [StepContent] { steps.map { StepContent($0.blocks) } }
}
