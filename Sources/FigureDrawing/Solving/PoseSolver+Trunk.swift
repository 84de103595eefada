import Exercises

extension PoseSolver {
    /// Forward kinematics from the pelvis to the head.
    mutating func bendSpine() {
        var rotation = posture.pelvis.rotation
        var position = posture.pelvis.position - rotation.x * Proportions.spineBehindHips
        posture.segments.removeAll(keepingCapacity: true)
        posture.spine.removeAll(keepingCapacity: true)
        posture.segments.append(rotation)
        posture.spine.append(
            Posture.SpineNode(
                distance: SpineModel.tail, position: position + rotation.y * SpineModel.tail, rotation: rotation))
        posture.spine.append(Posture.SpineNode(distance: 0, position: position, rotation: rotation))
        var reached = 0.0
        for (index, joint) in SpineModel.joints.enumerated() {
            position += rotation.y * (joint.distance - reached)
            reached = joint.distance
            let region = angles[joint.region]
            var flex = (region.flex ?? 0) * joint.flex + joint.neutral
            if joint.region == .neck { flex += neckBend * 0.35 }
            let side = (region.side ?? 0) * joint.side
            let twist = (region.twist ?? 0) * joint.twist
            // The ring of the trunk at a joint lies half way between the bones below and above.
            let half = rotation * .aboutZ(-flex / 2) * .aboutX(side / 2) * .aboutY(-twist / 2)
            posture.spine.append(
                Posture.SpineNode(
                    distance: joint.distance, position: position, rotation: .orthonormal(x: half.x, y: half.y)))
            rotation = rotation * .aboutZ(-flex) * .aboutX(side) * .aboutY(-twist)
            posture.segments.append(rotation)
            if index == SpineModel.chestIndex { posture.chest = Posture.Joint(position: position, rotation: rotation) }
        }
        position += rotation.y * (Proportions.atlas - reached)
        let head = angles.head
        let flex = (head.flex ?? 0) + SpineModel.neutralHead + neckBend * 0.3
        rotation = rotation * .aboutZ(-flex) * .aboutX(head.side ?? 0) * .aboutY(-(head.twist ?? 0))
        posture.head = Posture.Joint(position: position, rotation: rotation)
        let below = posture.spine.last?.rotation ?? rotation
        posture.spine.append(
            Posture.SpineNode(
                distance: Proportions.atlas, position: position,
                rotation: .orthonormal(x: below.x + rotation.x, y: below.y + rotation.y)))
    }

    /// Bends the neck until the head rests at its height; leaves it as near as it comes when it cannot.
    mutating func restHead() {
        guard case .on(let height)? = pose.headRest else { return }
        var best: (bend: Double, miss: Double)?
        var previous: (bend: Double, gap: Double)?
        for step in -10...10 {
            let bend = Double(step) * 6
            let gap = headGap(bend: bend, height: height)
            if let previous, previous.gap * gap <= 0 {
                let crossing = previous.bend + (bend - previous.bend) * previous.gap / (previous.gap - gap + 1e-12)
                if best.map({ $0.miss > 0 || abs(crossing) < abs($0.bend) }) ?? true { best = (crossing, 0) }
            } else if best.map({ $0.miss > abs(gap) }) ?? true {
                best = (bend, abs(gap))
            }
            previous = (bend, gap)
        }
        neckBend = best?.bend ?? 0
        bendSpine()
        placeLimbs()
    }

    private mutating func headGap(bend: Double, height: Double) -> Double {
        neckBend = bend
        bendSpine()
        return RestSurface.lowest(of: .head, in: posture) - height
    }
}
