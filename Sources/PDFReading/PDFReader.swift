package import Diagnostics
import Foundation
import Subprocess
import SystemPackage

/// Reads PDF files back with pikepdf, in processes that live as long as one call.
package struct PDFReader: Sendable {
    private let python: String

    /// `python` is an interpreter that can import pikepdf.
    package init(python: String) {
        self.python = python
    }

    /// What each file holds, in order; none for one that cannot be read. `jobs` are read at a time.
    ///
    /// - Throws: why nothing can be read here, as a warning.
    package func facts(of files: [[UInt8]], jobs: Int = 1) async throws(Diagnostic) -> [PDFFacts?] {
        // A process starts in the time in which it reads some five files.
        let size = max(6, (files.count + jobs - 1) / max(1, jobs))
        let parts = stride(from: 0, to: files.count, by: size).map { Array(files[$0..<min($0 + size, files.count)]) }
        let results = await withTaskGroup(of: (Int, Result<[PDFFacts?], Diagnostic>).self) { group in
            for (index, part) in parts.enumerated() {
                group.addTask { (index, await read(part)) }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        var facts: [PDFFacts?] = []
        for (_, result) in results.sorted(by: { $0.0 < $1.0 }) { facts += try result.get() }
        return facts
    }

    private func read(_ files: [[UInt8]]) async -> Result<[PDFFacts?], Diagnostic> {
        let script = String(decoding: PackageResources.pdf_reader_py, as: UTF8.self)
        let requests = files.map { Data($0).base64EncodedString() + "\n" }.joined()
        Self.ignoreBrokenPipes
        do {
            let result = try await Subprocess.run(
                .path(FilePath(python)), arguments: ["-c", script], input: .inputWriter, output: .string(limit: 100_000_000),
                error: .string(limit: 100_000)
            ) { execution in
                // What a process that ended early says is worth more than that nobody listened.
                _ = try? await execution.standardInputWriter.write(Array(requests.utf8))
            }
            let answers = result.standardOutput.split(separator: "\n")
            guard result.terminationStatus.isSuccess, answers.count == files.count else {
                return .failure(missing(result.standardError.split(separator: "\n").last.map(String.init)))
            }
            return .success(try answers.map { try JSONDecoder().decode(PDFFacts?.self, from: Data($0.utf8)) })
        } catch {
            return .failure(missing("\(error)"))
        }
    }

    /// A process that ends early must be an error, not a signal that ends the program.
    private static let ignoreBrokenPipes: Void = { _ = signal(SIGPIPE, SIG_IGN) }()

    private func missing(_ reason: String?) -> Diagnostic {
        Diagnostic(
            "pdf-reader-missing", .warning, "handouts could not be read back, so no rule about print passes", at: nil,
            notes: ["it was asked of \(python)"] + [reason].compactMap(\.self), fix: Fix("run Scripts/setup, which installs pikepdf"))
    }
}
