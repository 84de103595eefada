import Exercises

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How far joints go, in degrees; beyond, a pose is warned about and drawn all the same.
package enum JointRange {
    package enum Joint: String, Hashable, Sendable, CaseIterable {
        case hipFlexion, hipAbduction, knee, elbow, ankle, lumbar, thoracic, neck, sideBend, twist
    }

    static let hipFlexion = -30.0...140.0
    static let hipAbduction = -45.0...55.0
    static let knee = 0.0...160.0
    static let elbow = 0.0...152.0
    static let ankle = -50.0...25.0
    static let lumbar = -32.0...75.0
    static let thoracic = -32.0...60.0
    static let neck = -75.0...75.0
    static let sideBend = -38.0...38.0
    static let twist = -65.0...65.0

    /// How far a joint goes, in degrees.
    package static func range(of joint: Joint) -> ClosedRange<Double> {
        switch joint {
        case .hipFlexion: hipFlexion
        case .hipAbduction: hipAbduction
        case .knee: knee
        case .elbow: elbow
        case .ankle: ankle
        case .lumbar: lumbar
        case .thoracic: thoracic
        case .neck: neck
        case .sideBend: sideBend
        case .twist: twist
        }
    }

    /// Every joint of a solved pose with its angle, its range and the key that leads it.
    static func angles(
        of posture: Posture, pose: PoseDescription
    ) -> [(joint: Joint, degrees: Double, range: ClosedRange<Double>, key: String)] {
        var result: [(joint: Joint, degrees: Double, range: ClosedRange<Double>, key: String)] = []
        let spine = SpineAngles(pose)
        result.append((.lumbar, spine.lumbar.flex ?? 0, lumbar, pose.lumbar == nil ? "spine" : "lumbar"))
        result.append((.thoracic, spine.thoracic.flex ?? 0, thoracic, pose.thoracic == nil ? "spine" : "thoracic"))
        result.append((.neck, (spine.neck.flex ?? 0) + (spine.head.flex ?? 0), neck, "neck"))
        result.append((.sideBend, (spine.lumbar.side ?? 0) + (spine.thoracic.side ?? 0), sideBend, "spine"))
        result.append((.twist, (spine.lumbar.twist ?? 0) + (spine.thoracic.twist ?? 0), twist, "spine"))
        for side in [Side.right, .left] {
            let leg = posture.legs[side]
            let legKey = (pose.legs[side].foot == nil ? "hip" : "foot") + side.letter
            let thigh = -(posture.pelvis.rotation.inverse * leg.thigh.y)
            result.append((.hipFlexion, degrees(atan2(thigh.x, -thigh.y)), hipFlexion, legKey))
            result.append((.hipAbduction, degrees(asin(min(1, max(-1, thigh.z * side.sign)))), hipAbduction, legKey))
            result.append((.knee, angle(leg.thigh.y, leg.shank.y), knee, (pose.legs[side].foot == nil ? "knee" : "foot") + side.letter))
            if case .angle(let bend)? = pose.legs[side].ankle, pose.legs[side].kneeling == nil {
                result.append((.ankle, bend, ankle, "ankle" + side.letter))
            }
            let arm = posture.arms[side]
            let armKey = (pose.arms[side].hand == nil ? "elbow" : "hand") + side.letter
            result.append((.elbow, angle(arm.upperArm.y, arm.forearm.y), elbow, armKey))
        }
        return result
    }

    private static func degrees(_ radians: Double) -> Double { radians * 180 / .pi }

    private static func angle(_ first: Vector, _ second: Vector) -> Double {
        degrees(acos(min(1, max(-1, first.dot(second)))))
    }
}
