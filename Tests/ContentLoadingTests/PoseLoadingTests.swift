import Diagnostics
import Exercises
import Testing

@testable import ContentLoading

/// A library with base poses and one exercise with figures.
enum PoseSample {
    static let base = """
        standing: {rest: {parts: [footR, footL]}, shoulders: hang, props: [wall], camera: back}
        all-fours:
          body: {pitch: 84}
          rest: [{kneel: true}, {arms: 0.995}]
          legs: {kneel: [0, 0.02]}
          hands: {below: shoulder, ahead: 0.085, fingers: ahead}

        """

    /// What the front matter holds after these lines begins at line 14.
    static func load(figures: String, base: String = base, more: [String: String] = [:], body: String = "## Steps\n\n1. Lift.\n") throws
        -> LoadedContent
    {
        let exercise = TemporaryLibrary.exercise(more: figures, body: body)
        let files = ["Content/Poses/base.yaml": base, "Content/Exercises/bridge.md": exercise].merging(more) { $1 }
        return try TemporaryLibrary(files).load()
    }

    /// The drawn pictures, where nothing is wrong.
    static func figures(_ figures: String, body: String = "## Steps\n\n1. Lift.\n") throws -> Figures {
        let content = try load(figures: "figures:\n" + figures, body: body)
        try #require(content.diagnostics == [], "\(content.diagnostics.map { "\($0.id): \($0.message)" })")
        return try #require(Slug("bridge").flatMap { content.soundLibrary?.exercise($0) }?.figures)
    }

    /// One pose, on top of nothing.
    static func pose(_ keys: String) throws -> PoseDescription {
        let content = try load(figures: "", base: "pose:\n" + keys.split(separator: "\n").map { "  \($0)\n" }.joined())
        try #require(content.diagnostics == [], "\(content.diagnostics.map { "\($0.id): \($0.message)" })")
        return try #require(content.soundLibrary?.basePoses["pose"])
    }
}

@Suite("The pose language")
struct PoseLoadingTests {
    /// A pose as it is written, and as values.
    static let readings: [(String, @Sendable (inout PoseDescription) -> Void)] = [
        (
            "body: {pitch: 84, yaw: -180, roll: 1.5, tilt: 0, ahead: 0.37, right: -0.2}",
            {
                $0.body = BodyPlacement(pitch: 84, yaw: -180, roll: 1.5, tilt: 0, ahead: 0.37, right: -0.2)
            }
        ),
        ("spine: 84", { $0.spine = RegionAngles(flex: 84) }),
        ("spine: {flex: 30, side: 20 right, twist: 45 left}", { $0.spine = RegionAngles(flex: 30, side: 20, twist: -45) }),
        (
            "lumbar: {twist: 0}\nthoracic: -14\nneck: {side: 10 left}\nhead: {twist: 20.5 right}",
            {
                $0.lumbar = RegionAngles(twist: 0)
                $0.thoracic = RegionAngles(flex: -14)
                $0.neck = RegionAngles(side: -10)
                $0.head = RegionAngles(twist: 20.5)
            }
        ),
        ("hold: chest\nheadRest: true", { ($0.hold, $0.headRest) = (.chest, .on(height: 0)) }),
        ("hold: pelvis\nheadRest: false", { ($0.hold, $0.headRest) = (.pelvis, .free) }),
        ("headRest: 0.15", { $0.headRest = .on(height: 0.15) }),
        ("hips: 90\nknees: 80", { for side in Side.allCases { ($0.legs[side].hip, $0.legs[side].knee) = (JointAngles(flexion: 90), 80) } }),
        (
            "hipR: [128, 12, -3]\nhipL: {abduction: 5}",
            {
                $0.legs.right.hip = JointAngles(flexion: 128, abduction: 12, rotation: -3)
                $0.legs.left.hip = JointAngles(flexion: 0, abduction: 5)
            }
        ),
        (
            "ankles: flat\nankleL: -62\ntoes: 20",
            {
                ($0.legs.right.ankle, $0.legs.left.ankle) = (.flat, .angle(-62))
                ($0.legs.right.toes, $0.legs.left.toes) = (20, 20)
            }
        ),
        ("kneeR: 20\nknees: 90", { ($0.legs.right.knee, $0.legs.left.knee) = (20, 90) }),
        (
            "feet: {floor: [0.4, 0.1], contact: heel, lift: 5}\nhipR: 40",
            {
                var foot = LimbTarget(.floor(ahead: 0.4, out: 0.1, of: nil))
                (foot.contact, foot.lift) = (.heel, 5)
                $0.legs.left.foot = foot
                $0.legs.right.hip = JointAngles(flexion: 40)
            }
        ),
        (
            "legs: {kneel: [0.37, 0.12]}\nkneesPoint: down\nkneeLPoint: out",
            {
                for side in Side.allCases { $0.legs[side].kneeling = LegPose.Kneeling(ahead: 0.37, out: 0.12) }
                ($0.legs.right.kneePoint, $0.legs.left.kneePoint) = (PoseDirection(.down), PoseDirection(.out))
            }
        ),
        (
            "shoulders: hang\nshoulderL: 30\nelbows: 14\nwristR: -5\npronation: 20\npronationL: 0",
            {
                ($0.arms.right.shoulder, $0.arms.left.shoulder) = (.hang, .angles(JointAngles(flexion: 30)))
                ($0.arms.right.elbow, $0.arms.left.elbow, $0.arms.right.wrist) = (14, 14, -5)
                ($0.arms.right.pronation, $0.arms.left.pronation) = (20, 0)
            }
        ),
        (
            "girdles: {up: 0.02}\nelbowRPoint: behind+out*0.4",
            {
                for side in Side.allCases { $0.arms[side].girdle = ArmPose.Girdle(up: 0.02, forward: 0) }
                $0.arms.right.elbowPoint = PoseDirection(.behind, .init(word: .out, weight: 0.4))
            }
        ),
        (
            "handR: thigh.R.inner@0.9\nfootL: {at: shin.front@0.15, contact: ankle, shift: [0, 0.01, -0.04], toes: ahead}",
            {
                $0.arms.right.hand = LimbTarget(.anchor(BodyAnchor(part: .thigh, side: .right, face: .inner, fraction: 0.9)))
                var foot = LimbTarget(.anchor(BodyAnchor(part: .shin, face: .front, fraction: 0.15)))
                (foot.contact, foot.shift, foot.toes) = (.ankle, SIMD3(0, 0.01, -0.04), PoseDirection(.ahead))
                $0.legs.left.foot = foot
            }
        ),
        (
            "handR: {room: [-0.24, 0.72, 0.2], fingers: left, palm: 0.05, rise: 0.02, curl: 30, normal: up}",
            {
                var hand = LimbTarget(.room(ahead: -0.24, up: 0.72, right: 0.2))
                (hand.fingers, hand.palm, hand.rise, hand.curl, hand.normal) = (PoseDirection(.left), 0.05, 0.02, 30, PoseDirection(.up))
                $0.arms.right.hand = hand
            }
        ),
        (
            "handL: {floor: [0.1, 0.2], of: knee.R, height: 0.45, contact: elbow}\nhandR: {below: shoulder, out: 0.1}",
            {
                var left = LimbTarget(.floor(ahead: 0.1, out: 0.2, of: BodyAnchor(part: .knee, side: .right)))
                (left.height, left.contact) = (0.45, .elbow)
                $0.arms.left.hand = left
                $0.arms.right.hand = LimbTarget(.below(BodyAnchor(part: .shoulder), ahead: 0, out: 0.1))
            }
        ),
        ("rest: {parts: [footR, trunk], height: 0.45}", { $0.rest = [.parts([.footR, .trunk], height: 0.45)] }),
        (
            "rest: [{zone: [-0.03, 0.07]}, {point: back@0.36, height: 0.15}]",
            {
                $0.rest = [.zone(-0.03...0.07, height: 0), .point(BodyAnchor(part: .back, fraction: 0.36), height: 0.15)]
            }
        ),
        ("rest: [{kneel: true}, {arms: 0.995}]", { $0.rest = [.knees, .arms(0.995)] }),
        ("camera: front34\nprops: [foam-roller, cushion]", { ($0.camera, $0.props) = (Camera.named["front34"], [.roller, .cushion]) }),
        ("camera: {azimuth: -38, elevation: 16}\nprops: []", { ($0.camera, $0.props) = (Camera(azimuth: -38, elevation: 16), []) }),
        (
            "handR: partner.back.backL@0.43\npartner: {body: {yaw: 180}, handL: {at: patient.back, palm: 0.05}}",
            {
                $0.arms.right.hand = LimbTarget(.anchor(BodyAnchor(owner: .partner, part: .back, face: .backL, fraction: 0.43)))
                var (partner, hand) = (PoseDescription(), LimbTarget(.anchor(BodyAnchor(owner: .patient, part: .back))))
                hand.palm = 0.05
                (partner.body, partner.arms.left.hand) = (BodyPlacement(yaw: 180), hand)
                $0.partner = [partner]
            }
        ),
    ]

    @Test(arguments: readings.indices)
    func readsAPose(index: Int) throws {
        let (text, change) = Self.readings[index]
        var expected = PoseDescription()
        change(&expected)
        #expect(try PoseSample.pose(text) == expected)
    }

    @Test func aPoseInheritsAcrossFilesInAnyOrder() throws {
        let content = try PoseSample.load(
            figures: "", base: "a: {from: b, neck: 5}\n", more: ["Content/Poses/more.yaml": "b: {spine: 30, neck: 1}\n"])
        #expect(content.diagnostics == [])
        #expect(content.library?.basePoses["a"]?.spine == RegionAngles(flex: 30))
        #expect(content.library?.basePoses["a"]?.neck == RegionAngles(flex: 5))
        #expect(content.library?.basePoses.entries.map(\.name) == ["a", "b"])
        let origin = try #require(content.poseOrigins["a"])
        #expect(origin.file.path == "Content/Poses/base.yaml")
        #expect(origin.ranges["a.neck"] != nil)
        #expect(origin.ranges.nearest(to: "a.spine") == SourceRange(0, 1))
    }

    @Test func aLibraryNeedsNoPoses() throws {
        let content = try TemporaryLibrary().load()
        #expect(content.soundLibrary?.basePoses.entries == [])
    }

    @Test func aPartnerTakesThePostureOfAPoseAndNothingElse() throws {
        let base = PoseSample.base + "pair: {from: standing, partner: {from: standing, neck: 5}}\nnext: {from: pair, partner: {head: 3}}\n"
        let poses = try #require(try PoseSample.load(figures: "", base: base).soundLibrary?.basePoses)
        let partner = try #require(poses["pair"]?.partner.first)
        #expect(partner.rest == poses["standing"]?.rest)
        #expect(partner.neck == RegionAngles(flex: 5))
        #expect(partner.camera == nil && partner.props == nil && partner.partner.isEmpty)
        #expect(poses["next"]?.partner.first?.neck == RegionAngles(flex: 5))
        #expect(poses["next"]?.partner.first?.head == RegionAngles(flex: 3))
    }

    @Test func aChainOfThousandsOfPosesIsFollowed() throws {
        let chain = (0..<5000).map { "p\($0): {from: p\($0 + 1), neck: \($0 % 90)}\n" }.joined() + "p5000: {spine: 7}\n"
        let poses = try #require(try PoseSample.load(figures: "", base: chain).soundLibrary?.basePoses)
        #expect(poses["p0"]?.spine == RegionAngles(flex: 7))
        #expect(poses.entries.count == 5001)
    }

    @Test func aCycleOfThousandsOfPosesIsReportedOnce() throws {
        let chain = (0..<5000).map { "p\($0): {from: p\(($0 + 1) % 5000)}\n" }.joined()
        let found = try PoseSample.load(figures: "", base: chain).diagnostics
        #expect(found.map(\.id) == ["pose-cycle"])
        #expect((found.first?.notes.first?.count ?? 0) < 200)
    }

    @Test func thousandsOfUnknownNamesAreAllReported() throws {
        let poses = (0..<5000).map { "p\($0): {from: q\($0)}\n" }.joined()
        #expect(try PoseSample.load(figures: "", base: poses).diagnostics.count == 5000)
    }
}
