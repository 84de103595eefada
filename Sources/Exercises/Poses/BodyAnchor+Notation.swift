extension BodyAnchor {
    /// How far along a limb's part a fraction may lie; a little beyond its end is allowed.
    package static let limbFractions = 0.0...1.2
    /// How far above the hip joints a place of the trunk may lie, in metres: from the seat to the neck.
    package static let trunkDistances = -0.12...0.61

    /// Reads `[partner.|patient.]PART[.R|.L][.FACE][@FRACTION]`.
    package init(_ text: String) throws(PoseNotationProblem) {
        let halves = Substring(text).split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
        var words = (halves.first ?? "").split(separator: ".", omittingEmptySubsequences: false)[...]
        if let empty = words.first(where: \.isEmpty) { throw PoseNotationProblem(.empty, at: empty.place) }
        var owner = Owner.own
        if let word = words.first, let named = Owner(rawValue: String(word)), words.count > 1 {
            owner = named
            words.removeFirst()
        }
        guard let name = words.popFirst() else { throw PoseNotationProblem(.empty, at: 0..<text.utf8.count) }
        guard let part = Part(notation: name) else {
            throw PoseNotationProblem(.unknownPart(String(name)), at: name.place)
        }
        var side: Side?
        if part.isPaired, let word = words.first, let named = Side(letter: word) {
            side = named
            words.removeFirst()
        }
        var face: Face?
        if let word = words.popFirst() {
            if !part.isPaired, Side(letter: word) != nil, let next = words.first {
                throw PoseNotationProblem(.sideOfUnpaired(part), at: word.place.lowerBound..<next.place.upperBound)
            }
            guard let named = Face(rawValue: String(word)), part.faces.contains(named) else {
                throw PoseNotationProblem(.unknownFace(String(word), of: part), at: word.place)
            }
            face = named
        }
        if let word = words.first { throw PoseNotationProblem(.excess(String(word)), at: word.place) }
        self.init(
            owner: owner, part: part, side: side, face: face,
            fraction: halves.count > 1 ? try Self.fraction(halves[1], of: part) : nil)
    }

    private static func fraction(_ text: Substring, of part: Part) throws(PoseNotationProblem) -> Double {
        guard let bounds = part.fractions else { throw PoseNotationProblem(.fractionOfPoint(part), at: text.place) }
        return try PoseNumber.number(text, in: bounds)
    }

    /// The anchor as it is written.
    package var notation: String {
        let words = [owner.rawValue, part.notation, side?.letter ?? "", face?.rawValue ?? ""].filter { !$0.isEmpty }
        return words.joined(separator: ".") + (fraction.map { "@" + PoseNumber.notation($0) } ?? "")
    }
}

extension BodyAnchor.Part {
    /// The part's name in kebab-case, as it is written.
    package var notation: String {
        switch self {
        case .upperArm: "upper-arm"
        case .upperBack: "upper-back"
        case .midBack: "mid-back"
        case .lowerBack: "lower-back"
        default: rawValue
        }
    }

    init?(notation: Substring) {
        guard let part = Self.allCases.first(where: { $0.notation == notation }) else { return nil }
        self = part
    }

    /// The faces that it has.
    package var faces: [BodyAnchor.Face] {
        switch self {
        case .heel, .toe: []
        case .head: [.front, .back, .top, .right, .left, .backR, .backL, .earR, .earL, .napeR, .napeL]
        case .chest, .belly, .upperBack, .midBack, .back, .lowerBack, .waist, .hip:
            [.front, .back, .right, .left, .frontR, .frontL, .backR, .backL]
        default: [.front, .back, .outer, .inner, .top]
        }
    }

    /// Where along it a place may lie; none for a part that is a point.
    package var fractions: ClosedRange<Double>? {
        switch self {
        case .thigh, .shin, .upperArm, .forearm: BodyAnchor.limbFractions
        case .chest, .belly, .upperBack, .midBack, .back, .lowerBack, .waist, .hip: BodyAnchor.trunkDistances
        default: nil
        }
    }
}

extension Side {
    fileprivate init?(letter: Substring) {
        guard let side = [Side.right, .left].first(where: { $0.letter == letter }) else { return nil }
        self = side
    }
}
