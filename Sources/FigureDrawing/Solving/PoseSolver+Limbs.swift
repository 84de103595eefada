import Exercises

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension PoseSolver {
    /// Forward kinematics of legs and arms from their joint angles; what reaches for a place is moved there later.
    mutating func placeLimbs() {
        for side in [Side.right, .left] {
            posture.legs[side] = leg(side)
            posture.arms[side] = arm(side)
        }
    }

    private func leg(_ side: Side) -> Posture.Leg {
        let angles = pose.legs[side]
        let out = side.sign
        let pelvis = posture.pelvis
        let hip = pelvis.position + pelvis.rotation.z * (out * Proportions.hipOut)
        let bend = angles.hip ?? JointAngles(flexion: 0)
        let thigh =
            pelvis.rotation * .aboutZ(bend.flexion) * .aboutX(-out * bend.abduction) * .aboutY(-out * bend.rotation)
        let knee = hip - thigh.y * Proportions.thigh
        let shank = thigh * .aboutZ(-(angles.knee ?? 0))
        let ankle = knee - shank.y * Proportions.shank
        return Posture.Leg(
            hip: hip, knee: knee, ankle: ankle, thigh: thigh, shank: shank, foot: foot(side, shank: shank), toeBend: angles.toes ?? 0)
    }

    /// The foot of a shank, by the ankle's angle.
    func foot(_ side: Side, shank: Rotation) -> Rotation {
        switch pose.legs[side].ankle {
        case .flat:
            let ahead = shank.x.orthogonal(to: .up)
            return .orthonormal(x: ahead.length > 0.05 ? ahead : heading.x, y: .up)
        case .angle(let degrees): return shank * .aboutZ(degrees)
        case nil: return shank
        }
    }

    private func arm(_ side: Side) -> Posture.Arm {
        let angles = pose.arms[side]
        let out = side.sign
        var base = posture.chest.rotation
        let bend: JointAngles
        switch angles.shoulder {
        case .angles(let given): bend = given
        case .hang:
            bend = JointAngles(flexion: 4, abduction: 9)
            let ahead = base.x.orthogonal(to: .up)
            base = .orthonormal(x: ahead.length > 0.05 ? ahead : heading.x, y: .up)
        case nil: bend = JointAngles(flexion: 4, abduction: 10)
        }
        let upperArm = base * .aboutZ(bend.flexion) * .aboutX(-out * bend.abduction) * .aboutY(-out * bend.rotation)
        let shoulder = shoulder(side, towards: -upperArm.y)
        let elbow = shoulder - upperArm.y * Proportions.upperArm
        let forearm = upperArm * .aboutZ(angles.elbow ?? 12)
        let wrist = elbow - forearm.y * Proportions.forearm
        // A forearm at ease is a little supinated: the palm looks inward and somewhat ahead.
        let hand = forearm * .aboutY(out * (90 + (angles.pronation ?? -20))) * .aboutZ(angles.wrist ?? 0)
        return Posture.Arm(
            shoulder: shoulder, elbow: elbow, wrist: wrist, upperArm: upperArm, forearm: forearm, hand: hand, curl: 25)
    }

    /// The shoulder joint. The girdle lifts it up to 5.5 cm and brings it forward up to 3.5 cm as the arm rises; it is at rest without a
    /// direction of the upper arm.
    func shoulder(_ side: Side, towards direction: Vector?) -> Vector {
        let out = side.sign
        let girdle = pose.arms[side].girdle
        var up = girdle?.up ?? 0
        var forward = girdle?.forward ?? 0
        var place = Vector(0.012, 0.022, out * Proportions.shoulderOut)
        let chest = posture.chest
        if let direction, direction.length > 1e-9 {
            let own = chest.rotation.inverse * direction.normalized
            let elevation = acos(min(1, max(-1, -own.y))) * 180 / .pi
            let linear = min(1, max(0, (elevation - 40) / 120))
            let raised = linear * linear * (3 - 2 * linear)
            up += 0.055 * raised
            place.z -= out * 0.030 * raised
            forward += 0.035 * max(0, own.x) * (1 - 0.3 * raised) - 0.03 * max(0, -own.x)
            if own.z * out < 0 {
                // Across the chest: the shoulder comes in and forward.
                place.z -= out * 0.03 * abs(own.z)
                forward += 0.03 * abs(own.z)
            }
        }
        return chest.position + chest.rotation * (place + Vector(forward, up, 0))
    }
}
