import Diagnostics
import Foundation
import Testing

@testable import SearchIndexing

struct SearchIndexerTests {
    private func emptyFolder() throws -> String {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder.path
    }

    @Test func anotherProgramThanTheNamedOneIsNeverUsed() {
        let environment = ["LIMBER_PAGEFIND": "/nowhere/pagefind", "PATH": "/usr/bin"]
        #expect(SearchIndexer.candidates(root: "/", environment: environment, executable: nil) == ["/nowhere/pagefind"])
    }

    @Test func theProgramOfTheLibrarysEnvironmentComesBeforeThatOfThePath() throws {
        let root = try emptyFolder()
        defer { try? FileManager.default.removeItem(atPath: root) }
        try FileManager.default.createDirectory(atPath: root + "/.venv/lib/python3.11", withIntermediateDirectories: true)
        let candidates = SearchIndexer.candidates(root: root, environment: ["PATH": "/bin"], executable: nil)
        #expect(candidates == [root + "/.venv/lib/python3.11/site-packages/pagefind_bin/pagefind", "/bin/pagefind"])
    }

    @Test func aMissingProgramIsAWarningThatSaysHowToGetIt() throws {
        let warning = #expect(throws: Diagnostic.self) {
            try SearchIndexer(root: "/", environment: ["LIMBER_PAGEFIND": "/nowhere/pagefind"], executable: nil)
        }
        #expect(warning?.severity == .warning)
        #expect(warning?.fix != nil)
    }

    @Test func aProgramThatFailsIsAnErrorWithItsWords() async throws {
        let root = try emptyFolder()
        defer { try? FileManager.default.removeItem(atPath: root) }
        let program = root + "/pagefind"
        try "#!/bin/sh\necho no room left >&2\nexit 1\n".write(toFile: program, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program)
        let indexer = try SearchIndexer(root: root, environment: ["LIMBER_PAGEFIND": program], executable: nil)
        let problem = await #expect(throws: Diagnostic.self) { try await indexer.index(site: root, into: "pagefind") }
        #expect(problem?.severity == .error)
        #expect(problem?.notes == ["Pagefind said: no room left"])
    }
}
