import Readability
import Testing

struct ReadingTextTests {
    private func sentences(_ passages: String...) -> [String] { ReadingText(passages).sentences.map(\.text) }

    private func words(_ passage: String) -> [String] { ReadingText([passage]).words.map(\.text) }

    @Test func aSentenceEndsAtAMarkBeforeACapitalOrAFigure() {
        #expect(
            sentences("Lie down. Bend your knees! Does it hurt? 3 times is enough.")
                == ["Lie down.", "Bend your knees!", "Does it hurt?", "3 times is enough."])
        #expect(sentences("Stop (at once.) Then call.") == ["Stop (at once.)", "Then call."])
        #expect(sentences("“Stop now.” He did.") == ["Stop now.”", "He did."])
        #expect(sentences("Wait... Then go on.") == ["Wait...", "Then go on."])
    }

    @Test(arguments: [
        "Ask Dr. Smith about it.", "Use a mat, e.g. a yoga mat.", "Hold it for 1.5 minutes.", "See fig. 2 for it.", "Bring No. 7 with you.",
        "Use approx. Three pads are enough.", "Rest at 5 p.m. or later.", "Look it up at www.example.org today.",
    ])
    func aPointInsideOfASentenceDoesNotEndIt(text: String) {
        #expect(sentences(text) == [text])
    }

    @Test func noAsAnAnswerEndsASentence() {
        #expect(sentences("Does it hurt? No. Go on.").count == 3)
    }

    @Test func aHeadingOrAListItemEndsASentenceWithoutAFullStop() {
        #expect(
            sentences("Before you start", "a stable chair", "a mat to lie on.", "") == [
                "Before you start", "a stable chair", "a mat to lie on.",
            ])
    }

    @Test func aSentenceOfOneOrTwoWordsCountsOnlyByItsWords() {
        let text = ReadingText(["Get ready", "Lie on your back. Breathe normally. Bend both of your knees."])
        #expect(text.sentences.count == 4)
        #expect(text.sentenceCount == 2)
        #expect(text.words.count == 13)
        #expect(ReadingText(["Stop"]).sentenceCount == 1, "an average is never made of none")
    }

    @Test func hyphensApostrophesAndFiguresAreInsideOfAWord() {
        #expect(
            words("The six-stretch plan doesn’t take 1.5 hours, but 2–3.") == [
                "The", "six-stretch", "plan", "doesn’t", "take", "1.5", "hours", "but", "2–3",
            ])
        #expect(words("the patients' beds – 1,000 of them") == ["the", "patients", "beds", "1,000", "of", "them"])
        #expect(words("your café (naïve?) — 90° & more") == ["your", "café", "naïve", "90", "more"])
        #expect(words("– … ! 👍") == [])
    }

    @Test func plainTextIsCutAtEmptyLinesListItemsAndHeadings() {
        let text = ReadingText(
            plain: """
                # Getting ready
                Lie on your back,
                on a mat or on the floor

                You need
                - a chair without wheels
                - a mat that is
                  thick enough
                2) a rolled towel
                """)
        #expect(
            text.sentences.map(\.text) == [
                "Getting ready", "Lie on your back, on a mat or on the floor", "You need", "a chair without wheels",
                "a mat that is thick enough",
                "a rolled towel",
            ])
    }

    @Test func theHardestSentencesAndTheMostFrequentLongWordsAreNamed() {
        let text = ReadingText([
            "Bend your knees. Professional manipulation necessitates examination. Lie down on the floor again. Manipulation is a rare word here."
        ])
        #expect(text.hardestSentences(1).map(\.text) == ["Professional manipulation necessitates examination."])
        #expect(text.longWords(2) == ["manipulation", "professional"])
    }
}
