import Diagnostics
import Exercises
import Foundation
import Testing

@testable import ContentLoading

/// Reading some files again says what reading everything says.
struct ContentUpdateTests {
    private static let example = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    private static let pages = ["Exercises", "Programmes", "Guidance"].flatMap { folder in
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(example)/Content/\(folder)")) ?? []
        return names.sorted().map { "Content/\(folder)/\($0)" }
    }

    /// A copy of the example library's content, removed when it is let go.
    private final class Copy {
        let root = FileManager.default.temporaryDirectory.path + "/limber-update-\(UUID().uuidString)"

        init() throws {
            try FileManager.default.createDirectory(atPath: root + "/Templates", withIntermediateDirectories: true)
            for folder in ["Content", "Templates/Strings"] {
                try FileManager.default.copyItem(atPath: "\(ContentUpdateTests.example)/\(folder)", toPath: "\(root)/\(folder)")
            }
        }

        deinit {
            try? FileManager.default.removeItem(atPath: root)
        }

        var loader: ContentLoader {
            ContentLoader(root: root, headings: PhrasebookLoading(root: root).phrasebook(language: "en").book, includesDrafts: true)
        }

        func change(_ path: String, _ old: String, _ new: String) throws {
            let text = try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
            let changed = text.contains(old) ? text.replacing(old, with: new, maxReplacements: 1) : text
            try changed.write(toFile: "\(root)/\(path)", atomically: true, encoding: .utf8)
        }
    }

    @Test func everyPageThatChangesIsReadAsIfEverythingWasRead() throws {
        let copy = try Copy()
        var content = copy.loader.load()
        try #require(content.soundLibrary != nil)
        for path in Self.pages {
            try copy.change(path, "title: ", "title: New ")
            content = try #require(copy.loader.load([path], again: content), "\(path)")
            let whole = copy.loader.load()
            #expect(content.library == whole.library, "\(path)")
            #expect(content.origins == whole.origins, "\(path)")
            #expect(content.diagnostics == whole.diagnostics, "\(path)")
        }
    }

    @Test func severalPagesAtOnceAreReadAgain() throws {
        let copy = try Copy()
        let content = copy.loader.load()
        for path in Self.pages { try copy.change(path, "summary: ", "summary: Once more, ") }
        let again = try #require(copy.loader.load(Set(Self.pages), again: content))
        #expect(again.library == copy.loader.load().library)
    }

    @Test func aLinkThatLeadsNowhereIsFound() throws {
        let copy = try Copy()
        let content = copy.loader.load()
        let path = "Content/Exercises/cat-camel.md"
        try copy.change(path, "\n---\n", "\n---\n[Nowhere](exercise:nowhere)\n\n")
        let again = try #require(copy.loader.load([path], again: content))
        #expect(again.diagnostics.hasErrors)
        #expect(again.diagnostics == copy.loader.load().diagnostics)
    }

    @Test func whatReachesFurtherThanItsPageWantsEverythingRead() throws {
        let copy = try Copy()
        let content = copy.loader.load()
        for path in [
            "Content/site.yaml", "Content/Poses/base.yaml", "Content/Exercises/new.md", "Content/Exercises", "Templates/Strings/en.yaml",
        ] {
            #expect(copy.loader.load([path], again: content) == nil, "\(path)")
        }
        try FileManager.default.removeItem(atPath: copy.root + "/Content/Exercises/cat-camel.md")
        #expect(copy.loader.load(["Content/Exercises/cat-camel.md"], again: content) == nil)
    }
}
