import ContentLoading
import Diagnostics
import Exercises
import FigureDrawing
import Foundation

/// The language of poses: each pose that is accepted can be inspected and drawn, and its picture holds only numbers that are numbers.
struct PoseTarget: FuzzTarget {
    static let name = "poses"
    static let longest = 3_000
    static let dictionary = [
        "from: standing", "from: ", "body: {pitch: 90}", "spine: {flex: 30, side: 20 right, twist: 45 left}", "neck: ",
        "hips: [90, 20, 10]",
        "shoulders: hang", "knees: ", "elbowR: ", "hands: {at: thigh.R.front@0.7}", "feet: {floor: [0.2, 0.1], of: hip}",
        "{room: [1, 1, 1]}", "{below: shoulder, ahead: 0.1}", "rest: {parts: [footR, footL]}", "rest: {kneel: true}", "partner: {",
        "headRest: true", "mirror: standing", "kneesPoint: out+up*0.6", "girdles: {up: 1, forward: 1}", "hold: pelvis", "normal: ",
        "shift: [",
        "360", "-360", "3", "-3", "0.0001", "camera: high", "scene: [wall]", "motion: [", "arrow: turn", "mark: [knee.R]", "ghost: none",
    ]

    let seeds: [[UInt8]]
    private let reading: PoseExamplesReading
    private var accepted = 0

    init(root: String) throws {
        let phrasebook = PhrasebookLoading(root: root).phrasebook(language: "en").book
        let library = ContentLoader(root: root, headings: phrasebook).load().library
        guard let library else { throw BrokenProperty("the library in \(root) cannot be read") }
        reading = PoseExamplesReading(basePoses: library.basePoses, person: Person())
        // One example an input: a line that begins with a letter begins one.
        let files = SeedFiles.texts(in: "\(root)/Documentation/Poses", endingIn: ".yaml")
        seeds = files.flatMap { text in
            text.split(separator: "\n").reduce(into: [String]()) { examples, line in
                if line.first?.isLetter == true { examples.append("") }
                if !examples.isEmpty { examples[examples.count - 1] += line + "\n" }
            }
        }.map { Array($0.utf8) }
    }

    mutating func run(_ input: [UInt8]) throws(BrokenProperty) -> Set<String> {
        let (examples, diagnostics) = reading.examples(in: SourceFile(path: "poses.yaml", text: String(decoding: input, as: UTF8.self)))
        try DiagnosticProperties.check(diagnostics)
        var reached = Set(diagnostics.map(\.id))
        for picture in examples.flatMap(\.pictures).prefix(2) {
            let findings = PoseInspection.findings(in: picture.drawn.pose, build: picture.drawn.person.build)
            reached.formUnion(findings.map { String(describing: $0.kind).prefix { $0 != "(" }.description })
            reached.insert("accepted with \(picture.drawn.pose.partner == nil ? "one person" : "two people")")
            accepted += 1
            // Drawing takes far longer than all the rest.
            if accepted.isMultiple(of: 8) { try Self.draw(picture) }
        }
        return reached
    }

    private static func draw(_ picture: PoseExample.Picture) throws(BrokenProperty) {
        let svg = FigureRenderer().drawing(of: picture.drawn, title: "<&\"'>", description: "]]>", id: "fuzzed").svg
        for word in ["nan", "inf", "<script", "<&"] {
            try BrokenProperty.require(!svg.contains(word), "a picture holds `\(word)`")
        }
    }
}
