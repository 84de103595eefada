package import Diagnostics
import Foundation
import Subprocess
import SystemPackage

/// Indexes a finished site for searching its full text, through Pagefind.
package struct SearchIndexer: Sendable {
    package let program: String

    /// The release that sites are made with, as `requirements.txt` pins it.
    package static let version = "1.5.2"

    /// Finds Pagefind: the program that the environment variable `LIMBER_PAGEFIND` names and no other; else that of the Python package
    /// `pagefind_bin` in `.venv` of the library's folder or of a folder above the executable, or `pagefind` on the path.
    ///
    /// - Throws: A warning that says how to get it.
    package init(
        root: String, environment: [String: String] = ProcessInfo.processInfo.environment,
        executable: String? = Bundle.main.executableURL?.resolvingSymlinksInPath().path
    ) throws(Diagnostic) {
        let found = Self.candidates(root: root, environment: environment, executable: executable)
            .first(where: FileManager.default.isExecutableFile(atPath:))
        guard let found else {
            throw Diagnostic(
                "no-search-index", .warning, "the search finds only names and summaries of exercises, because Pagefind was not found",
                at: nil,
                fix: Fix(
                    "run `Scripts/setup`, or in the library's folder `python3 -m venv .venv && .venv/bin/pip install "
                        + "pagefind_bin==\(Self.version)`"))
        }
        program = found
    }

    static func candidates(root: String, environment: [String: String], executable: String?) -> [String] {
        if let named = environment["LIMBER_PAGEFIND"], !named.isEmpty { return [named] }
        var folders = [root]
        var folder = URL(fileURLWithPath: executable ?? "/").deletingLastPathComponent()
        while folder.path != "/" {
            folders.append(folder.path)
            folder.deleteLastPathComponent()
        }
        // The package's own command is a Python script that only starts this file, or on other days is not there at all.
        let inPackages = folders.flatMap { folder in
            let library = folder + "/.venv/lib"
            let versions = (try? FileManager.default.contentsOfDirectory(atPath: library))?.sorted() ?? []
            return versions.map { "\(library)/\($0)/site-packages/pagefind_bin/pagefind" }
        }
        return inPackages + (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/pagefind" }
    }

    /// Indexes the pages below a folder and writes the index into a folder inside it, replacing what is there.
    ///
    /// - Returns: The files of the index, by path below the site, in order.
    /// - Throws: An error with what Pagefind said.
    package func index(site: String, into folder: String) async throws(Diagnostic) -> [String] {
        let answer: (isSuccess: Bool, said: String)
        do {
            let result = try await Subprocess.run(
                .path(FilePath(program)), arguments: ["--site", site, "--output-subdir", folder, "--quiet"],
                output: .string(limit: 100_000), error: .string(limit: 100_000))
            answer = (result.terminationStatus.isSuccess, result.standardOutput + result.standardError)
        } catch {
            throw Diagnostic("search-index-failed", "\(program) could not be run: \(error)", at: nil)
        }
        guard answer.isSuccess, FileManager.default.fileExists(atPath: "\(site)/\(folder)/pagefind-entry.json") else {
            let said = answer.said.split(separator: "\n").suffix(4).map { "Pagefind said: \($0)" }
            throw Diagnostic("search-index-failed", "the site could not be indexed for searching", at: nil, notes: said)
        }
        return Self.tidy(site + "/" + folder).map { folder + "/" + $0 }
    }

    /// Removes what the site does not use, the ready-made interfaces; the files that are left.
    private static func tidy(_ folder: String) -> [String] {
        let files = FileManager.default
        return (files.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []).sorted().filter { path in
            var isFolder: ObjCBool = false
            guard files.fileExists(atPath: folder + "/" + path, isDirectory: &isFolder), !isFolder.boolValue else { return false }
            guard unused.contains(where: path.hasPrefix) else { return true }
            try? files.removeItem(atPath: folder + "/" + path)
            return false
        }
    }

    private static let unused = ["pagefind-ui.", "pagefind-modular-ui.", "pagefind-component-ui.", "pagefind-highlight."]
}
