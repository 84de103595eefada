import Exercises

/// A limb's bone as a line with thickness, to find out whether limbs pass through each other.
struct LimbCapsule: Sendable {
    /// As an author would say it, such as `right forearm`.
    let name: String
    let start: Vector
    let end: Vector
    /// In metres, at each end.
    let radii: (start: Double, end: Double)
    /// The joints at its ends; limbs that share one touch each other there.
    let joints: Set<String>
    /// How much of its start lies inside the trunk by nature.
    let hiddenStart: Double

    static func all(of posture: Posture) -> [LimbCapsule] {
        [Side.right, .left].flatMap { side in
            let leg = posture.legs[side]
            let arm = posture.arms[side]
            let (name, letter) = (side.rawValue, side.letter)
            let hand = arm.wrist - arm.hand.y * 0.12
            return [
                LimbCapsule(
                    name: "\(name) thigh", start: leg.hip, end: leg.knee, radii: (0.085, 0.053), joints: ["hip", "knee" + letter],
                    hiddenStart: 0.45),
                LimbCapsule(
                    name: "\(name) shank", start: leg.knee, end: leg.ankle, radii: (0.052, 0.033),
                    joints: ["knee" + letter, "ankle" + letter], hiddenStart: 0),
                LimbCapsule(
                    name: "\(name) upper arm", start: arm.shoulder, end: arm.elbow, radii: (0.047, 0.036),
                    joints: ["shoulder" + letter, "elbow" + letter], hiddenStart: 0.6),
                LimbCapsule(
                    name: "\(name) forearm", start: arm.elbow, end: arm.wrist, radii: (0.038, 0.024),
                    joints: ["elbow" + letter, "wrist" + letter], hiddenStart: 0),
                LimbCapsule(
                    name: "\(name) hand", start: arm.wrist, end: hand, radii: (0.02, 0.018), joints: ["wrist" + letter],
                    hiddenStart: 0),
            ]
        }
    }

    func isJoined(to other: LimbCapsule) -> Bool { !joints.isDisjoint(with: other.joints) }

    /// Metres that two limbs share at their nearest points; 0 when they do not touch.
    func overlap(with other: LimbCapsule) -> Double {
        var deepest = 0.0
        for step in 0...10 {
            let place = Double(step) / 10
            let point = start.mixed(with: end, place)
            let bone = other.end - other.start
            let along = min(1, max(0, (point - other.start).dot(bone) / max(1e-9, bone.dot(bone))))
            let distance = (point - other.start.mixed(with: other.end, along)).length
            deepest = max(deepest, radius(at: place) + other.radius(at: along) - distance)
        }
        return deepest
    }

    /// Metres by which the limb's middle line lies inside the trunk's surface.
    func overlap(withTrunkOf posture: Posture) -> Double {
        let curve = SpineCurve(posture.spine)
        var deepest = 0.0
        for ringStep in 0...11 {
            let distance = Double(ringStep) * 0.04
            let ring = posture.surface.torso(at: distance)
            let centre = curve.position(at: distance)
            let frame = curve.frame(at: distance)
            for step in 0...8 {
                let place = hiddenStart + (1 - hiddenStart) * Double(step) / 8
                let local = frame.inverse * (start.mixed(with: end, place) - centre)
                guard abs(local.y) < 0.025 else { continue }
                let depth = local.x > 0 ? ring.front : ring.back
                let share = Point(local.x / max(0.01, depth), local.z / max(0.01, ring.halfWidth)).length
                deepest = max(deepest, (1 - share) * min(depth, ring.halfWidth))
            }
        }
        return deepest
    }

    private func radius(at place: Double) -> Double { radii.start + (radii.end - radii.start) * place }
}
