import Exercises

/// Poses that the tests of the drawing share.
enum SamplePoses {
    static let standing: PoseDescription = {
        var pose = PoseDescription()
        pose.rest = [.parts([.footR, .footL], height: 0)]
        pose.legs = BothSides { _ in
            var leg = LegPose()
            leg.hip = JointAngles(flexion: 0, abduction: 5, rotation: 8)
            leg.knee = 3
            leg.ankle = .flat
            return leg
        }
        return pose
    }()

    static let allFours: PoseDescription = {
        var pose = PoseDescription()
        pose.body = BodyPlacement(pitch: 84)
        pose.rest = [.knees, .arms(0.995)]
        pose.neck = RegionAngles(flex: -16)
        pose.legs = BothSides { _ in
            var leg = LegPose()
            leg.kneeling = LegPose.Kneeling(ahead: 0, out: 0.02)
            return leg
        }
        pose.arms = BothSides { _ in
            var arm = ArmPose()
            var hand = LimbTarget(.below(BodyAnchor(part: .shoulder), ahead: 0.085, out: 0))
            hand.fingers = PoseDirection(.ahead)
            arm.hand = hand
            arm.elbowPoint = PoseDirection(.behind, .init(word: .out, weight: 0.4))
            return arm
        }
        return pose
    }()

    static let rounded: PoseDescription = {
        var pose = PoseDescription()
        pose.spine = RegionAngles(flex: 84)
        pose.neck = RegionAngles(flex: 34)
        return pose.over(allFours)
    }()

    static let supine: PoseDescription = {
        var pose = PoseDescription()
        pose.body = BodyPlacement(pitch: -90)
        pose.hold = .chest
        pose.rest = [.zone(0.36...0.47, height: 0), .zone(-0.03...0.07, height: 0)]
        pose.headRest = .on(height: 0)
        pose.legs = BothSides { _ in
            var leg = LegPose()
            var foot = LimbTarget(.floor(ahead: 0.43, out: 0.10, of: nil))
            foot.toes = PoseDirection(.ahead)
            leg.foot = foot
            leg.kneePoint = PoseDirection(.up)
            return leg
        }
        pose.arms = BothSides { _ in
            var arm = ArmPose()
            var hand = LimbTarget(.floor(ahead: 0.03, out: 0.30, of: nil))
            hand.fingers = PoseDirection(.feet)
            arm.hand = hand
            arm.elbowPoint = PoseDirection(.out, .init(word: .down, weight: 0.3))
            return arm
        }
        return pose
    }()

    static let twisted: PoseDescription = {
        var pose = PoseDescription()
        pose.spine = RegionAngles(side: 8, twist: 40)
        pose.neck = RegionAngles(twist: 20)
        pose.arms.right.shoulder = .angles(JointAngles(flexion: 60, abduction: 30))
        pose.arms.right.elbow = 70
        pose.arms.left.hand = LimbTarget(.anchor(BodyAnchor(part: .thigh, side: .right, face: .front, fraction: 0.25)))
        return pose.over(standing)
    }()

    static let all: [(name: String, pose: PoseDescription)] = [
        ("standing", standing), ("all fours", allFours), ("rounded", rounded), ("supine", supine), ("twisted", twisted),
    ]
}

extension PoseDescription {
    /// The same pose written for the other side.
    var otherSide: PoseDescription {
        var pose = self
        func turned(_ angles: RegionAngles?) -> RegionAngles? {
            angles.map { RegionAngles(flex: $0.flex, side: $0.side.map(-), twist: $0.twist.map(-)) }
        }
        pose.spine = turned(spine)
        pose.neck = turned(neck)
        pose.legs = legs.swapped
        pose.arms = arms.swapped
        for side in [Side.right, .left] {
            guard let target = pose.arms[side].hand, case .anchor(let anchor) = target.place else { continue }
            pose.arms[side].hand?.place = .anchor(
                BodyAnchor(part: anchor.part, side: anchor.side?.opposite, face: anchor.face, fraction: anchor.fraction))
        }
        return pose
    }
}
