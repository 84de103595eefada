import CommonMark
import Diagnostics
import Testing

struct HostileInputTests {
    // The tests take indices, so that no report of a run holds a hundred thousand brackets.
    static let deep = [
        String(repeating: ">", count: 100_000) + " a",
        String(repeating: "- ", count: 100_000) + "a",
        String(repeating: "1. ", count: 50_000) + "a",
        String(repeating: "*", count: 100_000) + "a" + String(repeating: "*", count: 100_000),
        String(repeating: "*a **a ", count: 20_000) + String(repeating: "b** b*", count: 20_000),
        String(repeating: "![", count: 20_000) + "a" + String(repeating: "](b)", count: 20_000),
    ]

    @Test(arguments: deep.indices)
    func refusesDeepNesting(index: Int) {
        let text = Self.deep[index]
        let file = SourceFile(path: "deep.md", text: "fine\n\n" + text)
        do {
            _ = try Document(parsing: file)
            Issue.record("the text was accepted")
        } catch {
            #expect(error.id == "nesting-too-deep")
            #expect(error.severity == .error)
            #expect(error.location?.range.map { file.position(of: $0.lowerBound).line } == 3)
        }
    }

    @Test func acceptsTheDeepestNestingAndNoMore() throws {
        // The paragraph and its text are one level each.
        let deepest = Document.deepestNesting - 1
        _ = try Document(parsing: SourceFile(path: "a.md", text: String(repeating: ">", count: deepest - 1) + " a"))
        #expect(throws: Diagnostic.self) {
            try Document(parsing: SourceFile(path: "a.md", text: String(repeating: ">", count: deepest + 1) + " a"))
        }
    }

    static let repetitive = [
        String(repeating: "[", count: 100_000),
        String(repeating: "[a](", count: 20_000),
        String(repeating: "]", count: 100_000),
        String(repeating: "*", count: 100_000),
        String(repeating: "_a ", count: 50_000),
        String(repeating: "`", count: 100_000) + "a",
        String(repeating: "&amp;\\*", count: 50_000),
        String(repeating: "a <b> ", count: 50_000),
        "[a]: b\n\n" + String(repeating: "[a] ", count: 50_000),
        "[a]: [b]\n[b]: [a]\n\n[a] [b] [a][b] [b][a]",
        "[a]: a\n[a]: [a]\n\n[[a]][a]",
        String(repeating: "a\n", count: 100_000),
        String(repeating: "- a\n", count: 50_000),
        String(repeating: "[a](b) *c* ", count: 20_000),
    ]

    @Test(arguments: repetitive.indices, ["", "> "])
    func readsRepetition(index: Int, prefix: String) throws {
        let text = Self.repetitive[index]
        _ = try Document(parsing: SourceFile(path: "a.md", text: prefix + text))
    }

    @Test func readsOneLineOfFiveMegabytes() throws {
        let text = String(repeating: "ninebytes ", count: 500_000)
        let document = try Document(parsing: SourceFile(path: "a.md", text: text))
        #expect(document.blocks.map(\.range) == [SourceRange(0, text.utf8.count - 1)])
    }

    @Test func replacesNullBytes() throws {
        let document = try Document(parsing: SourceFile(path: "a.md", text: "a\0b `c\0`"))
        #expect(document.blocks.plainText == "a\u{FFFD}b c\u{FFFD}")
        guard case .paragraph(let inlines)? = document.blocks.first?.kind else {
            Issue.record("not a paragraph")
            return
        }
        #expect(inlines.map(\.range) == [SourceRange(0, 4), SourceRange(4, 8)])
    }

    @Test(arguments: ["", "\n", "\r\n", "\r", " ", "\t", "\0", "\u{FEFF}", "[a]: b", "#", ">", "-", "```", "&", "\\"])
    func readsAlmostNothing(_ text: String) throws {
        _ = try Document(parsing: SourceFile(path: "a.md", text: text))
    }

    /// Ranges that lie outside the file, or that are empty.
    @Test(arguments: [SourceRange(-5, 2), SourceRange(2, 2), SourceRange(3, 100), SourceRange(90, 100)])
    func readsOnlyWhatIsThere(_ range: SourceRange) throws {
        let document = try Document(parsing: SourceFile(path: "a.md", text: "abcdef"), in: range)
        #expect(document.blocks.allSatisfy { $0.range.lowerBound >= 0 && $0.range.upperBound <= 6 })
    }
}
