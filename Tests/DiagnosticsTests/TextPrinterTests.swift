import Testing

@testable import Diagnostics

@Suite struct TextPrinterTests {
    @Test func showsPathLineColumnTheLineACaretAndAFix() {
        let file = SourceFile(path: "a.md", text: "title: Bridge\nrepititions: 3\n")
        let diagnostic = Diagnostic(
            "unknown-key", "unknown key `repititions`", in: file, SourceRange(14, 25), notes: ["expected one of: repetitions"],
            fix: Fix("did you mean `repetitions`?"))
        #expect(
            TextPrinter().print([diagnostic]) == """
                a.md:2:1: error: unknown key `repititions` [unknown-key]
                  2 | repititions: 3
                    | ^~~~~~~~~~~
                  note: expected one of: repetitions
                  fix: did you mean `repetitions`?

                """)
    }

    @Test func countsColumnsInCharactersNotBytes() {
        let file = SourceFile(path: "a.md", text: "é👩‍⚕️ x")
        let offset = "é👩‍⚕️ ".utf8.count
        #expect(file.position(of: offset) == SourceFile.Position(line: 1, column: 4))
        #expect(TextPrinter().print([Diagnostic("x", "x", in: file, SourceRange(offset, offset + 1))]).contains("  1 | é👩‍⚕️ x\n    |    ^\n"))
    }

    @Test func printsNoControlCharacterThatCouldMoveATerminalsCursor() {
        let file = SourceFile(path: "a.md", text: "a\u{1B}[2Jb\r\nc")
        let text = TextPrinter().print([Diagnostic("x", "x", in: file, SourceRange(0, 1))])
        #expect(!text.unicodeScalars.contains { $0.value == 0x1B || $0.value == 0x0D })
    }

    @Test func cutsALongLineAroundTheCaret() {
        let file = SourceFile(path: "a.md", text: String(repeating: "x", count: 5_000) + "y" + String(repeating: "z", count: 5_000))
        let lines = TextPrinter().print([Diagnostic("x", "x", in: file, SourceRange(5_000, 5_001))]).split(separator: "\n")
        #expect(lines[1].count < 180)
        let caret = lines[2].firstIndex(of: "^").map { lines[2].distance(from: lines[2].startIndex, to: $0) }
        let marked = lines[1].firstIndex(of: "y").map { lines[1].distance(from: lines[1].startIndex, to: $0) }
        #expect(caret == marked)
    }

    @Test(arguments: [-5, 0, 3, 4, 400])
    func positionsOutsideTheTextStayInside(offset: Int) {
        let position = SourceFile(path: "a", text: "ab\ncd").position(of: offset)
        #expect((1...2).contains(position.line))
    }

    @Test func ordersByFileAndPlaceAndSaysEachProblemOnce() {
        let (a, b) = (SourceFile(path: "a", text: "xxxx"), SourceFile(path: "b", text: "xxxx"))
        let found = [
            Diagnostic("1", "m", in: b, nil), Diagnostic("2", "m", in: a, SourceRange(2, 3)),
            Diagnostic("3", "m", in: a, SourceRange(1, 2)),
            Diagnostic("1", "m", in: b, nil),
        ]
        #expect(found.inReadingOrder().map(\.id) == ["3", "2", "1"])
    }
}

@Suite struct SuggestionTests {
    @Test(arguments: [("repititions", "repetitions"), ("hodl", "hold"), ("Sets", "sets")])
    func findsTheNearestName(name: String, expected: String) {
        #expect(Suggestion.nearest(to: name, among: ["hold", "repetitions", "sets"]) == expected)
    }

    @Test func offersNothingWhenNothingIsNear() {
        #expect(Suggestion.nearest(to: "colour", among: ["hold", "repetitions"]) == nil)
    }
}
