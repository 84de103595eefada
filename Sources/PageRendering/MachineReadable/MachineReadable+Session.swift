import CommonMark
import Exercises

extension MachineReadable {
    /// What a guided session shows of an exercise, beside its dose; none for what may not be handed out.
    func session(_ exercise: Exercise) -> JSONValue? {
        guard exercise.mayBeHandedOut else { return nil }
        let prose = PlainProse(dose: exercise.dose, doses: doses)
        let steps = exercise.body.steps.map { prose.text($0.blocks) }
        return .object([
            "seconds": exercise.dose.map { .integer($0.sessionSeconds) },
            "getReady": .nonEmpty(readyText(exercise, prose)),
            "start": startPose(exercise).map { figure($0, of: exercise) },
            "holds": .array(
                exercise.heldPoses.map { held in
                    .object([
                        "phase": held.phase.map(JSONValue.string), "side": held.side.map { .string($0.rawValue) },
                        "cues": .strings(held.cues.map { steps[$0] }), "reminders": .strings(held.reminders.map { steps[$0] }),
                        "wayOut": held.wayOut.map { .string(steps[$0]) },
                        "figure": held.pose.map { figure($0, of: exercise) },
                    ])
                }),
            "steps": .strings(zip(exercise.body.steps, steps).filter { !$0.0.saysAFigure }.map(\.1)),
            "stop": .strings(library.safety.stopRules + exercise.stopIf),
        ])
    }

    /// The paragraphs of the preparation without those that only lead to another page, which a session cannot follow.
    private func readyText(_ exercise: Exercise, _ prose: PlainProse) -> String {
        prose.text(exercise.body.getReady.filter { !$0.leadsElsewhere })
    }

    /// The picture of the preparation, else the pose that is drawn first.
    private func startPose(_ exercise: Exercise) -> String? {
        var shown: String?
        exercise.body.getReady.forEachLinkAndImage { inline in
            guard shown == nil, case .image(let link, _) = inline.kind,
                case .figure(let pose)? = try? Reference(destination: link.destination)
            else { return }
            shown = pose
        }
        return shown ?? exercise.figures?.poses.first?.name
    }
}

extension ListItem {
    /// Whether the step says a figure of the dose, which a session may have changed.
    fileprivate var saysAFigure: Bool {
        var says = false
        blocks.forEachLinkAndImage { inline in
            if case .link(let link, _) = inline.kind, case .dose? = try? Reference(destination: link.destination) { says = true }
        }
        return says
    }
}

extension Block {
    /// Whether the block has a link to another page of the library.
    fileprivate var leadsElsewhere: Bool {
        var leads = false
        CollectionOfOne(self).forEachLinkAndImage { inline in
            guard case .link(let link, _) = inline.kind else { return }
            switch try? Reference(destination: link.destination) {
            case .exercise?, .programme?, .guidance?: leads = true
            default: break
            }
        }
        return leads
    }
}
