import Diagnostics
import Foundation
import Testing

@testable import Handouts

@Suite struct EngineFindingTests {
    @Test func theNamedPythonAndNoOtherIsTried() async throws {
        let environment = ["LIMBER_PYTHON": "/nowhere/python3", "PATH": "/usr/bin:/bin"]
        let missing = await #expect(throws: HandoutEngineMissing.self) {
            try await TypstEngine.find(root: Repository.root, environment: environment, executable: nil)
        }
        #expect(missing?.tried == ["/nowhere/python3"])
        let text = TextPrinter().print(try #require(missing?.diagnostic))
        #expect(text.contains("warning: there are no handouts, because no Python with Typst"))
        #expect(text.contains("Scripts/setup") && text.contains("python3 -m venv .venv && .venv/bin/pip install typst=="))
    }

    @Test(arguments: [("0.15.0", true), ("1.2.3", true), ("0.14.9", false), ("next", false)])
    func theVersionThatAnEnvironmentNamesIsTakenWithoutStartingItsPython(version: String, isFound: Bool) async throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("limber-find-" + UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: root) }
        let (python, packages) = (root + "/.venv/bin/python3", root + "/.venv/lib/python3.11/site-packages")
        for folder in [root + "/.venv/bin", packages + "/typst", packages + "/typst-\(version).dist-info"] {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        }
        try "".write(toFile: packages + "/typst/__init__.py", atomically: true, encoding: .utf8)
        try "#!/bin/sh\nexit 1\n".write(toFile: python, atomically: true, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: python)
        let engine = try? await TypstEngine.find(root: root, environment: ["LIMBER_PYTHON": python], executable: nil)
        #expect(engine?.typstVersion == (isFound ? version : nil))
    }

    @Test func theLibrarysOwnComesBeforeThoseAboveTheExecutableAndThePath() throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent("limber-find-" + UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: root) }
        func python(_ folder: String) throws -> String {
            try FileManager.default.createDirectory(atPath: root + folder, withIntermediateDirectories: true)
            let path = root + folder + "/python3"
            try "#!/bin/sh\nexit 1\n".write(toFile: path, atomically: true, encoding: .utf8)
            try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
            return path
        }
        let (own, above, onPath) = (try python("/library/.venv/bin"), try python("/tool/.venv/bin"), try python("/bin"))
        let found = TypstEngine.candidates(
            root: root + "/library", environment: ["PATH": root + "/none:" + root + "/bin"], executable: root + "/tool/.build/debug/limber")
        #expect(found == [own, above, onPath])
    }
}
