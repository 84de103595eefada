/// English running text, split into the sentences and words that the formulas count.
package struct ReadingText: Hashable, Sendable {
    /// A word as it is written. One with hyphens is one word, as is a figure.
    package struct Word: Hashable, Sendable {
        package let text: String
        package let syllables: Int

        /// Whether SMOG counts it.
        package var isLong: Bool { syllables >= 3 }
    }

    package struct Sentence: Hashable, Sendable {
        package let text: String
        /// Its words among those of the text.
        package let words: Range<Int>
    }

    package private(set) var words: [Word] = []
    package private(set) var sentences: [Sentence] = []

    /// Text in pieces, such as paragraphs, headings and list items. A sentence ends where its piece ends, whether or not a full stop does.
    package init(_ passages: [String]) {
        // Texts repeat most of their words.
        var counts: [String: Int] = [:]
        for passage in passages { add(Array(passage.utf8), counted: &counts) }
    }

    /// Text as it stands in a plain file. A paragraph ends at an empty line, before a list item and before and after a heading.
    package init(plain text: String) {
        self.init(Self.passages(ofPlain: text))
    }

    /// How many sentences the formulas count. A heading or a sentence of one or two words counts only by its words: else a text would seem
    /// the easier the more headings it has.
    package var sentenceCount: Int { max(1, sentences.count { $0.words.count > 2 }) }

    /// The sentences that weigh the most, hardest first, where there are as many: by their words and their syllables, as in the
    /// Flesch–Kincaid grade.
    package func hardestSentences(_ count: Int) -> [Sentence] {
        let weighed = sentences.enumerated().filter { $0.element.words.count > 2 }.map { index, sentence in
            let syllables = words[sentence.words].reduce(0) { $0 + $1.syllables }
            let grade = ReadingGrade.fleschKincaid(words: Double(sentence.words.count), sentences: 1, syllables: Double(syllables))
            return (index: index, grade: grade)
        }
        return weighed.sorted { ($1.grade, $0.index) < ($0.grade, $1.index) }.prefix(count).map { sentences[$0.index] }
    }

    /// The words of three and more syllables in lower case, those that stand most often first, then in reading order.
    package func longWords(_ count: Int) -> [String] {
        var places: [String: (count: Int, first: Int)] = [:]
        for (index, word) in words.enumerated() where word.isLong {
            places[word.text.lowercased(), default: (0, index)].count += 1
        }
        return places.sorted { ($1.value.count, $0.value.first) < ($0.value.count, $1.value.first) }.prefix(count).map(\.key)
    }

    private mutating func add(_ bytes: [UInt8], counted counts: inout [String: Int]) {
        var scanner = WordScanner(bytes)
        var first = words.count
        var start: Int?
        while let range = scanner.nextWord() {
            start = start ?? range.lowerBound
            let word = String(decoding: bytes[range], as: UTF8.self)
            let syllables: Int
            if let known = counts[word] {
                syllables = known
            } else {
                syllables = Syllables.count(in: word)
                counts[word] = syllables
            }
            words.append(Word(text: word, syllables: syllables))
            if let end = scanner.sentenceEnd(after: range) {
                sentences.append(
                    Sentence(text: String(decoding: bytes[(start ?? range.lowerBound)..<end], as: UTF8.self), words: first..<words.count))
                first = words.count
                start = nil
            }
        }
    }

    private static func passages(ofPlain text: String) -> [String] {
        var passages: [String] = []
        var isOpen = false
        for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
            let line = line.drop { $0 == " " || $0 == "\t" }
            let isHeading = line.first == "#"
            let own = line.withoutMark
            if own.allSatisfy(\.isWhitespace) {
                isOpen = false
            } else if isOpen, !isHeading, own.startIndex == line.startIndex {
                passages[passages.count - 1] += " " + own
            } else {
                passages.append(String(own))
                isOpen = !isHeading
            }
        }
        return passages
    }
}

extension Substring {
    /// Without the mark of a list item or a heading.
    fileprivate var withoutMark: Substring {
        let rest =
            switch first {
            case "-", "*", "+", "•": dropFirst()
            case "#": drop { $0 == "#" }
            default: afterNumber
            }
        guard let next = rest.first else { return rest }
        return rest.startIndex > startIndex && next.isWhitespace ? rest.drop(while: \.isWhitespace) : self
    }

    private var afterNumber: Substring {
        let rest = drop { $0.isASCII && $0.isNumber }
        guard rest.startIndex > startIndex, rest.first == "." || rest.first == ")" else { return self }
        return rest.dropFirst()
    }
}
