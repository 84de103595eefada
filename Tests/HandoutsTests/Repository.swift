import ContentLoading
import Exercises
import Foundation
import Testing

@testable import Handouts

/// The folder of this package, which is also a library.
enum Repository {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .path

    static func phrasebook() throws -> Phrasebook {
        let loaded = PhrasebookLoading(root: root).phrasebook(language: "en")
        try #require(loaded.diagnostics.isEmpty)
        return loaded.book
    }

    static func library() throws -> Library {
        try #require(ContentLoader(root: root, headings: try phrasebook()).load().library)
    }

    /// One engine for all tests; none where no Python has Typst.
    static let engine = Task { try? await TypstEngine.find(root: root) }

    static func hasEngine() async -> Bool { await engine.value != nil }

    /// The engine's interpreter.
    static func python() async throws -> String { try #require(await engine.value).python }

    /// A library's folder with the handouts' templates, in which files can be changed.
    static func copyOfTemplates() throws -> String {
        let copy = FileManager.default.temporaryDirectory.appendingPathComponent("limber-handouts-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: copy.appendingPathComponent("Templates"), withIntermediateDirectories: true)
        try FileManager.default.copyItem(
            atPath: root + "/Templates/Handout", toPath: copy.appendingPathComponent("Templates/Handout").path)
        return copy.path
    }
}
