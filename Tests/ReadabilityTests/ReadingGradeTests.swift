import Readability
import Testing

struct ReadingGradeTests {
    /// Ten sentences of ten words, eight of one syllable and two of three.
    private let text = Array(repeating: "The old man and his dog had bananas and bananas.", count: 10)

    @Test func gradesFollowTheFormulas() throws {
        guard case .scored(let fleschKincaid, let smog, let words, let sentences) = ReadingGrade(text) else {
            Issue.record("a hundred words are enough")
            return
        }
        #expect((words, sentences) == (100, 10))
        // 0.39 × 10 + 11.8 × 1.4 − 15.59, and 1.043 × √(20 × 30 ÷ 10) + 3.1291.
        #expect(abs(fleschKincaid - 4.83) < 0.0001)
        #expect(abs(smog - 11.2082) < 0.0001)
        #expect(ReadingGrade(text).hardest == smog)
    }

    @Test func underAHundredWordsItIsTooShortToScore() {
        let short = Array(text.dropLast()) + ["The old man and his dog had some bananas."]
        #expect(ReadingGrade(short) == .tooShort(words: 99))
        #expect(ReadingGrade(short).hardest == nil)
        #expect(ReadingGrade([String]()) == .tooShort(words: 0))
    }
}
