extension PoseDirection {
    /// What a word's weight may be.
    package static let weights = -10.0...10.0

    /// Reads words joined by `+`, each with an optional weight: `out+up*0.6`.
    package init(_ text: String) throws(PoseNotationProblem) {
        var terms: [Term] = []
        for term in Substring(text).split(separator: "+", omittingEmptySubsequences: false) {
            let parts = term.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
            let name = parts.first ?? ""
            guard !name.isEmpty else { throw PoseNotationProblem(.empty, at: term.place) }
            guard let word = Word(rawValue: String(name)) else {
                throw PoseNotationProblem(.unknownDirection(String(name)), at: name.place)
            }
            let weight = parts.count > 1 ? try PoseNumber.number(parts[1], in: Self.weights) : 1
            terms.append(Term(word: word, weight: weight))
        }
        let everything = 0..<text.utf8.count
        guard let direction = PoseDirection(terms: terms) else { throw PoseNotationProblem(.empty, at: everything) }
        guard direction.leadsSomewhere else { throw PoseNotationProblem(.noDirection, at: everything) }
        self = direction
    }

    /// The direction as it is written.
    package var notation: String {
        terms.map { $0.weight == 1 ? $0.word.rawValue : "\($0.word.rawValue)*\(PoseNumber.notation($0.weight))" }.joined(separator: "+")
    }

    /// Whether anything is left when words that are opposite have cancelled each other out.
    private var leadsSomewhere: Bool {
        let opposites: [(Word, Word)] = [(.up, .down), (.front, .back), (.head, .feet), (.out, .in), (.right, .left), (.ahead, .behind)]
        return opposites.contains { word, opposite in
            let sum = terms.reduce(0.0) { $0 + ($1.word == word ? $1.weight : $1.word == opposite ? -$1.weight : 0) }
            return abs(sum) > 1e-9
        }
    }
}
