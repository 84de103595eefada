import CommonMark

/// What a reader is in while a hold is timed: the pose that the text shows there, and the steps that lead into it.
package struct HeldPose: Hashable, Sendable {
    /// The phase of the hold; none for a hold without phases.
    package let phase: String?
    /// The side of the body; none where the exercise has no sides.
    package let side: Side?
    /// None where it is not certain that a picture shows this side.
    package let pose: String?
    /// The steps that lead into the pose, by their places among the steps.
    package let cues: [Int]
    /// The steps after them that say how to be in the pose, or where to stop.
    package let reminders: [Int]
    /// The step that leads out of it.
    package let wayOut: Int?
}

extension Exercise {
    /// A held pose for each phase and, where there are two, each side, in the order of the steps. The hold is where a step links to its
    /// figure; its picture is the last one shown by then. A side is what the pose's name says and the dose's first side confirms: where
    /// the two disagree, or nothing says which side it is, that side has no picture and no words, since the wrong ones could hurt.
    /// `steps` is what the steps of the exercise show and say.
    package func heldPoses(in steps: [StepContent]) -> [HeldPose] {
        let found =
            if dose?.duration != nil {
                held(.duration, nil, steps)
            } else {
                (dose?.hold?.phases.map(\.name) ?? [nil]).flatMap { held(.hold(phase: $0), $0, steps) }
            }
        let poses = found.isEmpty ? coverPoses : found.sorted { $0.place < $1.place }.map(\.pose)
        return hasSides ? withMirrorImages(poses) : poses
    }

    private var hasSides: Bool { dose.map { $0.sides != .none } ?? false }

    private func held(_ field: DoseField, _ phase: String?, _ steps: [StepContent]) -> [(place: Int, pose: HeldPose)] {
        let places = steps.indices.filter { steps[$0].fields.contains(field) }
        return (hasSides ? places.prefix(2) : places.prefix(1)).enumerated().compactMap { order, place in
            let begin = (steps[..<place].lastIndex { !$0.heldFields.isEmpty } ?? -1) + 1
            let cues = Self.cues(steps, begin, place)
            let reminders = cues.last.map { last in (last + 1..<place).filter { steps[$0].fields.isEmpty } } ?? []
            let wayOut = field == .duration || place + 1 >= steps.count || !steps[place + 1].fields.isEmpty ? nil : place + 1
            let pose = steps[begin...place].last { !$0.poses.isEmpty }?.poses.last
            guard hasSides else {
                let earlier = steps[..<begin].last { !$0.poses.isEmpty }?.poses.last ?? StepContent(body.getReady).poses.last
                return (place, HeldPose(phase: phase, side: nil, pose: pose ?? earlier, cues: cues, reminders: reminders, wayOut: wayOut))
            }
            let named = pose.flatMap(Side.init(poseName:))
            let ordered = places.count == 2 ? dose?.firstSide.flatMap(Side.init).map { order == 0 ? $0 : $0.other } : nil
            guard let side = named ?? ordered, ordered ?? side == side else { return nil }
            return (place, HeldPose(phase: phase, side: side, pose: pose, cues: cues, reminders: reminders, wayOut: wayOut))
        }
    }

    /// The last two steps that show a pose on the way, and what stands between them; without pictures, the last step before the hold.
    private static func cues(_ steps: [StepContent], _ begin: Int, _ place: Int) -> [Int] {
        let way = (begin..<place).filter { steps[$0].fields.isEmpty }
        let shown = way.filter { steps[$0].poses.contains { $0 != Figures.startName } }
        guard let last = shown.last else { return way.suffix(1).filter { steps[$0].poses.isEmpty && ($0 != begin || begin == 0) } }
        let first = shown.dropLast().last ?? last
        return way.filter { (first...last).contains($0) }
    }

    /// For an exercise whose steps name no hold.
    private var coverPoses: [HeldPose] {
        guard let cover = figures?.cover else { return [] }
        let side = hasSides ? Side(poseName: cover) : nil
        return hasSides && side == nil ? [] : [HeldPose(phase: nil, side: side, pose: cover, cues: [], reminders: [], wayOut: nil)]
    }

    /// Adds the other side where the steps show one only: its picture by the pose's name, and no words, which would name the wrong side.
    private func withMirrorImages(_ poses: [HeldPose]) -> [HeldPose] {
        poses
            + poses.compactMap { held in
                guard let other = held.side?.other, !poses.contains(where: { $0.phase == held.phase && $0.side == other }) else {
                    return nil
                }
                let name = held.pose.flatMap { Side.otherSide(ofPoseName: $0) }
                return HeldPose(
                    phase: held.phase, side: other, pose: name.flatMap { figures?[$0]?.name }, cues: [], reminders: [], wayOut: nil)
            }
    }
}

extension Figures {
    /// The name of the pose that an exercise starts in.
    fileprivate static let startName = "start"
}

extension Side {
    package var other: Side { self == .left ? .right : .left }

    /// None for either.
    package init?(_ first: FirstSide) {
        switch first {
        case .left: self = .left
        case .right: self = .right
        case .either: return nil
        }
    }

    /// The side that a pose's name says, such as `left-held`; none when it names no side or both.
    package init?(poseName: String) {
        let sides = poseName.split(separator: "-").compactMap { Side(rawValue: String($0)) }
        guard sides.count == 1, let side = sides.first else { return nil }
        self = side
    }

    /// The name with the other side's word in the place of the side's.
    fileprivate static func otherSide(ofPoseName name: String) -> String? {
        guard Side(poseName: name) != nil else { return nil }
        return name.split(separator: "-").map { Side(rawValue: String($0))?.other.rawValue ?? String($0) }.joined(separator: "-")
    }
}
