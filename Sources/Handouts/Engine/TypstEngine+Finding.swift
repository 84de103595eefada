import Foundation
import Subprocess
import SystemPackage

extension TypstEngine {
    /// Finds a Python that has Typst: the one that the environment variable `LIMBER_PYTHON` names and no other; else that of `.venv` in the
    /// library's folder, of `.venv` in a folder above the executable, or `python3` on the path.
    ///
    /// `workers` handouts are set at a time.
    package static func find(
        root: String, workers: Int = 1, environment: [String: String] = ProcessInfo.processInfo.environment,
        executable: String? = Bundle.main.executableURL?.resolvingSymlinksInPath().path
    ) async throws(HandoutEngineMissing) -> TypstEngine {
        var tried: [String] = []
        for python in candidates(root: root, environment: environment, executable: executable) where !tried.contains(python) {
            tried.append(python)
            var version = installedVersion(python)
            if version == nil { version = await askedVersion(python) }
            if let version { return TypstEngine(python: python, root: root, typstVersion: version, workers: workers) }
        }
        throw HandoutEngineMissing(tried: tried)
    }

    static func candidates(root: String, environment: [String: String], executable: String?) -> [String] {
        if let named = environment["LIMBER_PYTHON"], !named.isEmpty { return [named] }
        var folders = [root]
        var folder = URL(fileURLWithPath: executable ?? "/").deletingLastPathComponent()
        while folder.path != "/" {
            folders.append(folder.path)
            folder.deleteLastPathComponent()
        }
        let environments = folders.map { $0 + "/.venv/bin/python3" }
        let onPath = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/python3" }
        return (environments + onPath).filter(FileManager.default.isExecutableFile(atPath:))
    }

    /// The version of Typst that the folder of a virtual environment names: starting Python to ask takes longer than setting a handout.
    private static func installedVersion(_ python: String) -> String? {
        let library = URL(fileURLWithPath: python).deletingLastPathComponent().deletingLastPathComponent().path + "/lib"
        let files = FileManager.default
        for name in (try? files.contentsOfDirectory(atPath: library))?.sorted() ?? [] where name.hasPrefix("python3") {
            let packages = "\(library)/\(name)/site-packages"
            guard files.fileExists(atPath: packages + "/typst/__init__.py") else { continue }
            let records = (try? files.contentsOfDirectory(atPath: packages)) ?? []
            let versions = records.filter { $0.hasPrefix("typst-") && $0.hasSuffix(".dist-info") }.map {
                String($0.dropFirst("typst-".count).dropLast(".dist-info".count))
            }
            // With two records nobody knows which one is right.
            if versions.count == 1, isSupported(versions[0]) { return versions[0] }
        }
        return nil
    }

    /// Whether the templates work with a version: 0.15 and later.
    private static func isSupported(_ version: String) -> Bool {
        let parts = version.split(separator: ".").map { Int($0) ?? -1 }
        guard parts.count >= 2, parts[0] >= 0, parts[1] >= 0 else { return false }
        return (parts[0], parts[1]) >= (0, 15)
    }

    /// The version that a Python itself names; nil when it has none that the templates work with.
    private static func askedVersion(_ python: String) async -> String? {
        let script = """
            import sys
            sys.path[:] = [path for path in sys.path if path]
            from importlib.metadata import version
            import typst
            typst.Fonts, typst.Compiler.compile_with_warnings
            print(version("typst"))
            """
        let result = try? await Subprocess.run(
            .path(FilePath(python)), arguments: ["-c", script], output: .string(limit: 1000), error: .discarded)
        guard let result, result.terminationStatus.isSuccess else { return nil }
        let version = result.standardOutput.trimmingCharacters(in: .whitespacesAndNewlines)
        return isSupported(version) ? version : nil
    }
}
