import CommonMark
import Diagnostics
import Exercises
import Testing

@testable import ContentChecks

@Suite("Amounts and sides in text")
struct WrittenAmountTests {
    static func passage(_ text: String) -> Passage {
        let file = SourceFile(path: "page.md", text: text)
        let range = SourceRange(0, text.utf8.count)
        return Passage(.field(text, file), kind: .paragraph, section: .body, range: range)
    }

    @Test(arguments: [
        ("Hold for 20 seconds.", 20...20, 1, "20 seconds"),
        ("Hold for about 10 to 20 seconds.", 10...20, 1, "about 10 to 20 seconds"),
        ("Hold for 10–20 s.", 10...20, 1, "10–20 s"),
        ("Roll for at least ten minutes.", 10...10, 60, "at least ten minutes"),
    ])
    func readsTimes(text: String, range: ClosedRange<Int>, unit: Int, words: String) throws {
        let passage = Self.passage(text)
        let amounts = WrittenAmount.all(in: passage)
        let amount = try #require(amounts.first)
        #expect(amounts.count == 1)
        #expect(amount.range == range)
        #expect(amount.secondsOfUnit == unit)
        #expect(passage.string(words: amount.words) == words)
    }

    @Test func aCountOfADayIsNoCountOfASession() throws {
        #expect(WrittenAmount.all(in: Self.passage("Do it 3 times a day.")).map(\.isPerDay) == [true])
        #expect(WrittenAmount.all(in: Self.passage("Do it three times.")).map(\.isPerDay) == [false])
    }

    @Test(arguments: ["Bend to about 90 degrees.", "Use both hands.", "Rest on the second step.", "One at a time."])
    func leavesOtherNumbersAlone(text: String) {
        #expect(WrittenAmount.all(in: Self.passage(text)).isEmpty)
    }

    @Test(arguments: [
        ("Lift your left leg.", [Side.left]), ("Turn to the right.", [.right]), ("Bend to a right angle.", []), ("That is right.", []),
        ("Take your left knee with your right hand.", [.left, .right]), ("What is left over stays.", []),
    ])
    func readsSides(text: String, sides: [Side]) {
        #expect(SideWords.mentions(in: Self.passage(text).words).map(\.side) == sides)
    }

    @Test func aPlaceInAFieldIsExactOrTheWholeField() {
        let text = "summary: 'Lift \"it\" now'"
        let file = SourceFile(path: "page.md", text: text)
        let plain = Passage(
            .field("Lift \"it\" now", file), kind: .field("summary"), section: .frontMatter,
            range: SourceRange(9, 24))
        #expect(file.text(in: plain.source(words: 2..<3)) == "now")
        let escaped = Passage(
            .field("other text", file), kind: .field("summary"), section: .frontMatter,
            range: SourceRange(9, 24))
        #expect(escaped.exactSource(0..<5) == nil)
        #expect(escaped.source(words: 0..<1) == SourceRange(9, 24))
    }
}
