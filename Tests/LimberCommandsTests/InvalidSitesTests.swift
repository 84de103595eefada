import Foundation
import Testing

/// Sites that must be refused, one a folder of `Tests/Fixtures/InvalidSites`: what it changes in the valid site, and in `stderr.txt` the
/// exact standard error of `limber build`. `LIMBER_RECORD=1` writes that file anew and fails the run, so that the change is looked at.
@Suite struct InvalidSitesTests {
    static let folder = LimberProcess.packageRoot.appendingPathComponent("Tests/Fixtures/InvalidSites")
    static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    static let isRecording = ProcessInfo.processInfo.environment["LIMBER_RECORD"] != nil

    @Test func thereIsAFixtureForEachKindOfError() {
        #expect(Self.names.count >= 80)
    }

    @Test func theValidSiteIsAccepted() throws {
        let library = try TemporaryFolder()
        try library.makeLibrary()
        let result = try LimberProcess.run(["check", "--root", library.path, "--strict"])
        #expect(result.errors == "")
        #expect(result.status == 0)
    }

    @Test(arguments: names)
    func refusesTheSiteWithExactlyThisError(name: String) throws {
        let fixture = Self.folder.appendingPathComponent(name)
        let library = try TemporaryFolder()
        try library.makeLibrary(overlay: fixture)
        let result = try LimberProcess.run(["build", "--root", library.path, "--no-handouts"])
        #expect(result.status == 1)
        #expect(result.output == "")
        #expect(!FileManager.default.fileExists(atPath: library.path + "/_site"), "a refused site must not be written")
        let expected = fixture.appendingPathComponent("stderr.txt")
        if Self.isRecording {
            try result.errors.write(to: expected, atomically: true, encoding: .utf8)
            Issue.record("recorded \(name): look at the change")
        } else {
            #expect(try result.errors == String(contentsOf: expected, encoding: .utf8))
        }
    }
}
