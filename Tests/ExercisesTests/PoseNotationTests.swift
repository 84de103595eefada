import Testing

@testable import Exercises

@Suite struct PoseNotationTests {
    @Test(arguments: [
        ("thigh.R.outer@0.75", BodyAnchor(part: .thigh, side: .right, face: .outer, fraction: 0.75)),
        ("shin.front@0.18", BodyAnchor(part: .shin, face: .front, fraction: 0.18)),
        ("partner.back.backL@0.43", BodyAnchor(owner: .partner, part: .back, face: .backL, fraction: 0.43)),
        ("patient.shoulder.L", BodyAnchor(owner: .patient, part: .shoulder, side: .left)),
        ("head.R", BodyAnchor(part: .head, face: .right)), ("head.earL", BodyAnchor(part: .head, face: .earL)),
        ("mid-back", BodyAnchor(part: .midBack)),
        ("upper-arm.L.inner@0", BodyAnchor(part: .upperArm, side: .left, face: .inner, fraction: 0)),
        ("belly.frontR@-0.1", BodyAnchor(part: .belly, face: .frontR, fraction: -0.1)), ("knee", BodyAnchor(part: .knee)),
    ])
    func readsAnAnchorAndWritesItBack(text: String, anchor: BodyAnchor) throws {
        #expect(try BodyAnchor(text) == anchor)
        #expect(anchor.notation == text)
    }

    @Test func everyAnchorReadsBackAsItself() throws {
        for part in BodyAnchor.Part.allCases {
            let sides: [Side?] = part.isPaired ? [nil, .left, .right] : [nil]
            for side in sides {
                for face in part.faces.map(Optional.some) + [nil] {
                    let anchor = BodyAnchor(owner: .partner, part: part, side: side, face: face, fraction: part.fractions?.upperBound)
                    #expect(try BodyAnchor(anchor.notation) == anchor)
                }
            }
        }
    }

    /// A text, the kind of its problem and the bytes that are wrong.
    @Test(arguments: [
        ("", PoseNotationProblem.Kind.empty, 0..<0), ("thigh..front", .empty, 6..<6), ("partner", .unknownPart("partner"), 0..<7),
        ("partner.", .empty, 8..<8), ("upperArm.R", .unknownPart("upperArm"), 0..<8), ("partner.thy.R", .unknownPart("thy"), 8..<11),
        ("thigh.r", .unknownFace("r", of: .thigh), 6..<7), ("thigh.R.backR", .unknownFace("backR", of: .thigh), 8..<13),
        ("heel.R.back", .unknownFace("back", of: .heel), 7..<11), ("belly.R.front", .sideOfUnpaired(.belly), 6..<13),
        ("thigh.R.outer.inner", .excess("inner"), 14..<19), ("knee.R@0.5", .fractionOfPoint(.knee), 7..<10),
        ("head@0.5", .fractionOfPoint(.head), 5..<8), ("thigh@.5", .number(".5", rightForm: "0.5"), 6..<8),
        ("thigh@1.3", .outOfBounds("1.3", 0...1.2), 6..<9), ("back@0.62", .outOfBounds("0.62", -0.12...0.61), 5..<9),
        ("thigh@", .notANumber(""), 6..<6), ("thigh@0.5@0.6", .notANumber("0.5@0.6"), 6..<13), ("größe", .unknownPart("größe"), 0..<7),
    ])
    func refusesAnAnchorWithThePlace(text: String, kind: PoseNotationProblem.Kind, place: Range<Int>) {
        #expect(throws: PoseNotationProblem(kind, at: place)) { try BodyAnchor(text) }
    }

    @Test(arguments: [
        ("up", PoseDirection(.up)), ("out+up*0.6", PoseDirection(.out, .init(word: .up, weight: 0.6))),
        ("in*-0.5+head", PoseDirection(terms: [.init(word: .in, weight: -0.5), .init(word: .head)])),
        (
            "right*0.6+ahead*-0.9+up*0.1",
            PoseDirection(terms: [
                .init(word: .right, weight: 0.6), .init(word: .ahead, weight: -0.9), .init(word: .up, weight: 0.1),
            ])
        ),
    ])
    func readsADirectionAndWritesItBack(text: String, direction: PoseDirection?) throws {
        #expect(try PoseDirection(text) == direction)
        #expect(direction?.notation == text)
    }

    @Test(arguments: [
        ("", PoseNotationProblem.Kind.empty, 0..<0), ("up+", .empty, 3..<3), ("+up", .empty, 0..<0),
        ("up + out", .unknownDirection("up "), 0..<3),
        ("upp", .unknownDirection("upp"), 0..<3), ("out+up*.4", .number(".4", rightForm: "0.4"), 7..<9), ("up*", .notANumber(""), 3..<3),
        ("up*11", .outOfBounds("11", -10...10), 3..<5), ("up+down", .noDirection, 0..<7), ("up*0", .noDirection, 0..<4),
        ("out+in*-1+up*2+down*2+out*-2", .noDirection, 0..<28), ("up*1e1", .notANumber("1e1"), 3..<6),
    ])
    func refusesADirectionWithThePlace(text: String, kind: PoseNotationProblem.Kind, place: Range<Int>) {
        #expect(throws: PoseNotationProblem(kind, at: place)) { try PoseDirection(text) }
    }

    @Test(arguments: [("0", 0.0), ("-0", 0), ("84", 84), ("-5.5", -5.5), ("0.0001", 0.0001), ("10.50", 10.5), ("123456789", 123_456_789)])
    func readsNumbers(text: String, number: Double) throws {
        #expect(try PoseNumber.number(Substring(text)) == number)
        #expect(try PoseNumber.number(Substring(PoseNumber.notation(number))) == number)
    }

    @Test(arguments: [
        (".4", "0.4"), ("-.4", "-0.4"), ("012", "12"), ("-012.5", "-12.5"), ("00", "0"), ("00.5", "0.5"),
    ])
    func namesTheRightFormOfANumber(text: String, rightForm: String) {
        #expect(throws: PoseNotationProblem(.number(text, rightForm: rightForm), at: 0..<text.utf8.count)) {
            try PoseNumber.number(Substring(text))
        }
    }

    @Test(arguments: [
        "", "-", ".", "1.", "-.", "+5", "1e9", "0x10", "1_0", "٣", "nan", "inf", "1.2.3", "0.00001", "9999999999", " 5", "5 ",
    ])
    func refusesWhatIsNoNumber(text: String) {
        #expect(throws: PoseNotationProblem(.notANumber(text), at: 0..<text.utf8.count)) { try PoseNumber.number(Substring(text)) }
    }

    @Test func aPoseLibraryIsSortedAndKeepsTheFirstOfAName() {
        var bent = PoseDescription()
        bent.spine = RegionAngles(flex: 5)
        let library = PoseLibrary([
            .init(name: "supine", pose: PoseDescription()), .init(name: "prone", pose: bent), .init(name: "prone", pose: PoseDescription()),
        ])
        #expect(library.entries.map(\.name) == ["prone", "supine"])
        #expect(library["prone"] == bent)
        #expect(library["kneeling"] == nil)
    }
}
