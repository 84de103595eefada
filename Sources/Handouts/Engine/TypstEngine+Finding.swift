import Foundation
import Subprocess
import SystemPackage

extension TypstEngine {
    /// Finds a Python that has Typst: the one that the environment variable `LIMBER_PYTHON` names and no other; else that of `.venv` in the
    /// library's folder, of `.venv` in a folder above the executable, or `python3` on the path.
    package static func find(
        root: String, environment: [String: String] = ProcessInfo.processInfo.environment,
        executable: String? = Bundle.main.executableURL?.resolvingSymlinksInPath().path
    ) async throws(HandoutEngineMissing) -> TypstEngine {
        var tried: [String] = []
        for python in candidates(root: root, environment: environment, executable: executable) where !tried.contains(python) {
            tried.append(python)
            if await hasTypst(python) { return TypstEngine(python: python, root: root) }
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

    /// Whether a Python has Typst in a version that the templates work with.
    private static func hasTypst(_ python: String) async -> Bool {
        let script = """
            import sys
            sys.path[:] = [path for path in sys.path if path]
            from importlib.metadata import version
            import typst
            typst.Fonts, typst.Compiler.compile_with_warnings
            sys.exit(0 if tuple(int(part) for part in version("typst").split(".")[:2]) >= (0, 15) else 1)
            """
        let result = try? await Subprocess.run(
            .path(FilePath(python)), arguments: ["-c", script], output: .discarded, error: .discarded)
        return result?.terminationStatus.isSuccess ?? false
    }
}
