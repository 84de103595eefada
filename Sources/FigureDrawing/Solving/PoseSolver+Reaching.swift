import Exercises

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension PoseSolver {
    /// Brings hands and feet to their places, in rounds because a place may be on another limb.
    ///
    /// Both sides of a round start from the same posture, so that a mirrored pose comes out exactly mirrored.
    mutating func reach() {
        for _ in 0..<3 { posture.legs = BothSides { reachingLeg($0) } }
        for _ in 0..<3 { posture.arms = BothSides { reachingArm($0) } }
    }

    private func reachingLeg(_ side: Side) -> Posture.Leg {
        if let kneeling = pose.legs[side].kneeling { return kneelingLeg(side, kneeling) }
        if let target = pose.legs[side].foot { return leg(side, reaching: target) }
        return posture.legs[side]
    }

    private func reachingArm(_ side: Side) -> Posture.Arm {
        guard let target = pose.arms[side].hand else { return posture.arms[side] }
        return arm(side, reaching: target)
    }

    /// The thigh to its knee's place on the floor, the shank back along the floor.
    private func kneelingLeg(_ side: Side, _ kneeling: LegPose.Kneeling) -> Posture.Leg {
        let out = side.sign
        var leg = posture.legs[side]
        var knee = leg.hip + heading * Vector(kneeling.ahead, 0, out * kneeling.out)
        knee.y = Self.kneeThickness
        knee = leg.hip + (knee - leg.hip).normalized * Proportions.thigh
        let thighUp = (leg.hip - knee).normalized
        var ankle = knee + (heading * Vector(-1, 0, -out * kneeling.out * 0.6)).normalized * Proportions.shank
        // The front of the ankle lies on the floor.
        ankle.y = 0.045
        ankle = knee + (ankle - knee).normalized * Proportions.shank
        let shankUp = (knee - ankle).normalized
        let front = (heading.x + Vector(0, 0.2, 0)).orthogonal(to: thighUp).normalized
        let hinge = front.cross(thighUp).normalized
        leg.thigh = Rotation(x: thighUp.cross(hinge), y: thighUp, z: hinge)
        var shankFront = shankUp.cross(hinge).normalized
        if shankFront.y > 0 { shankFront = -shankFront }
        leg.shank = Rotation(x: shankFront, y: shankUp, z: shankFront.cross(shankUp))
        leg.knee = knee
        leg.ankle = ankle
        // Not said, the instep lies flat.
        let bend: Double = if case .angle(let degrees)? = pose.legs[side].ankle { degrees } else { -68 }
        leg.foot = leg.shank * .aboutZ(bend)
        return leg
    }

    private func leg(_ side: Side, reaching target: LimbTarget) -> Posture.Leg {
        var leg = posture.legs[side]
        guard let place = place(of: target, for: side) else { return leg }
        let pole = direction(pose.legs[side].kneePoint ?? PoseDirection(.front), for: side, frame: posture.pelvis.rotation)
        let normal = place.normal
        var sole: Rotation?
        let wanted: Vector
        switch target.contact {
        case .ankle: wanted = place.position + normal * 0.05
        case .heel: wanted = place.position + normal * 0.045
        default:
            let toes: Vector
            if let given = target.toes {
                toes = direction(given, for: side, frame: posture.pelvis.rotation)
            } else {
                let level = pole.orthogonal(to: normal)
                toes = level.length > 0.3 ? level : leg.shank.x
            }
            var flat = Rotation.orthonormal(x: toes.orthogonal(to: normal).length > 0.05 ? toes : heading.x, y: normal)
            let lift = target.lift ?? 0
            wanted = place.position + normal * Proportions.ankle + flat * Self.ankleShift(lift: lift)
            flat = flat * .aboutZ(-lift)
            // On a lifted heel the toes stay flat.
            if lift > 0, pose.legs[side].toes == nil { leg.toeBend = lift }
            sole = flat
        }
        let chain = TwoBoneChain(root: leg.hip, target: wanted, upper: Proportions.thigh, lower: Proportions.shank, pole: pole)
        let thighUp = (leg.hip - chain.middle).normalized
        let shankUp = (chain.middle - chain.end).normalized
        let thighFront = chain.bendDirection.orthogonal(to: thighUp).normalized
        leg.thigh = Rotation(x: thighFront, y: thighUp, z: thighFront.cross(thighUp))
        let shankFront = shankUp.cross(leg.thigh.z).normalized
        leg.shank = Rotation(x: shankFront, y: shankUp, z: shankFront.cross(shankUp))
        leg.knee = chain.middle
        leg.ankle = chain.end
        leg.foot = sole ?? foot(side, shank: leg.shank)
        return leg
    }

    private func arm(_ side: Side, reaching target: LimbTarget) -> Posture.Arm {
        var arm = posture.arms[side]
        guard let place = place(of: target, for: side) else { return arm }
        if target.contact == .elbow { return resting(forearm: side, on: place, target) }
        let normal = place.normal
        let pole = direction(
            pose.arms[side].elbowPoint ?? PoseDirection(.back, .init(word: .out)), for: side, frame: posture.chest.rotation)
        let given = target.fingers.map {
            direction($0, for: side, frame: posture.chest.rotation).orthogonal(to: normal).normalized
        }
        var fingers = given ?? -arm.forearm.y
        for _ in 0..<4 {
            fingers = given ?? (-arm.forearm.y).orthogonal(to: normal).normalized
            let wanted: Vector =
                target.contact == .wrist
                ? place.position + normal * 0.02
                : place.position + normal * (0.022 + (target.rise ?? 0)) - fingers * (target.palm ?? 0.085)
            let shoulder = shoulder(side, towards: (wanted - arm.shoulder).normalized)
            arm = extend(arm, of: side, from: shoulder, to: wanted, pole: pole)
        }
        let along = given != nil || target.contact != .wrist ? -fingers : arm.forearm.y
        let palm = -normal.orthogonal(to: along)
        arm.hand = .orthonormal(x: palm.length > 0.05 ? palm : arm.forearm.x, y: along)
        arm.curl = target.curl ?? target.defaultCurl
        return arm
    }

    /// Stretches shoulder, elbow and wrist to a place; the shoulder slides up to 7 cm where the arm is too short.
    private func extend(_ old: Posture.Arm, of side: Side, from start: Vector, to wanted: Vector, pole: Vector) -> Posture.Arm {
        var arm = old
        var shoulder = start
        let way = wanted - shoulder
        let longest = (Proportions.upperArm + Proportions.forearm) * 0.998
        if way.length > longest { shoulder += way.normalized * min(way.length - longest, 0.07) }
        func chain(_ raised: Double) -> TwoBoneChain {
            TwoBoneChain(
                root: shoulder, target: wanted, upper: Proportions.upperArm, lower: Proportions.forearm,
                pole: pole + Vector(0, raised, 0))
        }
        var raised = 0.0
        var solved = chain(raised)
        // An elbow stays above the floor where the pole can be turned up.
        while solved.middle.y < Self.elbowThickness, raised < 6 {
            raised += 0.15
            solved = chain(raised)
        }
        arm.shoulder = shoulder
        arm.elbow = solved.middle
        arm.wrist = solved.end
        orient(&arm, pole: pole)
        return arm
    }

    /// Lays elbow and forearm on a place, the forearm along the fingers' direction.
    private func resting(
        forearm side: Side, on place: (position: Vector, normal: Vector), _ target: LimbTarget
    ) -> Posture.Arm {
        var arm = posture.arms[side]
        let pole = direction(
            pose.arms[side].elbowPoint ?? PoseDirection(.back, .init(word: .out)), for: side, frame: posture.chest.rotation)
        let along =
            target.fingers.map { direction($0, for: side, frame: posture.chest.rotation) } ?? posture.chest.rotation.y
        let fingers = along.orthogonal(to: place.normal).normalized
        for _ in 0..<4 {
            let wanted = place.position + place.normal * Self.elbowThickness
            let shoulder = shoulder(side, towards: (place.position - arm.shoulder).normalized)
            arm.shoulder = shoulder
            arm.elbow = shoulder + (wanted - shoulder).normalized * Proportions.upperArm
            arm.elbow.y = max(arm.elbow.y, place.position.y + Self.elbowThickness)
            var wrist = arm.elbow + fingers * Proportions.forearm
            wrist.y = place.position.y + 0.03
            arm.wrist = arm.elbow + (wrist - arm.elbow).normalized * Proportions.forearm
            orient(&arm, pole: pole)
        }
        arm.hand = .orthonormal(x: -place.normal, y: (arm.elbow - arm.wrist).normalized)
        arm.curl = target.curl ?? target.defaultCurl
        return arm
    }

    /// How the ankle moves as the heel (positive degrees) or the toes leave the ground: the ball of the foot or the heel stays.
    static func ankleShift(lift: Double) -> Vector {
        guard lift != 0 else { return Vector() }
        let pivot = lift > 0 ? Vector(0.125, -Proportions.ankle, 0) : Vector(-0.052, -Proportions.ankle, 0)
        return pivot - Rotation.aboutZ(-lift) * pivot
    }

    /// From the middle of the elbow joint to the floor under it.
    static let elbowThickness = 0.037

    /// Frames of upper arm and forearm from their joints: the elbow bends towards the upper arm's front.
    private func orient(_ arm: inout Posture.Arm, pole: Vector) {
        let upperUp = (arm.shoulder - arm.elbow).normalized
        let foreUp = (arm.elbow - arm.wrist).normalized
        var hinge = upperUp.cross(foreUp)
        if hinge.length < 0.05 { hinge = upperUp.cross(pole) }
        if hinge.length < 1e-6 { hinge = posture.chest.rotation.z }
        var front = upperUp.cross(hinge.normalized).normalized
        if (-foreUp).dot(front) < 0 { front = -front }
        arm.upperArm = Rotation(x: front, y: upperUp, z: front.cross(upperUp))
        let foreFront = front.orthogonal(to: foreUp)
        arm.forearm = .orthonormal(x: foreFront.length > 0.1 ? foreFront : upperUp, y: foreUp)
    }
}

extension LimbTarget {
    /// Hands on the floor are flat, hands on a body a little bent.
    fileprivate var defaultCurl: Double {
        switch place {
        case .floor, .below: 0
        case .anchor, .room: 14
        }
    }
}
