import Diagnostics
import Exercises

/// Builds what one mapping says of a pose. The caller asks for further keys of its own and finishes.
struct PoseDecoding {
    /// Listed for an unknown key: one-sided keys are many and follow one rule.
    static let expectedKeys = """
        from, body, rest, hold, headRest, spine, lumbar, thoracic, neck, head, hips, knees, ankles, toes, feet, legs, kneesPoint, \
        shoulders, elbows, wrists, pronation, hands, elbowsPoint, girdles; or for one side such as hipR, footL, kneeRPoint
        """

    var keys: MappingDecoder
    let isPartner: Bool

    init(_ keys: MappingDecoder, isPartner: Bool = false) {
        self.keys = keys
        self.isPartner = isPartner
    }

    /// Whose bodies the anchors of the limbs can mean.
    var owners: [BodyAnchor.Owner] { [.own, isPartner ? .patient : .partner] }

    mutating func pose() -> WrittenPose {
        var written = WrittenPose()
        written.from = poseName("from")
        written.pose.body = body()
        written.pose.rest = rest()
        written.pose.hold = keys.term("hold", PoseDescription.Hold.self)
        written.pose.headRest = headRest()
        written.pose.spine = region("spine")
        written.pose.lumbar = region("lumbar")
        written.pose.thoracic = region("thoracic")
        written.pose.neck = region("neck")
        written.pose.head = region("head")
        written.pose.legs = legs()
        written.pose.arms = arms()
        if isPartner { return written }
        written.pose.camera = keys.camera("camera")
        written.pose.props = keys.props("props")
        if let partner = partner() {
            written.pose.partner = [partner.pose]
            written.partnerFrom = partner.from
        }
        return written
    }

    /// The name of a pose; whether there is one is known when all have been read.
    mutating func poseName(_ key: String) -> WrittenPose.Name? {
        guard let (text, _, range) = keys.scalar(key, expected: "the name of a pose") else { return nil }
        return WrittenPose.Name(text: text, range: range)
    }

    private mutating func partner() -> WrittenPose? {
        guard let mapping = keys.mapping("partner") else { return nil }
        var decoding = PoseDecoding(mapping, isPartner: true)
        let partner = decoding.pose()
        if let range = decoding.keys.keyRange("partner") {
            _ = decoding.keys.value("partner")
            keys.log.report("partner-in-a-partner", "a partner has no partner", range, fix: Fix("remove it"))
        }
        decoding.keys.finish(expected: Self.expectedKeys)
        return partner
    }

    private mutating func body() -> BodyPlacement? {
        guard var body = keys.mapping("body") else { return nil }
        let placement = BodyPlacement(
            pitch: body.angle("pitch"), yaw: body.angle("yaw"), roll: body.angle("roll"), tilt: body.angle("tilt"),
            ahead: body.metres("ahead"), right: body.metres("right"))
        body.finish()
        return placement
    }

    private mutating func headRest() -> PoseDescription.HeadRest? {
        guard let value = keys.value("headRest") else { return nil }
        switch value.kind {
        case .scalar("true", isPlain: true): return .on(height: 0)
        case .scalar("false", isPlain: true): return .free
        default:
            let expected = "true, false or the height in metres that the head rests at"
            return keys.number(value, keys.path(of: "headRest"), in: PoseBounds.metres, expected: expected).map { .on(height: $0) }
        }
    }
}
