import Diagnostics
import Exercises
import Foundation
import Testing

@testable import ContentLoading

/// A library in a temporary folder, removed when the test ends.
final class TemporaryLibrary {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent("limber-" + UUID().uuidString).path

    init(_ files: [String: String] = [:]) throws {
        for (path, text) in Self.base.merging(files, uniquingKeysWith: { $1 }) { try write(Data(text.utf8), to: path) }
    }

    deinit { try? FileManager.default.removeItem(atPath: root) }

    func write(_ data: Data, to path: String) throws {
        let url = URL(fileURLWithPath: root + "/" + path)
        try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: url)
    }

    func load() -> LoadedContent { ContentLoader(root: root, headings: Self.headings).load() }

    static let headings = Phrasebook(phrases: [
        "content.heading.getReady": "Get ready", "content.heading.steps": "Steps", "content.heading.breathing": "Breathing",
        "content.heading.variations": "Variations", "content.heading.takeCare": "Take care",
    ])

    static let base: [String: String] = [
        "Content/site.yaml": "title: Test\ndescription: A test.\nlanguage: en\nreviewNotice: Not reviewed.\n",
        "Content/sources.yaml": "an-article:\n  label: An article\n  description: It exists for tests.\n",
        "Content/safety.yaml": """
        stopRules: [Stop at once if it hurts.]
        contacts:
          emergency: {label: Call for help}
        signs:
          - {level: emergency, sign: New numbness, action: Call now., contact: emergency}

        """,
        "Content/Exercises/bridge.md": exercise(),
    ]

    static func exercise(dose: String = "dose: {hold: 10 s, from: an-article}", more: String = "", body: String = "## Steps\n\n1. Lift.\n")
        -> String
    {
        """
        ---
        title: Bridge
        summary: Lift the hips.
        kind: strength
        position: lying-back
        level: beginner
        performedBy: self
        advice: suitable
        \(dose)
        feel: Your buttocks.
        sources:
          - id: an-article
            dose: {hold: 10 s}
        \(more)
        ---
        \(body)
        """
    }
}

@Suite struct LoadingTests {
    @Test func loadsALibraryWithoutFindings() throws {
        let content = try TemporaryLibrary().load()
        #expect(content.diagnostics == [])
        let bridge = try #require(Slug("bridge").flatMap { content.soundLibrary?.exercise($0) })
        #expect(bridge.dose?.hold?[nil]?.description == "10 s")
        #expect(bridge.body.steps.count == 1)
        #expect(bridge.doseOrigins == [.hold(phase: nil): try #require(Slug("an-article"))])
    }

    /// One wrong front matter line, the finding's identifier, and the line and column where it must be.
    @Test(arguments: [
        ("repititions: 3", "unknown-key", 14, 1), ("draft: yes", "not-a-flag", 14, 8), ("aliases: [no]", "ambiguous-scalar", 14, 11),
        ("aliases: Hip lift", "wrong-type", 14, 10), ("easier: [brige]", "unknown-exercise", 14, 10),
        ("easier: [bridge]", "refers-to-itself", 14, 10), ("regions: [lower-bak]", "unknown-term", 14, 11),
        ("regions: [hips, hips]", "duplicate-item", 14, 17), ("review: {reviewed: 2026-02-30}", "not-a-date", 14, 20),
        ("review: {reviewed: 2026-02-03}", "incomplete-review", 14, 20), ("aliases: [a", "yaml-syntax", 15, 1),
        ("title: Again", "duplicate-key", 14, 1), ("stopIf: [*a]", "yaml-alias", 14, 10), ("stopIf: [&a b]", "yaml-alias", 14, 10),
        ("stopIf: !!str x", "yaml-tag", 14, 9), ("stopIf:", "empty-value", 14, 1), ("summary2: a: b", "yaml-syntax", 14, 12),
    ])
    func reportsAWrongLineAtItsPlace(line: String, id: String, lineNumber: Int, column: Int) throws {
        let text = TemporaryLibrary.exercise(more: line)
        let content = try TemporaryLibrary(["Content/Exercises/bridge.md": text]).load()
        let found = try #require(content.diagnostics.first { $0.id == id }, "\(content.diagnostics.map { "\($0.id): \($0.message)" })")
        let location = try #require(found.location)
        let position = location.file.position(of: try #require(location.range).lowerBound)
        #expect((position.line, position.column) == (lineNumber, column))
        #expect(content.soundLibrary == nil)
    }

    @Test(arguments: [
        ("{hold: 012 s}", "leading-zero"), ("{repetitions: 012}", "leading-zero"), ("{repetitions: 1_0}", "not-a-quantity"),
        ("{repetitions: yes}", "not-a-quantity"), ("{sets: three}", "not-a-quantity"), ("{hold: 10}", "missing-unit"),
        ("{hold: 10 h}", "unknown-unit"), ("{repetitions: 3 s}", "unexpected-unit"), ("{hold: 20–10 s}", "empty-range"),
        ("{hold: 0 s}", "out-of-bounds"), ("{daysPerWeek: 8}", "out-of-bounds"), ("{firstSide: left}", "first-side-without-sides"),
        ("{hold: 5 s, duration: 1 min}", "hold-and-duration"), ("{hold: {a: 5 s, no: 5 s}}", "not-a-phase"),
        ("{hold: [5 s]}", "wrong-type"),
        ("{hold: 10 s, from: nobody}", "unknown-source"), ("{hold: 10 s, from: {holt: an-article}}", "unknown-key"), ("yes", "wrong-type"),
    ])
    func refusesADoseThatCouldBeMisread(dose: String, id: String) throws {
        let text = TemporaryLibrary.exercise(dose: "dose: " + dose)
        let content = try TemporaryLibrary(["Content/Exercises/bridge.md": text]).load()
        #expect(content.diagnostics.map(\.id).contains(id), "\(content.diagnostics.map(\.id))")
    }

    @Test(arguments: [
        ("## Steps\n\n1. Hold for [5 seconds](dose:hold).\n", "dose-contradiction"),
        ("## Steps\n\n1. Hold for [about 10 seconds](dose:hold).\n", "dose-contradiction"),
        ("## Steps\n\n1. Repeat [3](dose:repetitions) times.\n", "unknown-dose"),
        ("## Steps\n\n1. See [x](exercise:brige).\n", "unknown-exercise"),
        ("## Steps\n\n1. See [x](guidance:none).\n", "unknown-guidance"),
        ("## Steps\n\n1. See [x](programme:none).\n", "unknown-programme"),
        ("## Steps\n\n1. See [x](source:none).\n", "unknown-source"), ("## Steps\n\n1. ![x](figure:none)\n", "unknown-pose"),
        ("## Steps\n\n1. [x](javascript:alert)\n", "unknown-scheme"), ("## Steps\n\n1. ![x](a.png)\n", "media-missing"),
        ("## Steps\n\n1. ![x](../../a.png)\n", "path-outside"), ("## Stepps\n\n1. Lift.\n", "unknown-heading"),
        ("## Steps\n\nLift.\n", "not-a-step"),
        ("Text only.\n", "no-steps"), ("# Bridge\n\n## Steps\n\n1. Lift.\n", "title-in-body"),
        ("## Steps\n\n1. Lift.\n\n## Get ready\n\nLie.\n", "heading-order"),
        ("## Steps\n\n1. Lift.\n\n## Steps\n\n1. Lift.\n", "duplicate-heading"),
    ])
    func reportsWhatIsWrongInABody(body: String, id: String) throws {
        let content = try TemporaryLibrary(["Content/Exercises/bridge.md": TemporaryLibrary.exercise(body: body)]).load()
        #expect(content.diagnostics.map(\.id).contains(id), "\(content.diagnostics.map(\.id))")
    }

    @Test func reportsEveryProblemOfEveryFileInOneRun() throws {
        let content = try TemporaryLibrary([
            "Content/Exercises/bridge.md": TemporaryLibrary.exercise(
                dose: "dose: {hold: 10}", more: "repititions: 3", body: "## Steps\n\n1. [x](exercise:y)\n"),
            "Content/Exercises/other.md": "no front matter", "Content/Guidance/page.md": "---\ntitle: x\n",
        ]).load()
        #expect(
            Set(content.diagnostics.map(\.id)) == [
                "missing-unit", "unknown-key", "unknown-exercise", "front-matter-missing", "front-matter-unclosed",
            ])
    }

    @Test func checksTheTextOfAPageWhoseFrontMatterIsBroken() throws {
        let text = TemporaryLibrary.exercise(body: "## Steps\n\n1. [10 seconds](dose:hold) [x](exercise:y)\n").replacing(
            "kind:", with: "knid:")
        let found = try TemporaryLibrary(["Content/Exercises/bridge.md": text]).load().diagnostics
        #expect(found.map(\.id) == ["missing-key", "unknown-key", "unknown-exercise"])
    }

    @Test func aBrokenFileDoesNotBreakLinksToIt() throws {
        let content = try TemporaryLibrary([
            "Content/Exercises/bridge.md": TemporaryLibrary.exercise(more: "easier: [other]"), "Content/Exercises/other.md": "broken",
        ]).load()
        #expect(content.diagnostics.map(\.id) == ["front-matter-missing"])
    }

    @Test func refusesWhatIsNotText() throws {
        let library = try TemporaryLibrary()
        try library.write(Data([0x2D, 0x2D, 0x2D, 0x0A, 0x74, 0xFF, 0x0A]), to: "Content/Exercises/latin.md")
        try library.write(Data("---\ntitle: a\0b\n---\n".utf8), to: "Content/Exercises/zero.md")
        try library.write(Data(count: 50 << 20), to: "Content/Exercises/huge.md")
        let folder = library.root + "/Content/Exercises/"
        try FileManager.default.createSymbolicLink(atPath: folder + "loop.md", withDestinationPath: "loop.md")
        try FileManager.default.createDirectory(atPath: folder + "folder.md", withIntermediateDirectories: true)
        #expect(mkfifo(folder + "pipe.md", 0o600) == 0)
        let found = library.load().diagnostics
        #expect(found.map(\.id) == ["not-a-file", "file-too-large", "not-utf-8", "symlink-loop", "not-a-file", "zero-byte"])
        let latin = try #require(found.first { $0.id == "not-utf-8" }?.location)
        #expect(latin.file.position(of: try #require(latin.range).lowerBound) == SourceFile.Position(line: 2, column: 2))
    }

    @Test func aFolderThatLeadsBackToItselfIsNamed() throws {
        let library = try TemporaryLibrary()
        try FileManager.default.createSymbolicLink(atPath: library.root + "/Content/Programmes", withDestinationPath: "Programmes")
        try FileManager.default.createSymbolicLink(atPath: library.root + "/Content/Exercises/again", withDestinationPath: "..")
        #expect(library.load().diagnostics.map(\.id) == ["file-left-out", "folder-unreadable"])
    }

    @Test(arguments: ["\u{202D}", "\u{202E}"])
    func refusesACharacterThatCouldTurnANumberRound(override: String) throws {
        let text = TemporaryLibrary.exercise(body: "## Steps\n\n1. Hold for \(override)02 seconds.\n")
        #expect(try TemporaryLibrary(["Content/Exercises/bridge.md": text]).load().diagnostics.map(\.id) == ["direction-override"])
    }

    @Test func anExplodingAliasIsRefusedBeforeItIsRead() throws {
        let levels = (1...30).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1), *a\($0 - 1)]" }.joined(separator: "\n")
        let content = try TemporaryLibrary(["Content/Exercises/bomb.md": "---\na0: &a0 x\n\(levels)\n---\n"]).load()
        #expect(content.diagnostics.map(\.id) == ["yaml-alias"])
    }

    @Test(arguments: ["[", "- ", "{a: "])
    func deepNestingIsRefusedBeforeItIsRead(opening: String) throws {
        let yaml = (opening == "- " ? "" : "a: ") + String(repeating: opening, count: 50_000)
        let content = try TemporaryLibrary(["Content/Exercises/deep.md": "---\n\(yaml)\n---\n"]).load()
        #expect(content.diagnostics.map(\.id) == ["yaml-nesting"])
    }

    @Test func aSlugNamesOnePage() throws {
        let content = try TemporaryLibrary([
            "Content/Guidance/bridge.md": "---\ntitle: Bridge\nsummary: Another.\n---\nText.\n",
            "Content/Guidance/Not A Slug.md": "---\n---\n",
        ]).load()
        #expect(content.diagnostics.map(\.id) == ["not-a-slug", "duplicate-slug"])
        #expect(content.diagnostics[0].fix?.message == "rename it to `not-a-slug.md`")
    }

    @Test func aDraftIsLeftOutAndNothingMayLeadToIt() throws {
        let library = try TemporaryLibrary([
            "Content/Exercises/other.md": TemporaryLibrary.exercise(more: "draft: true"),
            "Content/Guidance/page.md": "---\ntitle: Page\nsummary: A page.\n---\n[x](exercise:other)\n",
        ])
        #expect(library.load().diagnostics.map(\.id) == ["draft-target"])
        let withDrafts = ContentLoader(root: library.root, headings: TemporaryLibrary.headings, includesDrafts: true).load()
        #expect(withDrafts.diagnostics == [])
        #expect(withDrafts.library?.exercises.count == 2)
    }

    @Test func aBrokenDraftKeepsNothingFromBeingPublished() throws {
        let library = try TemporaryLibrary(["Content/Exercises/other.md": TemporaryLibrary.exercise(more: "draft: true\nrepititions: 3")])
        #expect(library.load().diagnostics == [])
        let withDrafts = ContentLoader(root: library.root, headings: TemporaryLibrary.headings, includesDrafts: true).load()
        #expect(withDrafts.diagnostics.map(\.id) == ["unknown-key"])
    }

    @Test func aTechniqueForOthersCannotLookLikeAnExercise() throws {
        let text = TemporaryLibrary.exercise().replacing("performedBy: self", with: "performedBy: partner")
        #expect(try TemporaryLibrary(["Content/Exercises/hug.md": text]).load().diagnostics.map(\.id) == ["must-be-knowledge"])
    }

    @Test func windowsLineEndingsAndAByteOrderMarkAreFine() throws {
        let text = "\u{FEFF}" + TemporaryLibrary.exercise(more: "repititions: 3").replacing("\n", with: "\r\n")
        let found = try TemporaryLibrary(["Content/Exercises/bridge.md": text]).load().diagnostics
        #expect(found.map(\.id) == ["unknown-key"])
        let location = try #require(found.first?.location)
        #expect(location.file.position(of: try #require(location.range).lowerBound) == SourceFile.Position(line: 14, column: 1))
    }
}
