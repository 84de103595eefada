/// How many years of school a text asks of its readers, by two formulas for English.
///
/// Both are made from averages, so that a short text has no grade: one long word would change it by a year.
package enum ReadingGrade: Hashable, Sendable {
    /// Too short to score.
    case tooShort(words: Int)
    /// Grades of American schools: sixth grade is read at the age of eleven or twelve.
    case scored(fleschKincaid: Double, smog: Double, words: Int, sentences: Int)

    /// The fewest words that are scored.
    package static let fewestWords = 100

    package init(_ text: ReadingText) {
        guard text.words.count >= Self.fewestWords else {
            self = .tooShort(words: text.words.count)
            return
        }
        let words = Double(text.words.count)
        let sentences = Double(text.sentenceCount)
        let syllables = Double(text.words.reduce(0) { $0 + $1.syllables })
        let longWords = Double(text.words.count(where: \.isLong))
        self = .scored(
            fleschKincaid: Self.fleschKincaid(words: words, sentences: sentences, syllables: syllables),
            smog: Self.smog(longWords: longWords, sentences: sentences), words: text.words.count, sentences: text.sentenceCount)
    }

    /// Of running text in pieces, such as paragraphs, headings and list items. A sentence ends where its piece ends.
    package init(_ passages: [String]) {
        self.init(ReadingText(passages))
    }

    /// The higher of the two grades, by which a text is judged; none for a text that is too short.
    package var hardest: Double? {
        guard case .scored(let fleschKincaid, let smog, _, _) = self else { return nil }
        return max(fleschKincaid, smog)
    }

    /// The Flesch–Kincaid grade level.
    ///
    /// Source: Kincaid, Fishburne, Rogers and Chissom, Derivation of New Readability Formulas for Navy Enlisted Personnel, Research Branch
    /// Report 8-75, Naval Technical Training Command, 1975.
    static func fleschKincaid(words: Double, sentences: Double, syllables: Double) -> Double {
        0.39 * words / sentences + 11.8 * syllables / words - 15.59
    }

    /// The SMOG grade, from the words of three and more syllables.
    ///
    /// Source: G. Harry McLaughlin, SMOG Grading – a New Readability Formula, Journal of Reading 12 (8), 1969, 639–646: the constants of its
    /// regression, on 30 sentences; of other numbers of sentences the average stands for 30. From under 30 sentences it is a rougher guess.
    static func smog(longWords: Double, sentences: Double) -> Double {
        1.043 * (longWords * 30 / sentences).squareRoot() + 3.1291
    }
}
