import Exercises

extension Posture {
    /// The posture `fraction` of the way to another one: each joint turns, no bone changes its length.
    ///
    /// Hands and feet that stand in the same place in both stay there.
    func mixed(with other: Posture, _ fraction: Double) -> Posture {
        var result = self
        result.pelvis = Joint(
            position: pelvis.position.mixed(with: other.pelvis.position, fraction),
            rotation: pelvis.rotation.mixed(with: other.pelvis.rotation, fraction))
        result.mixSpine(self, other, fraction)
        for side in [Side.right, .left] {
            result.legs[side] = result.mixedLeg(self, other, fraction, side)
            result.arms[side] = result.mixedArm(self, other, fraction, side)
        }
        return result
    }

    private mutating func mixSpine(_ first: Posture, _ second: Posture, _ fraction: Double) {
        guard first.segments.count == SpineModel.joints.count + 1, second.segments.count == first.segments.count else { return }
        var rotation = pelvis.rotation
        var position = pelvis.position - rotation.x * Proportions.spineBehindHips
        segments = [rotation]
        spine = [
            SpineNode(distance: SpineModel.tail, position: position + rotation.y * SpineModel.tail, rotation: rotation),
            SpineNode(distance: 0, position: position, rotation: rotation),
        ]
        var reached = 0.0
        for (index, joint) in SpineModel.joints.enumerated() {
            position += rotation.y * (joint.distance - reached)
            reached = joint.distance
            let bendOfFirst = first.segments[index].inverse * first.segments[index + 1]
            let bendOfSecond = second.segments[index].inverse * second.segments[index + 1]
            let bend = bendOfFirst.mixed(with: bendOfSecond, fraction)
            let half = rotation * Rotation.identity.mixed(with: bend, 0.5)
            spine.append(
                SpineNode(distance: joint.distance, position: position, rotation: .orthonormal(x: half.x, y: half.y)))
            rotation = rotation * bend
            segments.append(rotation)
            if index == SpineModel.chestIndex { chest = Joint(position: position, rotation: rotation) }
        }
        position += rotation.y * (Proportions.atlas - reached)
        let last = segments.count - 1
        let nodOfFirst = first.segments[last].inverse * first.head.rotation
        let nodOfSecond = second.segments[last].inverse * second.head.rotation
        let below = spine[spine.count - 1].rotation
        head = Joint(position: position, rotation: rotation * nodOfFirst.mixed(with: nodOfSecond, fraction))
        spine.append(
            SpineNode(
                distance: Proportions.atlas, position: position,
                rotation: .orthonormal(x: below.x + head.rotation.x, y: below.y + head.rotation.y)))
    }

    /// Places further apart than this, in metres, are a movement and not the same place.
    private static let planted = 0.06

    private func mixedLeg(_ first: Posture, _ second: Posture, _ fraction: Double, _ side: Side) -> Leg {
        let (a, b) = (first.legs[side], second.legs[side])
        let hip = pelvis.position + pelvis.rotation.z * (side.sign * Proportions.hipOut)
        var thigh =
            pelvis.rotation
            * (first.pelvis.rotation.inverse * a.thigh).mixed(with: second.pelvis.rotation.inverse * b.thigh, fraction)
        var shank = thigh * (a.thigh.inverse * a.shank).mixed(with: b.thigh.inverse * b.shank, fraction)
        var foot = shank * (a.shank.inverse * a.foot).mixed(with: b.shank.inverse * b.foot, fraction)
        var knee = hip - thigh.y * Proportions.thigh
        var ankle = knee - shank.y * Proportions.shank
        if (a.ankle - b.ankle).length < Self.planted {
            let chain = TwoBoneChain(
                root: hip, target: a.ankle.mixed(with: b.ankle, fraction), upper: Proportions.thigh, lower: Proportions.shank,
                pole: thigh.x + shank.x * 0.3)
            (knee, ankle) = (chain.middle, chain.end)
            let thighUp = (hip - knee).normalized
            let shankUp = (knee - ankle).normalized
            thigh = .orthonormal(x: chain.bendDirection, y: thighUp)
            shank = .orthonormal(x: shankUp.cross(thigh.z), y: shankUp)
            foot = a.foot.mixed(with: b.foot, fraction)
        }
        return Leg(
            hip: hip, knee: knee, ankle: ankle, thigh: thigh, shank: shank, foot: foot,
            toeBend: a.toeBend * (1 - fraction) + b.toeBend * fraction)
    }

    private func mixedArm(_ first: Posture, _ second: Posture, _ fraction: Double, _ side: Side) -> Arm {
        let (a, b) = (first.arms[side], second.arms[side])
        let inFirst = first.chest.rotation.inverse * (a.shoulder - first.chest.position)
        let inSecond = second.chest.rotation.inverse * (b.shoulder - second.chest.position)
        let shoulder = chest.position + chest.rotation * inFirst.mixed(with: inSecond, fraction)
        var upperArm =
            chest.rotation
            * (first.chest.rotation.inverse * a.upperArm).mixed(with: second.chest.rotation.inverse * b.upperArm, fraction)
        var forearm = upperArm * (a.upperArm.inverse * a.forearm).mixed(with: b.upperArm.inverse * b.forearm, fraction)
        var hand = forearm * (a.forearm.inverse * a.hand).mixed(with: b.forearm.inverse * b.hand, fraction)
        var elbow = shoulder - upperArm.y * Proportions.upperArm
        var wrist = elbow - forearm.y * Proportions.forearm
        if (a.wrist - b.wrist).length < Self.planted {
            let pole = (a.elbow - a.shoulder).mixed(with: b.elbow - b.shoulder, fraction)
            let chain = TwoBoneChain(
                root: shoulder, target: a.wrist.mixed(with: b.wrist, fraction), upper: Proportions.upperArm,
                lower: Proportions.forearm, pole: pole)
            (elbow, wrist) = (chain.middle, chain.end)
            upperArm = .orthonormal(x: upperArm.x, y: (shoulder - elbow).normalized)
            forearm = .orthonormal(x: forearm.x, y: (elbow - wrist).normalized)
            hand = a.hand.mixed(with: b.hand, fraction)
        }
        return Arm(
            shoulder: shoulder, elbow: elbow, wrist: wrist, upperArm: upperArm, forearm: forearm, hand: hand,
            curl: a.curl * (1 - fraction) + b.curl * fraction)
    }
}
