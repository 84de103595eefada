import ContentLoading
import Exercises
import Foundation
import Handouts
import Testing

@testable import SiteBuilding

/// When a handout is set, and when the one kept is used. The engine cannot start, so that what is not kept is an error.
struct HandoutCacheTests {
    private let engine = TypstEngine(python: "/nowhere/python3", root: "/nowhere")

    private func input(weeks: Int = 4, format: HandoutFormat = HandoutFormat()) throws -> HandoutInput {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
        let book = PhrasebookLoading(root: root).phrasebook(language: "en").book
        let library = try #require(ContentLoader(root: root + "/Tests/Fixtures/ValidSite", headings: book).load().library)
        let slug = try #require(library.exercises.first(where: \.mayBeHandedOut)?.slug.text)
        let composer = HandoutComposer(library: library, phrasebook: book, baseURL: nil)
        return try HandoutInput(composer.document(HandoutRequest(slugs: [slug], weeks: weeks)), format: format)
    }

    private func keep(_ bytes: String, _ input: HandoutInput, materials: String = "m", program: String = "1", root: String) async {
        let cache = HandoutCache(program: program, root: nil)
        HandoutCache.files(root: root).write(
            KeptFile(bytes: Array(bytes.utf8), numbers: []), await cache.key(of: input, materials: materials, engine: engine))
    }

    @Test func aKeptHandoutIsUsedOnlyForExactlyTheSame() async throws {
        let root = try TemporaryRoot()
        let input = try input()
        await keep("%PDF kept", input, root: root.path)
        let cache = HandoutCache(program: "1", root: root.path)
        #expect(try await cache.handout(input, materials: "m", engine: engine).bytes == Array("%PDF kept".utf8))
        let others = [
            try self.input(weeks: 5), try self.input(format: HandoutFormat(paper: .letter)),
            try self.input(format: HandoutFormat(edition: .large)), try self.input(format: HandoutFormat(isBlackAndWhite: true)),
        ]
        for other in others {
            await #expect(throws: HandoutProblems.self) { try await cache.handout(other, materials: "m", engine: engine) }
        }
        await #expect(throws: HandoutProblems.self) { try await cache.handout(input, materials: "n", engine: engine) }
        let newer = HandoutCache(program: "2", root: root.path)
        await #expect(throws: HandoutProblems.self) { try await newer.handout(input, materials: "m", engine: engine) }
        let clean = HandoutCache(program: "1", root: root.path, usesEarlier: false)
        await #expect(throws: HandoutProblems.self) { try await clean.handout(input, materials: "m", engine: engine) }
        let otherTypst = TypstEngine(python: "/nowhere/python3", root: "/nowhere", typstVersion: "0.16.0")
        await #expect(throws: HandoutProblems.self) { try await cache.handout(input, materials: "m", engine: otherTypst) }
    }

    @Test func aDamagedHandoutIsNotUsedAndUnusedOnesAreRemoved() async throws {
        let root = try TemporaryRoot()
        let (used, unused) = (try input(), try input(weeks: 5))
        await keep("%PDF used", used, root: root.path)
        await keep("%PDF unused", unused, root: root.path)
        let cache = HandoutCache(program: "1", root: root.path)
        let (_, keys) = try await KeptUses.noting { try await cache.handout(used, materials: "m", engine: engine) }
        await cache.keep(only: keys)
        let files = try root.files(".limber/handouts")
        #expect(files.count == 1)
        let path = root.path + "/.limber/handouts/" + (files.first ?? "")
        let text = try String(contentsOfFile: path, encoding: .utf8)
        try text.replacing("used", with: "fake").write(toFile: path, atomically: true, encoding: .utf8)
        await #expect(throws: HandoutProblems.self) { try await cache.handout(used, materials: "m", engine: engine) }
    }

    @Test func theTemplateItsFontsAndPicturesOfTheDocumentCountAsMaterials() async throws {
        let root = try TemporaryRoot()
        func write(_ text: String, _ path: String) throws {
            let url = URL(fileURLWithPath: root.path + "/" + path)
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: url)
        }
        let input = try input()
        var names: [String] = []
        for (path, text) in [
            ("Templates/Handout/handout.typ", "a"), ("Templates/Handout/handout.typ", "b"), ("Templates/Handout/Fonts/x.otf", "c"),
            ("Templates/Handout/parts/y.typ", "c"),
        ] {
            try write(text, path)
            names.append(await HandoutMaterials(root: root.path, media: []).name(for: input))
        }
        #expect(Set(names).count == names.count)
        // A picture that the document does not show changes nothing.
        try write("png", "Content/Media/other.png")
        #expect(await HandoutMaterials(root: root.path, media: ["other.png"]).name(for: input) == names.last)
    }
}
