import Diagnostics
import Exercises

extension PoseDecoding {
    /// Both legs; what is said of one side wins for that side.
    mutating func legs() -> BothSides<LegPose> {
        let both = leg(.both)
        return BothSides(right: leg(.one(.right)).over(both), left: leg(.one(.left)).over(both))
    }

    private mutating func leg(_ limb: LimbKeys) -> LegPose {
        var leg = LegPose()
        let (hip, knee) = (limb.key("hips", "hip"), limb.key("knees", "knee"))
        let (foot, kneeling) = (limb.key("feet", "foot"), limb.key("legs", "leg"))
        leg.hip = keys.value(hip).flatMap { joint($0, keys.path(of: hip)) }
        leg.knee = keys.angle(knee)
        leg.ankle = ankle(limb.key("ankles", "ankle"))
        leg.toes = keys.angle(limb.key("toes", "toes"))
        leg.foot = target(foot, .foot)
        leg.kneeling = self.kneeling(kneeling)
        leg.kneePoint = keys.direction(limb.key("knees", "knee", "Point"))
        checkLeader([[hip, knee], [foot], [kneeling]], of: "leg")
        return leg
    }

    /// Both arms; what is said of one side wins for that side.
    mutating func arms() -> BothSides<ArmPose> {
        let both = arm(.both)
        let arms = BothSides(right: arm(.one(.right)).over(both), left: arm(.one(.left)).over(both))
        keys.markPluralsAsBothSides()
        return arms
    }

    private mutating func arm(_ limb: LimbKeys) -> ArmPose {
        var arm = ArmPose()
        let (shoulder, elbow, hand) = (limb.key("shoulders", "shoulder"), limb.key("elbows", "elbow"), limb.key("hands", "hand"))
        arm.shoulder = self.shoulder(shoulder)
        arm.elbow = keys.angle(elbow)
        arm.wrist = keys.angle(limb.key("wrists", "wrist"))
        arm.pronation = keys.angle(limb.key("pronation", "pronation"))
        arm.hand = target(hand, .hand)
        arm.elbowPoint = keys.direction(limb.key("elbows", "elbow", "Point"))
        arm.girdle = girdle(limb.key("girdles", "girdle"))
        checkLeader([[shoulder, elbow], [hand]], of: "arm")
        return arm
    }

    /// Reports keys of more than one group: angles and a place cannot both say where a limb is.
    private func checkLeader(_ groups: [[String]], of limb: String) {
        let written = groups.compactMap { group in group.first { keys.has($0) } }
            .compactMap { key in keys.keyRange(key).map { (key: key, range: $0) } }
            .sorted { $0.range.lowerBound < $1.range.lowerBound }
        guard written.count > 1 else { return }
        keys.log.report(
            "two-leaders", "`\(written[0].key)` and `\(written[1].key)` both say where the \(limb) is: which leads?", written[1].range,
            notes: ["a limb has either angles or a place to reach"], fix: Fix("keep one of them"))
    }

    private mutating func ankle(_ key: String) -> LegPose.Ankle? {
        guard let value = keys.value(key) else { return nil }
        if case .scalar("flat", _) = value.kind { return .flat }
        return keys.number(value, keys.path(of: key), in: PoseBounds.angle, expected: "a number of degrees, or `flat`").map { .angle($0) }
    }

    private mutating func kneeling(_ key: String) -> LegPose.Kneeling? {
        guard var leg = keys.mapping(key) else { return nil }
        let place = leg.require("kneel", leg.value("kneel"), expected: "`kneel: [ahead, out]`, where the knee stands")
        leg.finish()
        let numbers = place.flatMap { leg.numbers($0, leg.path(of: "kneel"), ["ahead", "out"], in: PoseBounds.metres) }
        return numbers.map { LegPose.Kneeling(ahead: $0[0], out: $0[1]) }
    }

    private mutating func shoulder(_ key: String) -> ArmPose.Shoulder? {
        guard let value = keys.value(key) else { return nil }
        if case .scalar("hang", _) = value.kind { return .hang }
        return joint(value, keys.path(of: key), or: "`hang`").map { .angles($0) }
    }

    private mutating func girdle(_ key: String) -> ArmPose.Girdle? {
        guard var girdle = keys.mapping(key) else { return nil }
        let up = girdle.metres("up")
        let forward = girdle.metres("forward")
        girdle.finish()
        return ArmPose.Girdle(up: up ?? 0, forward: forward ?? 0)
    }

    /// Flexion alone, `[flexion, abduction, rotation]`, or a mapping with these names.
    private func joint(_ value: YAMLValue, _ path: String, or alternative: String? = nil) -> JointAngles? {
        switch value.kind {
        case .scalar:
            let expected = "a number of degrees" + (alternative.map { ", or \($0)" } ?? "")
            return keys.number(value, path, in: PoseBounds.angle, expected: expected).map { JointAngles(flexion: $0) }
        case .sequence:
            return keys.numbers(value, path, ["flexion", "abduction", "rotation"], in: PoseBounds.angle).map {
                JointAngles(flexion: $0[0], abduction: $0[1], rotation: $0[2])
            }
        case .mapping:
            guard var joint = MappingDecoder(value, path: path, log: keys.log) else { return nil }
            let angles = (joint.angle("flexion"), joint.angle("abduction"), joint.angle("rotation"))
            joint.finish()
            return JointAngles(flexion: angles.0 ?? 0, abduction: angles.1 ?? 0, rotation: angles.2 ?? 0)
        }
    }
}
