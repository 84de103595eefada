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

    /// What a file says stands in messages, notes, fixes and names of files too, and for programs as well as for people.
    @Test(arguments: [
        "\u{1B}[2J", "\u{7}", "\u{9B}31m", "\u{90}q", "\r", "\u{8}", "\u{7F}", "\u{202E}", "\u{2066}", "\u{2028}", "\u{200F}",
    ])
    func printsNothingThatATerminalObeys(text: String) {
        let file = SourceFile(path: "a\(text).md", text: "x \(text) y\n")
        let diagnostic = Diagnostic(
            "x", "unknown key `\(text)`", in: file, SourceRange(2, 3), notes: ["expected \(text)"],
            fix: Fix("write \(text)", edit: Edit(SourceRange(2, 3), text)))
        for printed in [TextPrinter().print([diagnostic]), json([diagnostic]), GitHubPrinter().print([diagnostic])] {
            #expect(!printed.unicodeScalars.contains { text.unicodeScalars.contains($0) && !"[2J31mq".unicodeScalars.contains($0) })
            #expect(printed.forTerminal == printed)
        }
    }

    @Test func aMessageCannotLookLikeAnother() {
        let forged = "x\nContent/site.yaml:1:1: error: forged\n::error::forged"
        let diagnostic = Diagnostic("x", forged, in: SourceFile(path: "a", text: ""), nil)
        #expect(TextPrinter().print([diagnostic]).split(separator: "\n").dropFirst().allSatisfy { $0.hasPrefix("    ") })
        #expect(GitHubPrinter().print([diagnostic]).split(separator: "\n").count == 1)
    }

    @Test func noMarkHidesASignFromAWorkflowCommand() {
        let diagnostic = Diagnostic("x", "%\u{301}0A", in: SourceFile(path: "a,\u{301}line=9:\u{301}:b", text: ""), nil)
        let printed = GitHubPrinter().print([diagnostic])
        #expect(printed == "::error title=x,file=a%2C\u{301}line=9%3A\u{301}%3Ab::%25\u{301}0A\n")
    }

    @Test func showsOfAFileAsManyProblemsAsSomebodyReads() {
        let file = SourceFile(path: "a", text: String(repeating: "x\n", count: 5_000))
        let found = (0..<5_000).map { Diagnostic("x", "m", in: file, SourceRange(at: 2 * $0)) }
        let lines = TextPrinter().print(found).split(separator: "\n")
        #expect(lines.count { $0.contains(": error: m") } == 200)
        #expect(lines.last == "a: 4800 more problems in this file are not shown")
        #expect(json(found).ranges(of: "\"id\"").count == 5_000)
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["x", "é", "👩‍⚕️"])
    func aLongLineWithManyProblemsIsPrintedInGoodTime(character: String) {
        let line = String(repeating: character, count: 200_000)
        let file = SourceFile(path: "a", text: "first\n" + line)
        let width = character.utf8.count
        let found = (0..<20_000).map { Diagnostic("x", "m", in: file, SourceRange(at: 6 + 10 * $0 * width)) }
        #expect(json(found).contains("\"line\": 2, \"column\": 199991,"))
        #expect(file.position(of: 6 + 12_345 * width) == SourceFile.Position(line: 2, column: 12_346))
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

private func json(_ found: [Diagnostic]) -> String {
    JSONReportPrinter().print(CheckReport(findings: found, silenced: [], pageCount: 1))
}

@Suite struct SuggestionTests {
    @Test(arguments: [("repititions", "repetitions"), ("hodl", "hold"), ("Sets", "sets")])
    func findsTheNearestName(name: String, expected: String) {
        #expect(Suggestion.nearest(to: name, among: ["hold", "repetitions", "sets"]) == expected)
    }

    @Test(.timeLimit(.minutes(1))) func looksAtNoNameOfALengthThatNobodyTypes() {
        let long = String(repeating: "k", count: 1_000_000)
        #expect(Suggestion.nearest(to: long, among: [String(long.dropLast())]) == nil)
        #expect(Suggestion.nearest(to: "hodl", among: [long, "hold"]) == "hold")
    }

    @Test func offersNothingWhenNothingIsNear() {
        #expect(Suggestion.nearest(to: "colour", among: ["hold", "repetitions"]) == nil)
    }
}
