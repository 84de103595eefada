/// Finds the words of a passage, and where its sentences end, scalar by scalar.
struct WordScanner {
    private let scalars: [Unicode.Scalar]
    private var index = 0

    init(_ scalars: [Unicode.Scalar]) {
        self.scalars = scalars
    }

    /// The next word; none when there are no more.
    mutating func nextWord() -> Range<Int>? {
        while index < scalars.count, !scalars[index].isPartOfWord { index += 1 }
        guard index < scalars.count else { return nil }
        let start = index
        while index < scalars.count, scalars[index].isPartOfWord || joins(index) { index += 1 }
        return start..<index
    }

    /// Where the sentence ends whose last word this is; none when it goes on.
    func sentenceEnd(after word: Range<Int>) -> Int? {
        var index = word.upperBound
        var end: Int?
        while index < scalars.count, !scalars[index].isPartOfWord {
            let scalar = scalars[index]
            index += 1
            if scalar.endsSentence, end == nil, index == scalars.count || !scalars[index].isPartOfWord {
                end = index
            } else if end == index - 1, scalar.endsSentence || scalar.closes {
                end = index
            }
        }
        guard index < scalars.count else { return end ?? scalars.count }
        guard let end, end < index, !scalars[index].properties.isLowercase else { return nil }
        return scalars[word.upperBound] == "." && isAbbreviation(word, before: scalars[index]) ? nil : end
    }

    /// Whether a mark stands inside of a word or a figure: an apostrophe, a hyphen, the points of "e.g." and "1.5", the dash of "2–3".
    private func joins(_ index: Int) -> Bool {
        guard index > 0, index + 1 < scalars.count, scalars[index + 1].isPartOfWord else { return false }
        let (before, after) = (scalars[index - 1], scalars[index + 1])
        switch scalars[index] {
        case "'", "’", "-", "\u{2010}", "\u{2011}", "\u{AD}", ".": return before.isPartOfWord
        case ",", ":", "–", "/": return before.isFigure && after.isFigure
        default: return false
        }
    }

    /// Whether the point after a word belongs to it. "No." is short for number only before a figure.
    private func isAbbreviation(_ word: Range<Int>, before next: Unicode.Scalar) -> Bool {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[word])
        let lower = String(text).lowercased()
        return Self.abbreviations.contains(lower) || (lower == "no" || lower == "fig") && next.isFigure
    }

    private static let abbreviations: Set = ["dr", "mr", "mrs", "ms", "prof", "st", "vs", "e.g", "i.e", "approx"]
}

extension Unicode.Scalar {
    fileprivate var isFigure: Bool { ("0"..."9").contains(self) }

    fileprivate var isPartOfWord: Bool {
        if isASCII { return isFigure || ("a"..."z").contains(self) || ("A"..."Z").contains(self) }
        return properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark
    }

    fileprivate var endsSentence: Bool { self == "." || self == "!" || self == "?" || self == "…" }

    fileprivate var closes: Bool { [")", "]", "\"", "'", "”", "’"].contains(self) }
}
