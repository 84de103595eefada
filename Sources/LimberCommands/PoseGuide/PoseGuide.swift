import ContentLoading
import Diagnostics
import Exercises
import FigureDrawing

/// The guide to poses: a text in which words in double braces stand for pictures and for what the program knows.
struct PoseGuide {
    /// Where the pictures are, seen from the guide.
    static let folder = "Poses"

    let template: SourceFile
    let examples: [PoseExample]
    let basePoses: PoseLibrary
    /// The file of each base pose.
    let origins: [String: Origin]
    let person: Person

    /// The pictures that the text shows, by the names of their files without ending.
    private(set) var pictures: [(name: String, svg: String)] = []
    private(set) var diagnostics: [Diagnostic] = []
    private var shown: Set<String> = []
    /// The file and the width of what is drawn.
    private var drawings: [Subject: (name: String, width: Int)] = [:]

    /// All that a picture depends on.
    private struct Subject: Hashable {
        let drawn: DrawnPose
        let isBlackAndWhite: Bool
    }

    init(
        template: SourceFile, examples: [PoseExample], basePoses: PoseLibrary, origins: [String: Origin], person: Person
    ) {
        self.template = template
        self.examples = examples
        self.basePoses = basePoses
        self.origins = origins
        self.person = person
    }

    /// The guide as Markdown. What is wrong, and the pictures, are known afterwards.
    mutating func text() -> String {
        var text = ""
        var rest = Substring(template.text)
        while let start = rest.firstRange(of: "{{") {
            text += rest[..<start.lowerBound]
            guard let end = rest[start.upperBound...].firstRange(of: "}}") else {
                rest = rest[start.upperBound...]
                report("open-braces", "`{{` without `}}`", at: start)
                continue
            }
            let place = start.lowerBound..<end.upperBound
            let words = rest[start.upperBound..<end.lowerBound].split(whereSeparator: \.isWhitespace).map(String.init)
            text += filled(words, at: place)
            rest = rest[end.upperBound...]
        }
        text += rest
        for example in examples where !shown.contains(example.name) {
            diagnostics.append(Diagnostic("unused-example", "the guide does not show the example `\(example.name)`", at: nil))
        }
        checkKeys(in: text)
        return text
    }

    /// What words in braces stand for.
    private mutating func filled(_ words: [String], at place: Range<String.Index>) -> String {
        let arguments = words.dropFirst()
        let first = arguments.first ?? ""
        switch words.first {
        case "examples": return table(found(arguments, at: place))
        case "gallery": return gallery(found(arguments, at: place).flatMap { cells($0) })
        case "base-poses": return basePoseGalleries()
        case "cameras":
            if let pose = basePoses[first] { return gallery(cameraCells(pose)) }
        case "names":
            if let names = PoseLanguage.words(first) { return names.map { "`\($0)`" }.joined(separator: ", ") }
        case "range":
            if let range = PoseLanguage.range(first) { return range.words }
        case "joint":
            if let joint = JointRange.Joint(rawValue: first) { return JointRange.range(of: joint).words }
        case "tolerance":
            if let metres = tolerances[first] { return PoseNumber.notation((metres * 1000).rounded() / 10) + " cm" }
        default: break
        }
        report("unknown-braces", "nothing is known of `\(words.joined(separator: " "))`", at: place)
        return ""
    }

    private let tolerances = [
        "reach": PoseInspection.reachTolerance, "floor": PoseInspection.floorTolerance, "overlap": PoseInspection.overlapTolerance,
    ]

    private mutating func found(_ names: ArraySlice<String>, at place: Range<String.Index>) -> [PoseExample] {
        names.compactMap { name in
            guard let example = examples.first(where: { $0.name == name }) else {
                report("unknown-example", "there is no example `\(name)`", at: place)
                return nil
            }
            if !shown.insert(name).inserted { report("example-shown-twice", "the example `\(name)` is shown twice", at: place) }
            return example
        }
    }

    private mutating func report(_ id: String, _ message: String, at place: Range<String.Index>) {
        let bytes = template.text.utf8
        let range = SourceRange(
            bytes.distance(from: bytes.startIndex, to: place.lowerBound), bytes.distance(from: bytes.startIndex, to: place.upperBound))
        diagnostics.append(Diagnostic(id, message, in: template, range))
    }

    /// Reports keys of the language of which the guide says nothing.
    private mutating func checkKeys(in text: String) {
        for key in PoseLanguage.keys where !text.contains("`\(key)`") {
            diagnostics.append(Diagnostic("unexplained-key", "the guide says nothing of the key `\(key)`", at: nil))
        }
    }
}

extension PoseGuide {
    /// Draws a picture and gives the tag that shows it; what is drawn already is only shown.
    mutating func picture(_ name: String, _ alternative: String, _ drawn: DrawnPose, isBlackAndWhite: Bool = false) -> String {
        let subject = Subject(drawn: drawn.named(""), isBlackAndWhite: isBlackAndWhite)
        let picture = drawings[subject] ?? draw(subject, name, alternative)
        drawings[subject] = picture
        // Half the picture's units: people are equally large in all pictures, and three stand in a row.
        return "<img src=\"\(Self.folder)/\(picture.name).svg\" width=\"\((picture.width + 1) / 2)\" alt=\"\(alternative.inHTML)\">"
    }

    private mutating func draw(_ subject: Subject, _ name: String, _ alternative: String) -> (name: String, width: Int) {
        let renderer = FigureRenderer(style: subject.isBlackAndWhite ? .blackAndWhite : .colour)
        let drawing = renderer.drawing(of: subject.drawn, title: name, description: alternative, id: name)
        pictures.append((name, drawing.svg.hasSuffix("\n") ? drawing.svg : drawing.svg + "\n"))
        return (name, drawing.width)
    }

    /// Says where an example's poses cannot be, unless the example is there to show just that.
    mutating func checkWarnings(of example: PoseExample) {
        checkWarnings(of: "example `\(example.name)`", poses: example.pictures.map(\.drawn.pose), expected: example.warnings.sorted())
    }

    mutating func checkWarnings(of subject: String, poses: [PoseDescription], expected: [String]) {
        let found = Set(poses.flatMap { PoseInspection.findings(in: $0) }.map(\.kind.rule)).sorted()
        guard found != expected else { return }
        diagnostics.append(
            Diagnostic(
                "other-warnings", "the \(subject) gives the warnings [\(found.joined(separator: ", "))]", at: nil,
                notes: ["expected [\(expected.joined(separator: ", "))]"]))
    }
}

extension DrawnPose {
    fileprivate func named(_ name: String) -> DrawnPose {
        DrawnPose(
            name: name, pose: pose, start: start, camera: camera, props: props, person: person, arrows: arrows, sideMarks: sideMarks,
            isMirrored: isMirrored, letter: letter)
    }
}

extension PoseFinding.Kind {
    /// The rule that warns about it.
    fileprivate var rule: String {
        switch self {
        case .misses: "unreachable-place"
        case .outOfRange: "joint-out-of-range"
        case .underFloor: "part-under-floor"
        case .passesThrough: "parts-pass-through"
        }
    }
}

extension ClosedRange<Double> {
    /// `−30 to 140`, with the sign that text has.
    fileprivate var words: String {
        [lowerBound, upperBound].map { PoseNumber.notation($0).replacing("-", with: "−") }.joined(separator: " to ")
    }
}
