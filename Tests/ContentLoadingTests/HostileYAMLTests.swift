import ContentLoading
import Diagnostics
import Testing

/// YAML that is made to explode a parser, or to take it a very long time.
@Suite struct HostileYAMLTests {
    /// Ten anchors, each a list of ten aliases of the one before: ten thousand million values.
    static let explosion =
        "a0: &a0 [x]\n"
        + (1..<11).map { level in
            let aliases = Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ",")
            return "a\(level): &a\(level) [\(aliases)]\n"
        }.joined()

    @Test(arguments: [
        "title: a plain scalar\n  'with a quotation mark on its next line\n",
        "list:\n- text: |\n  more: &b0 [x]\n",
        "title: x\n- |\n",
        "--- &b0 {a: [*b0]}\n",
        "list: [a:'b]\n",
        "list: [a, # , ' \n b]\n",
        "list: [a,#, ' \n b]\n",
        "title: >1\n  folded\n",
    ])
    func noScalarHidesAnAlias(opening: String) throws {
        let library = try TemporaryLibrary(["Content/site.yaml": opening + Self.explosion])
        #expect(library.load().diagnostics.contains { $0.id == "yaml-alias" && $0.location?.file.path == "Content/site.yaml" })
    }

    @Test(arguments: ["\r", "\u{85}", "\u{2028}", "\u{2029}"])
    func aLineBreakThatOnlyYAMLSeesIsRefusedWhereItStands(lineBreak: String) throws {
        let opening = "title: Test # a comment"
        let library = try TemporaryLibrary(["Content/site.yaml": opening + lineBreak + "a: 'b\nlanguage: en\n"])
        let problem = try #require(library.load().diagnostics.first { $0.location?.file.path == "Content/site.yaml" })
        #expect(problem.id == "yaml-line-break")
        #expect(problem.location?.range?.lowerBound == opening.utf8.count)
    }

    @Test(arguments: [
        "title: Don't\n  *really* worry, it's \"fine\"\n",
        "title: |\n  *stars* and &ands\n\n  - !bangs\n",
        "title: \"a 'b\n  *c*\"\n",
        "title: 'it''s *fine*'   # a comment with *stars*, & and 'quotes\n",
        "---\ntitle: a#b 'c *d\n",
        "title: a\n  - *b\n",
        "title: Line\r\n  *two*\r\n",
    ])
    func textMayHoldAnyOfTheSigns(title: String) throws {
        let rest = "description: A test.\nlanguage: en\nreviewNotice: Not reviewed.\n"
        let library = try TemporaryLibrary(["Content/site.yaml": title + rest])
        #expect(library.load().diagnostics.map(\.message) == [])
    }

    @Test(.timeLimit(.minutes(1)), arguments: ["x", "ü"])
    func aLineAsLongAsAFileMayBeIsReadInGoodTime(item: String) throws {
        let list = "list: [" + Array(repeating: item, count: 300_000).joined(separator: ",") + "]\n"
        let library = try TemporaryLibrary(["Content/site.yaml": "title: Test\n" + list])
        #expect(library.load().diagnostics.contains { $0.id == "unknown-key" })
    }

    @Test(
        .timeLimit(.minutes(1)),
        arguments: [
            (0..<60_000).map { "key\($0): x\n" }.joined(), "clinic: {" + (0..<60_000).map { "ké\($0): x, " }.joined() + "name: a}\n",
            "clinic: {" + String(repeating: "k", count: 500_000) + ": x}\n",
        ])
    func veryManyUnknownKeysAreFoundInGoodTime(text: String) throws {
        let library = try TemporaryLibrary(["Content/site.yaml": text])
        let found = library.load().diagnostics
        #expect(found.contains { $0.id == "unknown-key" || $0.id == "yaml-syntax" })
        let report = CheckReport(findings: found, silenced: [], pageCount: 1)
        #expect(JSONReportPrinter().print(report).ranges(of: "\"id\"").count == found.count)
    }

    /// Found by fuzzing: the place of a key that is nested too deep lay behind the end of the file when the key took two lines.
    @Test func aDeepKeyOverTwoLinesIsSaidInsideOfItsFile() throws {
        let text = (0..<32).map { String(repeating: "  ", count: $0) + "k:\n" }.joined() + String(repeating: " ", count: 64) + "[a,\nb]: x"
        let library = try TemporaryLibrary(["Content/site.yaml": text])
        let found = library.load().diagnostics.filter { $0.id == "yaml-nesting" }
        #expect(!found.isEmpty && found.allSatisfy { ($0.location?.range?.upperBound ?? 0) <= text.utf8.count })
    }

    /// Found by fuzzing: where a key is missing, the place of the problem lay behind the end of the file.
    @Test(arguments: ["", "#", "\n"]) func whatIsMissingInAnEmptyFileIsSaidInsideOfIt(text: String) throws {
        let library = try TemporaryLibrary(["Content/site.yaml": text])
        let found = library.load().diagnostics.filter { $0.id == "missing-key" }
        #expect(!found.isEmpty && found.allSatisfy { ($0.location?.range?.upperBound ?? 0) <= text.utf8.count })
    }

    @Test(arguments: [
        #""https://a.b/\x00""#, #""https://a.b/\e[31m""#, #""https://a.b/\u202e""#, #"'https://a.b/"'"#, #"'https://a.b\c'"#,
        "'https://a.b/<'",
    ])
    func anAddressOfASourceHoldsOnlyWhatAddressesMay(url: String) throws {
        let text = "journal:\n  label: a\n  description: b\n  url: \(url)\n"
        let found = try TemporaryLibrary(["Content/sources.yaml": text]).load().diagnostics
        #expect(found.map(\.id).contains("not-a-url"))
    }

    @Test(arguments: ["clinic: {name: a, name: b}\n", "clinic:\n  name: a\n  phone: \"1\"\n  \"name\": b\n"])
    func aKeyThatStandsTwiceIsShownWhereItStandsAgain(text: String) throws {
        let library = try TemporaryLibrary(["Content/site.yaml": text])
        let problem = try #require(library.load().diagnostics.first { $0.id == "duplicate-key" })
        let last = try #require(text.ranges(of: "name").last)
        #expect(problem.location?.range?.lowerBound == text.utf8.distance(from: text.startIndex, to: last.lowerBound))
    }

    @Test func aKeyWithoutItsColonIsShownWhereItStands() throws {
        let library = try TemporaryLibrary(["Content/site.yaml": "title: Test\ntagline:\u{A0}x\nlanguage: en\n"])
        let problem = try #require(library.load().diagnostics.first { $0.id == "yaml-syntax" })
        #expect(problem.location?.range?.lowerBound == 12)
    }
}
