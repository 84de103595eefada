import Exercises

extension Posture {
    /// Standing at the origin, all joints straight: what solving starts from.
    static func upright(_ build: Person.Build) -> Posture {
        let joint = Joint(position: Vector(0, 1, 0), rotation: .identity)
        let leg = { (side: Side) in
            let hip = Vector(0, 1, side.sign * Proportions.hipOut)
            let knee = hip - .up * Proportions.thigh
            return Leg(
                hip: hip, knee: knee, ankle: knee - .up * Proportions.shank, thigh: .identity, shank: .identity, foot: .identity,
                toeBend: 0)
        }
        let arm = { (side: Side) in
            let shoulder = Vector(0, 1.47, side.sign * Proportions.shoulderOut)
            let elbow = shoulder - .up * Proportions.upperArm
            return Arm(
                shoulder: shoulder, elbow: elbow, wrist: elbow - .up * Proportions.forearm, upperArm: .identity, forearm: .identity,
                hand: .identity, curl: 0)
        }
        return Posture(
            build: build, pelvis: joint, chest: joint, head: joint, spine: [], segments: [], legs: BothSides(leg), arms: BothSides(arm))
    }

    /// The body's surface around these bones.
    var surface: BodySurface { BodySurface(build) }

    /// The mirror image: left and right have changed places. Exact, so that mirroring twice gives the same numbers.
    package var mirrored: Posture {
        Posture(
            build: build, pelvis: pelvis.mirrored, chest: chest.mirrored, head: head.mirrored,
            spine: spine.map {
                SpineNode(distance: $0.distance, position: $0.position.mirrored, rotation: $0.rotation.mirrored)
            },
            segments: segments.map(\.mirrored), legs: BothSides { legs[$0.opposite].mirrored },
            arms: BothSides { arms[$0.opposite].mirrored })
    }

    /// This posture moved, nothing turned.
    func moved(by offset: Vector) -> Posture {
        var moved = self
        moved.pelvis.position += offset
        moved.chest.position += offset
        moved.head.position += offset
        for index in moved.spine.indices { moved.spine[index].position += offset }
        moved.legs = BothSides { legs[$0].moved(by: offset) }
        moved.arms = BothSides { arms[$0].moved(by: offset) }
        return moved
    }

    /// This posture, or standing upright where odd numbers left no position at all.
    var finite: Posture {
        let points =
            [pelvis.position, chest.position, head.position]
            + [Side.right, .left].flatMap { [legs[$0].knee, legs[$0].ankle, arms[$0].elbow, arms[$0].wrist] }
        let isFinite = points.allSatisfy { $0.x.isFinite && $0.y.isFinite && $0.z.isFinite && $0.length < 100 }
        return isFinite ? self : .upright(build)
    }
}

extension Posture.Joint {
    fileprivate var mirrored: Posture.Joint { Posture.Joint(position: position.mirrored, rotation: rotation.mirrored) }
}

extension Posture.Leg {
    fileprivate var mirrored: Posture.Leg {
        Posture.Leg(
            hip: hip.mirrored, knee: knee.mirrored, ankle: ankle.mirrored, thigh: thigh.mirrored, shank: shank.mirrored,
            foot: foot.mirrored, toeBend: toeBend)
    }

    fileprivate func moved(by offset: Vector) -> Posture.Leg {
        var leg = self
        leg.hip += offset
        leg.knee += offset
        leg.ankle += offset
        return leg
    }
}

extension Posture.Arm {
    fileprivate var mirrored: Posture.Arm {
        Posture.Arm(
            shoulder: shoulder.mirrored, elbow: elbow.mirrored, wrist: wrist.mirrored, upperArm: upperArm.mirrored,
            forearm: forearm.mirrored, hand: hand.mirrored, curl: curl)
    }

    fileprivate func moved(by offset: Vector) -> Posture.Arm {
        var arm = self
        arm.shoulder += offset
        arm.elbow += offset
        arm.wrist += offset
        return arm
    }
}
