package import Exercises

/// Turns a pose into a posture: joint angles first, then contacts, then hands and feet that reach for places.
///
/// The order matters, as each step moves what the next one relies on; three rounds settle every pose of the library to under a millimetre.
package struct PoseSolver {
    let pose: PoseDescription
    let angles: SpineAngles
    /// The other person, where there is one.
    var other: Posture?
    let owner: BodyAnchor.Owner

    /// The orientation that the pose gives, before contacts tilt it.
    let given: Rotation
    /// The person's own heading: the turn about the vertical.
    let heading: Rotation
    /// Degrees by which contacts tilt the body.
    var tilt = 0.0
    /// Degrees by which the neck bends so that the head rests.
    var neckBend = 0.0
    var posture: Posture

    init(
        _ pose: PoseDescription, build: Person.Build = .average, owner: BodyAnchor.Owner = .own, other: Posture? = nil
    ) {
        self.pose = pose
        self.owner = owner
        self.other = other
        angles = SpineAngles(pose)
        let body = pose.body ?? BodyPlacement()
        heading = .aboutY(-(body.yaw ?? 0))
        given = heading * .aboutZ(-(body.pitch ?? 0)) * .aboutY(-(body.roll ?? 0)) * .aboutX(body.tilt ?? 0)
        posture = .upright(build)
        posture.pelvis = Posture.Joint(position: Vector(body.ahead ?? 0, 1, body.right ?? 0), rotation: given)
        refresh()
    }

    /// The posture of a pose for a body of some build, and of its second person, who is of average build.
    package static func solve(_ pose: PoseDescription, build: Person.Build = .average) -> SolvedPose {
        guard let partnerPose = pose.partner.first else {
            var solver = PoseSolver(pose, build: build)
            solver.run()
            return SolvedPose(posture: solver.posture, partner: nil)
        }
        // Each reaches for the other, so the second is placed without hands, then the first, then the second, then the first again.
        var handless = partnerPose
        handless.arms = BothSides { side in
            var arm = partnerPose.arms[side]
            arm.hand = nil
            return arm
        }
        var second = PoseSolver(handless, owner: .partner)
        second.run()
        var first = PoseSolver(pose, build: build, other: second.posture)
        first.run()
        second = PoseSolver(partnerPose, owner: .partner, other: first.posture)
        second.run()
        first = PoseSolver(pose, build: build, other: second.posture)
        first.run()
        return SolvedPose(posture: first.posture, partner: second.posture)
    }

    mutating func run() {
        for _ in 0..<3 {
            settle()
            restHead()
            reach()
        }
        settle()
        reach()
        posture = posture.finite
    }

    /// Builds trunk and limbs again from the angles, at the pelvis's place and the present tilt.
    mutating func refresh() {
        posture.pelvis.rotation = given * .aboutZ(-tilt)
        bendSpine()
        if pose.hold == .chest {
            // The given orientation is the chest's: turn the pelvis until the chest has it.
            let chestInPelvis = posture.pelvis.rotation.inverse * posture.chest.rotation
            posture.pelvis.rotation = given * .aboutZ(-tilt) * .aboutZ(-SpineModel.neutralTrunk) * chestInPelvis.inverse
            bendSpine()
        }
        placeLimbs()
    }

    mutating func move(by offset: Vector) {
        posture.pelvis.position += offset
        refresh()
    }
}

/// A solved pose.
package struct SolvedPose: Hashable, Sendable {
    package let posture: Posture
    package let partner: Posture?
}
