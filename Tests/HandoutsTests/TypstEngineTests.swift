import Diagnostics
import Exercises
import Foundation
import Testing

@testable import Handouts

@Suite(.enabled("no Python with Typst was found", { await Repository.hasEngine() }))
struct TypstEngineTests {
    @Test func theSameHandoutIsTheSameBytes() async throws {
        let document = try SmallLibrary.composer(baseURL: "https://example.org/").document(HandoutRequest(slugs: ["chair-twist"]))
        let first = TypstEngine(python: try await Repository.python(), root: Repository.root)
        let second = TypstEngine(python: try await Repository.python(), root: Repository.root)
        let pdf = try await first.compile(document, format: HandoutFormat(paper: .a4))
        #expect(pdf.bytes.starts(with: Array("%PDF-1.7".utf8)))
        #expect(pdf.warnings == [])
        #expect((1...3).contains(pdf.pageCount))
        #expect(try await first.compile(document, format: HandoutFormat(paper: .a4)) == pdf)
        #expect(try await second.compile(document, format: HandoutFormat(paper: .a4)) == pdf)
        #expect(try await first.compile(document, format: HandoutFormat(paper: .letter)).bytes != pdf.bytes)
        await first.stop()
        await second.stop()
    }

    @Test(arguments: Paper.allCases) func thePicturesShowEveryPageOfThePDF(_ paper: Paper) async throws {
        let engine = try #require(await Repository.engine.value)
        let document = try SmallLibrary.composer().document(HandoutRequest(slugs: ["chair-twist"]))
        let format = HandoutFormat(paper: paper)
        let pictures = try await engine.pictures(of: document, format: format, pixelsPerInch: 72)
        #expect(pictures.count == (try await engine.compile(document, format: format)).pageCount)
        for picture in pictures {
            #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]))
            // The width in pixels, in the picture's header: as many as the paper has points.
            let width = picture[16..<20].reduce(0) { $0 << 8 | Int($1) }
            #expect(abs(width - (paper == .a4 ? 595 : 612)) <= 1)
        }
    }

    @Test func setsManyAtOnce() async throws {
        let engine = try #require(await Repository.engine.value)
        let composer = try SmallLibrary.composer()
        let documents = try (1...12).map { try composer.document(HandoutRequest(slugs: ["chair-twist"], preparedFor: "Reader \($0)")) }
        var alone: [[UInt8]] = []
        for document in documents { alone.append(try await engine.compile(document, format: HandoutFormat(paper: .a4)).bytes) }
        let together = try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
            for (index, document) in documents.enumerated() {
                group.addTask { (index, try await engine.compile(document, format: HandoutFormat(paper: .a4)).bytes) }
            }
            return try await group.reduce(into: [Int: [UInt8]]()) { $0[$1.0] = $1.1 }
        }
        #expect(alone.indices.allSatisfy { together[$0] == alone[$0] })
    }

    @Test func tellsWhatItsWorkersTake() async throws {
        let engine = TypstEngine(python: try await Repository.python(), root: Repository.root)
        #expect(await engine.expense == TypstEngine.Expense())
        let document = try SmallLibrary.composer().document(HandoutRequest(slugs: ["chair-twist"]))
        _ = try await engine.compile(document, format: HandoutFormat())
        let first = await engine.expense
        #expect(first.processorSeconds > 0)
        #expect((10_000_000..<200_000_000).contains(first.mostMemory))
        // A fresh worker begins at nothing, and what the one before it took still counts.
        await engine.stop()
        _ = try await engine.compile(document, format: HandoutFormat())
        #expect(await engine.expense.processorSeconds > first.processorSeconds)
        await engine.stop()
    }

    @Test func nothingThatSomebodyWritesIsInterpreted() async throws {
        let engine = try #require(await Repository.engine.value)
        let hostile = ##"#panic("x") $1$ @ref *b* _i_ \ <label> `raw` // no /* no */ = - + #image("/etc/passwd") ]"##
        let exercise = SmallLibrary.exercise(
            "hostile", dose: Dose(), introduction: ##"\#panic("x") \$1\$ @ref \*b\* \\ \<label> \`raw\` // no ~ -- ]"##)
        let request = HandoutRequest(
            slugs: ["hostile"], preparedFor: hostile, preparedBy: "A\u{0}B\u{7}", date: "<date>", note: hostile + "\n\n= Not a heading")
        let document = try SmallLibrary.composer([exercise]).document(request)
        #expect(document.note?.text.contains(hostile) == true)
        #expect(try await engine.compile(document, format: HandoutFormat(paper: .a4)).pageCount >= 1)
    }

    @Test func everyHandoutOfTheLibraryCanBeSet() async throws {
        let engine = try #require(await Repository.engine.value)
        let library = try Repository.library()
        let composer = HandoutComposer(library: library, phrasebook: try Repository.phrasebook(), baseURL: BaseURL("https://example.org/"))
        let exercises = library.exercises.filter(\.mayBeHandedOut).map(\.slug.text)
        for slug in exercises + library.programmes.map(\.slug.text) {
            let document = try composer.document(HandoutRequest(slugs: [slug]))
            for paper in Paper.allCases {
                let pdf = try await engine.compile(document, format: HandoutFormat(paper: paper))
                #expect(pdf.warnings == [])
                #expect(pdf.pageCount <= (exercises.contains(slug) ? 4 : 12), "\(slug)")
            }
        }
    }

    @Test func anErrorInATemplateHasItsPlace() async throws {
        let root = try Repository.copyOfTemplates()
        defer { try? FileManager.default.removeItem(atPath: root) }
        let path = root + "/Templates/Handout/parts/prose.typ"
        let engine = TypstEngine(python: try await Repository.python(), root: root)
        let document = try SmallLibrary.composer().document(HandoutRequest(slugs: ["chair-twist"]))
        let good = try await engine.compile(document, format: HandoutFormat(paper: .a4))
        let template = try String(contentsOfFile: path, encoding: .utf8)
        try (template + "\n#let é = [→] + not-defined\n").write(toFile: path, atomically: true, encoding: .utf8)
        let problems = await #expect(throws: HandoutProblems.self) { try await engine.compile(document, format: HandoutFormat(paper: .a4)) }
        let diagnostic = try #require(problems?.diagnostics.first)
        #expect(problems?.isInternal == false)
        #expect(diagnostic.message == "unknown variable: not-defined")
        #expect(diagnostic.location?.file.path == "Templates/Handout/parts/prose.typ")
        let range = try #require(diagnostic.location?.range)
        let file = try #require(diagnostic.location?.file)
        #expect(String(decoding: Array(file.text.utf8)[range.lowerBound..<range.upperBound], as: UTF8.self) == "not-defined")
        #expect(diagnostic.notes.contains { $0.hasPrefix("if you meant to use subtraction") })
        // The file that is mended is read again.
        try template.write(toFile: path, atomically: true, encoding: .utf8)
        #expect(try await engine.compile(document, format: HandoutFormat(paper: .a4)) == good)
        await engine.stop()
    }

    // The limit is far above what a handout takes on a busy machine, and far below what the template would.
    @Test(.timeLimit(.minutes(3))) func aTemplateThatNeverEndsIsStopped() async throws {
        let root = try Repository.copyOfTemplates()
        defer { try? FileManager.default.removeItem(atPath: root) }
        let path = root + "/Templates/Handout/handout.typ"
        let template = try String(contentsOfFile: path, encoding: .utf8)
        let endless = "#for a in range(100000) { for b in range(100000) { for c in range(100000) { let d = a + b + c } } }"
        try (endless + "\n" + template).write(toFile: path, atomically: true, encoding: .utf8)
        let engine = TypstEngine(python: try await Repository.python(), root: root, timeLimit: .seconds(15))
        let document = try SmallLibrary.composer().document(HandoutRequest(slugs: ["chair-twist"]))
        let problems = await #expect(throws: HandoutProblems.self) { try await engine.compile(document, format: HandoutFormat()) }
        #expect(problems?.isInternal == false)
        #expect(
            problems.map { TextPrinter().print($0.diagnostics) } == """
                error: setting a handout took longer than 15 seconds, so it was stopped [handout-time-limit]
                  fix: look for a loop that does not end in Templates/Handout/handout.typ and what it imports

                """)
        for _ in 1...100 where Self.processes(in: root) > 0 { try await Task.sleep(for: .milliseconds(50)) }
        #expect(Self.processes(in: root) == 0)
        // The template that is mended is set by a fresh worker.
        try template.write(toFile: path, atomically: true, encoding: .utf8)
        #expect(try await engine.compile(document, format: HandoutFormat()).pageCount >= 1)
        await engine.stop()
    }

    @Test func severalWorkersMakeTheSameBytesAsOne() async throws {
        let one = try #require(await Repository.engine.value)
        let several = TypstEngine(python: one.python, root: Repository.root, workers: 3)
        let composer = try SmallLibrary.composer()
        let documents = try (1...6).map { try composer.document(HandoutRequest(slugs: ["chair-twist"], weeks: $0)) }
        let made = try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
            for (index, document) in documents.enumerated() {
                group.addTask { (index, try await several.compile(document, format: HandoutFormat()).bytes) }
            }
            return try await group.reduce(into: [Int: [UInt8]]()) { $0[$1.0] = $1.1 }
        }
        for (index, document) in documents.enumerated() {
            #expect(try await one.compile(document, format: HandoutFormat()).bytes == made[index])
        }
        await several.stop()
    }

    @Test func theWorkerEndsWithItsEngine() async throws {
        let python = try await Repository.python()
        let document = try SmallLibrary.composer().document(HandoutRequest(slugs: ["chair-twist"]))
        // The folder of a library that only this test has, by which its worker is known among all processes.
        let root = try Repository.copyOfTemplates()
        defer { try? FileManager.default.removeItem(atPath: root) }
        do {
            let engine = TypstEngine(python: python, root: root)
            _ = try await engine.compile(document, format: HandoutFormat(paper: .a4))
            #expect(Self.processes(in: root) == 1)
        }
        for _ in 1...100 where Self.processes(in: root) > 0 { try await Task.sleep(for: .milliseconds(50)) }
        #expect(Self.processes(in: root) == 0)
    }

    /// How many processes have a folder as their working folder.
    private static func processes(in folder: String) -> Int {
        let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.filter { Int($0) != nil } ?? []
        return numbers.count { (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/\($0)/cwd")) == folder }
    }

    @Test func aCharacterThatNoFontHasIsNamed() async throws {
        let engine = try #require(await Repository.engine.value)
        let document = try SmallLibrary.composer().document(HandoutRequest(slugs: ["chair-twist"], preparedFor: "\u{FEFF}木村 Ana 木"))
        let problems = await #expect(throws: HandoutProblems.self) { try await engine.compile(document, format: HandoutFormat(paper: .a4)) }
        #expect(problems?.diagnostics.map(\.id) == ["missing-character"])
        #expect(problems?.diagnostics.first?.message == "the fonts of handouts cannot show 木 村")
    }
}
