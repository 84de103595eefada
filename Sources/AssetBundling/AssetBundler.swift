package import Diagnostics
import Foundation
import Subprocess
import SystemPackage

/// Bundles scripts and style sheets: what an entry point imports goes with it, without comments and spaces, under a name that changes with
/// the content. esbuild does the work.
package struct AssetBundler: Sendable {
    package let program: String
    /// What diagnostics name the folder of the files.
    private let folder: String

    /// Why nothing was bundled.
    package enum Failure: Error {
        /// There is no esbuild on this machine.
        case missing(Diagnostic)
        /// The files have errors.
        case refused([Diagnostic])
        case system(Diagnostic)

        package var diagnostics: [Diagnostic] {
            switch self {
            case .refused(let diagnostics): diagnostics
            case .missing(let diagnostic), .system(let diagnostic): [diagnostic]
            }
        }
    }

    /// The esbuild of this machine: the program that the environment variable `LIMBER_ESBUILD` names and no other, else the one on the
    /// path.
    package static func find(
        folder: String, environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(Failure) -> AssetBundler {
        let named = environment["LIMBER_ESBUILD"].flatMap { $0.isEmpty ? nil : $0 }
        let onPath = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/esbuild" }
        let candidates = named.map { [$0] } ?? onPath
        guard let program = candidates.first(where: FileManager.default.isExecutableFile(atPath:)) else {
            throw .missing(
                Diagnostic(
                    "no-esbuild", .error, "esbuild is not on this machine, and the pages' scripts and styles need it", at: nil,
                    fix: Fix("install Debian's package `esbuild`, or run `Scripts/setup`")))
        }
        return AssetBundler(program: program, folder: folder)
    }

    /// Bundles what the entry points need; those of `entries` that `files` do not hold are passed over.
    package func bundle(_ files: [AssetFile], entries: [String]) async throws(Failure) -> AssetBundle {
        let entries = entries.filter { entry in files.contains { $0.path == entry } }
        guard !entries.isEmpty else { return AssetBundle() }
        let scratch = FileManager.default.temporaryDirectory.path + "/limber-assets-\(UUID().uuidString)"
        defer { try? FileManager.default.removeItem(atPath: scratch) }
        let problem: String
        do {
            try Self.write(files, below: scratch)
            problem = try await run(entries, in: scratch)
        } catch {
            throw .system(Diagnostic("esbuild-failed", .error, "esbuild could not be used: \(error)", at: nil))
        }
        let report = BundlingReport(text: problem, folder: folder, files: files)
        guard FileManager.default.fileExists(atPath: scratch + "/" + Self.index), report.diagnostics.isEmpty else {
            throw report.diagnostics.isEmpty
                ? .system(Diagnostic("esbuild-failed", .error, "esbuild failed: \(problem)", at: nil)) : .refused(report.diagnostics)
        }
        do {
            return try Self.read(scratch)
        } catch {
            throw .system(Diagnostic("esbuild-failed", .error, "what esbuild wrote cannot be read: \(error)", at: nil))
        }
    }

    private static let index = "index.json"
    private static let output = "out"

    /// What esbuild prints: its errors and warnings.
    private func run(_ entries: [String], in scratch: String) async throws -> String {
        // Browsers of the last years, down to those that know modules which load others when they are needed.
        let options = [
            "--bundle", "--splitting", "--minify", "--format=esm", "--target=chrome80,safari13.1,firefox78", "--charset=utf8",
            "--legal-comments=none", "--log-level=warning", "--log-limit=0", "--color=false", "--outdir=\(Self.output)",
            "--metafile=\(Self.index)", "--entry-names=[name].[hash]", "--chunk-names=[name].[hash]", "--asset-names=[name].[hash]",
        ]
        let loaders = ["woff2", "svg", "png", "jpg", "webp", "avif", "json"].map { "--loader:.\($0)=file" }
        let result = try await Subprocess.run(
            .path(FilePath(program)), arguments: .init(entries + options + loaders), workingDirectory: FilePath(scratch),
            output: .discarded, error: .string(limit: 1_000_000))
        return result.standardError
    }

    private static func write(_ files: [AssetFile], below folder: String) throws {
        for file in files {
            let url = URL(fileURLWithPath: folder + "/" + file.path)
            try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.bytes).write(to: url)
        }
    }

    /// The part that is needed of what esbuild says of its output.
    private struct Index: Decodable {
        struct Output: Decodable {
            let entryPoint: String?
            let inputs: [String: Ignored]
        }
        struct Ignored: Decodable {}
        let outputs: [String: Output]
    }

    private static func read(_ scratch: String) throws -> AssetBundle {
        let index = try JSONDecoder().decode(Index.self, from: Data(contentsOf: URL(fileURLWithPath: scratch + "/" + index)))
        var bundle = AssetBundle()
        for (path, output) in index.outputs.sorted(by: { $0.key < $1.key }) {
            let name = String(path.dropFirst(Self.output.count + 1))
            let bytes = try Data(contentsOf: URL(fileURLWithPath: scratch + "/" + path))
            bundle.files.append(AssetFile(path: name, bytes: Array(bytes)))
            if let source = output.entryPoint ?? (isLoadedByAddress(name) ? output.inputs.keys.first : nil) { bundle.names[source] = name }
        }
        return bundle
    }

    /// Whether an output is one file as it was; a script or a style sheet that is no entry point is made of several.
    private static func isLoadedByAddress(_ name: String) -> Bool {
        !name.hasSuffix(".js") && !name.hasSuffix(".css")
    }
}
