package import Exercises

/// Looks at a solved pose for what cannot be: places out of reach, joints too far bent, parts under the floor or in each other.
package enum PoseInspection {
    /// Farther than this from its place, in metres, a hand or foot misses it.
    package static let reachTolerance = 0.03
    /// Deeper than this, in metres, is under the floor: flesh gives way on a mat.
    package static let floorTolerance = 0.025
    /// Deeper than this, in metres, two parts pass through each other: flesh gives way.
    package static let overlapTolerance = 0.035

    /// What an author should know about a pose for a body of some build, its limbs from right to left.
    package static func findings(in pose: PoseDescription, build: Person.Build = .average) -> [PoseFinding] {
        let solved = PoseSolver.solve(pose, build: build)
        var findings = findings(in: pose, posture: solved.posture, other: solved.partner, owner: .own)
        if let partnerPose = pose.partner.first, let partner = solved.partner {
            findings += self.findings(in: partnerPose, posture: partner, other: solved.posture, owner: .partner)
        }
        return findings
    }

    private static func findings(
        in pose: PoseDescription, posture: Posture, other: Posture?, owner: BodyAnchor.Owner
    ) -> [PoseFinding] {
        var solver = PoseSolver(pose, build: posture.build, owner: owner, other: other)
        solver.posture = posture
        let kinds = misses(solver) + ranges(posture, pose) + floor(posture, pose) + overlaps(posture)
        return kinds.map { PoseFinding(kind: $0.0, key: $0.1, isPartner: owner == .partner) }
    }

    private static func misses(_ solver: PoseSolver) -> [(PoseFinding.Kind, String?)] {
        var result: [(PoseFinding.Kind, String?)] = []
        for side in [Side.right, .left] {
            if let target = solver.pose.arms[side].hand, let place = solver.place(of: target, for: side) {
                let arm = solver.posture.arms[side]
                let distance: Double =
                    switch target.contact {
                    case .elbow: (arm.elbow - place.position).length - PoseSolver.elbowThickness
                    case .wrist: (arm.wrist - place.position).length - 0.02
                    default:
                        (arm.wrist - arm.hand.y * (target.palm ?? 0.085) - place.position).length - 0.022 - (target.rise ?? 0)
                    }
                if distance > reachTolerance { result.append((.misses(distance: distance), "hand" + side.letter)) }
            }
            if solver.pose.legs[side].kneeling == nil, let target = solver.pose.legs[side].foot,
                let place = solver.place(of: target, for: side)
            {
                let lifted = PoseSolver.ankleShift(lift: target.lift ?? 0).length
                let distance = (solver.posture.legs[side].ankle - place.position).length - Proportions.ankle - lifted
                if distance > reachTolerance { result.append((.misses(distance: distance), "foot" + side.letter)) }
            }
        }
        return result
    }

    private static func ranges(_ posture: Posture, _ pose: PoseDescription) -> [(PoseFinding.Kind, String?)] {
        JointRange.angles(of: posture, pose: pose).filter { !$0.range.contains($0.degrees) }
            .map { (.outOfRange(joint: $0.joint, degrees: $0.degrees, range: $0.range), $0.key) }
    }

    private static func floor(_ posture: Posture, _ pose: PoseDescription) -> [(PoseFinding.Kind, String?)] {
        RestPart.allCases.compactMap { part in
            let depth = -RestSurface.lowest(of: part, in: posture)
            return depth > floorTolerance ? (.underFloor(part: part, depth: depth), nil) : nil
        }
    }

    private static func overlaps(_ posture: Posture) -> [(PoseFinding.Kind, String?)] {
        let limbs = LimbCapsule.all(of: posture)
        var result: [(PoseFinding.Kind, String?)] = []
        for (index, limb) in limbs.enumerated() {
            for other in limbs[(index + 1)...] where !limb.isJoined(to: other) {
                let depth = limb.overlap(with: other)
                if depth > overlapTolerance { result.append((.passesThrough(part: limb.name, other: other.name, depth: depth), nil)) }
            }
            let depth = limb.overlap(withTrunkOf: posture)
            if depth > overlapTolerance { result.append((.passesThrough(part: limb.name, other: "trunk", depth: depth), nil)) }
        }
        return result
    }
}
