import Foundation

/// The built program, run as a person would run it.
enum LimberProcess {
    struct Result {
        let status: Int32
        let output: String
        let errors: String
    }

    /// The package's folder.
    static let packageRoot = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Where SwiftPM puts the program: beside the test bundle.
    private static let program = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
        .appendingPathComponent("limber")

    /// Runs `limber`; the output goes through files, so that no amount of it can fill a pipe.
    static func run(_ arguments: [String], in folder: String? = nil, input: String = "") throws -> Result {
        let scratch = try TemporaryFolder()
        let (output, errors, source) = (scratch.path + "/output", scratch.path + "/errors", scratch.path + "/input")
        for path in [output, errors] { FileManager.default.createFile(atPath: path, contents: nil) }
        FileManager.default.createFile(atPath: source, contents: Data(input.utf8))
        let process = Process()
        process.executableURL = program
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        process.standardInput = FileHandle(forReadingAtPath: source)
        process.standardOutput = FileHandle(forWritingAtPath: output)
        process.standardError = FileHandle(forWritingAtPath: errors)
        try process.run()
        process.waitUntilExit()
        return Result(
            status: process.terminationStatus, output: try String(contentsOfFile: output, encoding: .utf8),
            errors: try String(contentsOfFile: errors, encoding: .utf8))
    }
}

/// A folder that is removed when the test ends.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("limber-" + UUID().uuidString).path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// A library: the valid one of the fixtures with the package's templates, and what `overlay` changes in it.
    func makeLibrary(overlay: URL? = nil) throws {
        let fixtures = LimberProcess.packageRoot.appendingPathComponent("Tests/Fixtures/ValidSite")
        try FileManager.default.copyItem(atPath: fixtures.appendingPathComponent("Content").path, toPath: path + "/Content")
        try FileManager.default.copyItem(
            atPath: LimberProcess.packageRoot.appendingPathComponent("Templates").path, toPath: path + "/Templates")
        guard let overlay, let files = FileManager.default.enumerator(atPath: overlay.path) else { return }
        while let file = files.nextObject() as? String {
            let (from, to) = (overlay.path + "/" + file, path + "/" + file)
            if files.fileAttributes?[.type] as? FileAttributeType == .typeDirectory {
                try FileManager.default.createDirectory(atPath: to, withIntermediateDirectories: true)
            } else {
                try? FileManager.default.removeItem(atPath: to)
                try FileManager.default.copyItem(atPath: from, toPath: to)
            }
        }
        // `replace.txt` has three lines: a file, a text in it, and what stands there instead.
        if let lines = (try? String(contentsOfFile: path + "/replace.txt", encoding: .utf8))?.components(separatedBy: "\n"),
            lines.count >= 3
        {
            let text = try String(contentsOfFile: path + "/" + lines[0], encoding: .utf8)
            try text.replacing(lines[1], with: lines[2]).write(toFile: path + "/" + lines[0], atomically: true, encoding: .utf8)
        }
        let deleted = (try? String(contentsOfFile: path + "/delete.txt", encoding: .utf8)) ?? ""
        for file in deleted.split(separator: "\n") { try FileManager.default.removeItem(atPath: path + "/" + file) }
    }
}
