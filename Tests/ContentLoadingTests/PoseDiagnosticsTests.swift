import Diagnostics
import Exercises
import Testing

@testable import ContentLoading

/// What the pose language refuses. `«…»` stands around the place that must be marked.
@Suite("What poses may not say")
struct PoseDiagnosticsTests {
    /// The keys of one base pose, one a line.
    @Test(arguments: [
        ("«spin»: 84", "unknown-key"), ("«mat»: true", "unknown-key"), ("«kneesRPoint»: up", "unknown-key"), ("«spine»:", "empty-value"),
        ("spine: «.4»", "leading-zero"), ("spine: «012»", "leading-zero"), ("spine: «1e9»", "not-a-number"),
        ("spine: «.nan»", "not-a-number"),
        ("spine: «361»", "out-of-bounds"), ("spine: «[84]»", "wrong-type"), ("spine: {«bend»: 5}", "unknown-key"),
        ("spine: \"«−5»\"", "not-a-number"), ("spine: «30°»", "not-a-number"), ("spine: «yes»", "not-a-number"),
        ("spine: {twist: «45»}", "missing-side"), ("spine: {twist: «45 rigt»}", "missing-side"), ("spine: {side: «left»}", "missing-side"),
        ("spine: {side: «-5» left}", "out-of-bounds"), ("spine: {twist: «.5» left}", "leading-zero"),
        ("spine: {twist: «45 left right»}", "missing-side"), ("spine: {twist: «[45 left]»}", "wrong-type"),
        ("body: «84»", "wrong-type"), ("body: {ahead: «3.1»}", "out-of-bounds"), ("body: {«x»: 3}", "unknown-key"),
        ("hold: «waist»", "unknown-term"), ("headRest: «yes»", "not-a-number"), ("headRest: \"«true»\"", "not-a-number"),
        ("hips: «[90, 0]»", "wrong-type"), ("hips: [90, 0, «x»]", "not-a-number"), ("hips: {«flex»: 90}", "unknown-key"),
        ("shoulders: «hanging»", "not-a-number"), ("ankles: «level»", "not-a-number"), ("legs: {«knel»: [0, 0]}", ""),
        ("legs: {kneel: «[0]»}", "wrong-type"), ("legs: «{}»", "missing-key"), ("kneesPoint: out+«upp»", "unknown-direction"),
        ("kneesPoint: out+up*«.4»", "leading-zero"), ("kneesPoint: «up+down»", "no-direction"), ("kneesPoint: «[0, 1, 0]»", "wrong-type"),
        ("hands: «shouldr»", "unknown-part"), ("hands: «upperArm»", "unknown-part"), ("hands: knee.«fron»", "unknown-face"),
        ("hands: belly.«R.front»", "side-of-unpaired-part"), ("hands: thigh.R.outer@«1.5»", "out-of-bounds"),
        ("hands: {at: \"back.«bakL»@0.4\"}", "unknown-face"), ("hands: knee@«0.5»", "fraction-of-a-point"),
        ("hands: thigh.R.outer.«inner»", "not-an-anchor"), ("hands: «patient.back»", "wrong-person"),
        ("hands: «partner.back»", "no-partner"),
        ("«hands»: {fingers: up}", "not-a-place"), ("hands: {at: knee, «floor»: [0, 0]}", "not-a-place"),
        ("hands: {at: knee, «height»: 0.4}", "unknown-key"), ("hands: {floor: [0, 0], «shift»: [0, 0, 0]}", "unknown-key"),
        ("hands: {room: «[0, 0]»}", "wrong-type"), ("hands: {«world»: [0, 0, 0], at: knee}", "unknown-key"),
        ("hands: {at: knee, contact: «sole»}", "wrong-contact"),
        ("feet: {at: knee, contact: «palm»}", "wrong-contact"), ("feet: {at: knee, contact: «haunch»}", "unknown-term"),
        ("feet: {at: knee, «fingers»: up}", "unknown-key"), ("hands: {at: knee, «lift»: 4}", "unknown-key"),
        ("hands: {at: knee, fingers: «upp»}", "unknown-direction"), ("handR: knee\n«elbowR»: 20", "two-leaders"),
        ("kneeR: 20\n«footR»: knee.L", "two-leaders"),
        ("legs: {kneel: [0, 0]}\n«feet»: knee", "two-leaders"), ("«rest»: []", "wrong-type"),
        ("«rest»: [{kneel: true}, {kneel: true}, {arms: 1}]", "wrong-type"),
        ("rest: {kneel: «false»}", "wrong-type"), ("rest: {parts: [«torso»]}", "unknown-term"), ("rest: {«parts»: []}", "empty-value"),
        ("rest: {parts: [trunk, «trunk»]}", "duplicate-item"), ("rest: {zone: «[0.2, 0.1]»}", "empty-range"),
        ("rest: {zone: [«-0.2», 0.1]}", "out-of-bounds"), ("rest: {point: «knee»}", "missing-side"),
        ("rest: {kneel: true, «arms»: 1}", "not-a-contact"),
        ("rest: {«feet»: true}", "unknown-key"), ("rest: «{height: 0.4}»", "not-a-contact"), ("rest: {arms: «1.3»}", "out-of-bounds"),
        ("rest: {arms: 1, «height»: 0}", "unknown-key"), ("camera: «sid»", "unknown-camera"), ("camera: «{azimuth: 4}»", "missing-key"),
        ("camera: {azimuth: 4, elevation: «91»}", "out-of-bounds"), ("props: [«table»]", "unknown-term"), ("props: «mat»", "wrong-type"),
        ("partner: {«partner»: {neck: 5}}", "partner-in-a-partner"), ("partner: {«camera»: side}", "unknown-key"),
        ("partner: {handR: «partner.back»}", "wrong-person"), ("partner: {from: «nobody»}", "unknown-pose"),
        ("from: «nobody»", "unknown-pose"),
        ("from: «pose»", "pose-cycle"), ("partner: {from: pose}", "pose-cycle"), ("from: «[a]»", "wrong-type"),
        ("«arrow»: knee.R", "unknown-key"),
        ("«ghost»: none", "unknown-key"),
    ])
    func refusesABasePose(marked: String, id: String) throws {
        let text = "pose:\n" + marked.split(separator: "\n").map { "  \($0)\n" }.joined()
        try expect(id, at: text) { try PoseSample.load(figures: "", base: $0) }
    }

    /// A file of base poses.
    @Test(arguments: [
        ("«- a»", "yaml-not-a-mapping"), ("«a pose»", "yaml-not-a-mapping"), ("pose: «5»\n", "wrong-type"),
        ("«Pose»: {neck: 5}\n", "not-a-slug"),
        ("«start»: {neck: 5}\n", "reserved-name"), ("«none»: {neck: 5}\n", "reserved-name"),
        ("a: {from: b}\nb: {from: «a»}\n", "pose-cycle"),
        ("a: {from: «standin»}\nstanding: {neck: 5}\n", "unknown-pose"), ("a: {neck: 5}\n«a»: {neck: 5}\n", "duplicate-key"),
    ])
    func refusesAFileOfPoses(marked: String, id: String) throws {
        try expect(id, at: marked) { try PoseSample.load(figures: "", base: $0) }
    }

    @Test func aNameCanBeTakenInAnotherFile() throws {
        try expect("duplicate-pose", at: "a: {neck: 5}\n«standing»: {neck: 5}\n") {
            try PoseSample.load(figures: "", more: ["Content/Poses/more.yaml": $0])
        }
    }

    /// The lines below `figures:`.
    @Test(arguments: [
        ("poses: {«start»: {neck: 5}}", "reserved-name"), ("poses: {«Up»: {neck: 5}}", "not-a-slug"), ("poses: {up: «5»}", "wrong-type"),
        ("start: {from: «standng»}", "unknown-pose"), ("start: {from: standing}\nposes: {up: {from: «stat»}}", "unknown-pose"),
        ("start: {from: «up»}\nposes: {up: {neck: 5}}", "pose-cycle"), ("poses: {«up»: {neck: 5}}", "no-start"),
        ("start: {from: standing}\nposes: {up: {from: «down»}, down: {mirror: up}}", "not-a-posture"),
        ("start: {from: standing}\nposes: {a: {mirror: «b»}, b: {mirror: «a»}}", ""),
        ("start: {from: standing}\nposes: {a: {mirror: «a»}}", "refers-to-itself"),
        ("start: {from: standing}\nposes: {a: {mirror: «zzzz»}}", "unknown-pose"),
        ("start: {from: standing}\nposes: {a: {mirror: start, «neck»: 5}}", "mirror-with-other-keys"),
        ("start: {from: standing}\nposes: {a: {ghost: «b»}}", "unknown-pose"),
        ("start: {from: standing}\nposes: {a: {ghost: «a»}}", "refers-to-itself"),
        ("start: {from: standing}\nposes: {a: {ghost: none, «arrow»: head}}", "arrow-without-ghost"),
        ("start: {from: standing}\nposes: {a: {arrow: «knee»}}", "missing-side"),
        ("start: {from: standing}\nposes: {a: {arrow: [turn, «tern»]}}", "unknown-part"),
        ("start: {from: standing}\nposes: {a: {mark: «head»}}", "mark-without-side"),
        ("start: {from: standing}\nposes: {a: {letter: «B»}}", "wrong-type"), ("start: {from: standing, «arrow»: head}", "unknown-key"),
        ("show: «up»\nstart: {from: standing}", "unknown-pose"),
        ("show: «own»\nstart: {from: standing}\nposes: {own: \(own)}", "not-a-posture"),
        ("motion: [start, «up»]\nstart: {from: standing}", "unknown-pose"), ("motion: «[start]»\nstart: {from: standing}", "wrong-type"),
        ("motion: «never»\nstart: {from: standing}", "wrong-type"),
        ("start: {from: standing}\nposes: {own: \(own), a: {from: «own»}}", "not-a-posture"),
        ("poses: {own: {image: own.jpg, author: A, licence: CC0, «neck»: 5}}", "picture-and-pose"), ("camera: «up»", "unknown-camera"),
        ("scene: [«roller»]", "unknown-term"), ("person: {skin: «green»}", "unknown-term"), ("person: {«hairColor»: red}", "unknown-key"),
        ("person: «Ann»", "wrong-type"), ("«pose»: {a: {neck: 5}}", "unknown-key"), ("start: «standing»", "wrong-type"),
    ])
    func refusesFigures(marked: String, id: String) throws {
        let front = "figures:\n" + marked.split(separator: "\n").map { "  \($0)\n" }.joined()
        try expect(id, at: TemporaryLibrary.exercise(more: front)) {
            try TemporaryLibrary([
                "Content/Poses/base.yaml": PoseSample.base, "Content/Exercises/bridge.md": $0, "Content/Media/own.jpg": "x",
            ]).load()
        }
    }

    private static let own = "{image: own.jpg, author: A, licence: CC0}"

    @Test(arguments: [
        ("kind: knowledge", "self", "suitable"), ("kind: knowledge", "partner", "not-recommended"),
        ("kind: knowledge", "professional", "with-care"),
    ])
    func aPageThatExplainsShowsNoHowToPictures(kind: String, performer: String, advice: String) throws {
        let text = """
            ---
            title: Bridge
            summary: Lift the hips.
            \(kind)
            position: lying-back
            level: beginner
            performedBy: \(performer)
            advice: \(advice)
            sources: [{id: an-article}]
            figures: {poses: {«up»: {from: standing}}}
            ---
            It shows ![a picture](figure:up).
            """
        try expect("figures-of-knowledge", at: text) {
            try TemporaryLibrary(["Content/Poses/base.yaml": PoseSample.base, "Content/Exercises/bridge.md": $0]).load()
        }
    }

    /// Loads the text without its marks, and expects the finding at the marks; without marks or an identifier, the other alone.
    private func expect(_ id: String, at marked: String, _ load: (String) throws -> LoadedContent) throws {
        let text = marked.filter { $0 != "«" && $0 != "»" }
        let content = try load(text)
        let found = content.diagnostics
        let summary = found.map { "\($0.id): \($0.message)" }
        #expect(content.soundLibrary == nil)
        if !id.isEmpty { #expect(found.map(\.id) == [id], "\(summary)") }
        let parts = marked.split(separator: "«", omittingEmptySubsequences: false)
        guard parts.count == 2, let end = parts[1].firstIndex(of: "»") else { return }
        let start = parts[0].utf8.count
        let isCollection = parts[1].hasPrefix("[") || parts[1].hasPrefix("{")
        let length = parts[1][..<end].utf8.count
        #expect(
            found.contains { finding in
                // Where a list or a mapping ends is not known exactly.
                finding.location?.range?.lowerBound == start && (isCollection || finding.location?.range?.upperBound == start + length)
            }, "\(summary) at \(found.map { $0.location?.range })")
    }
}
