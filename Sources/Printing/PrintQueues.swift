package import Diagnostics
import Foundation
import Subprocess
import SystemPackage

/// The printers of this computer, reached through the commands of CUPS, `lp` and `lpstat`.
package struct PrintQueues: Sendable {
    /// What a printer is given.
    package struct Document: Sendable {
        /// The whole file, such as a PDF.
        package let bytes: [UInt8]
        /// The job's name in the queue, where other people may read it.
        package let title: String
        /// The paper by its name in CUPS, such as `A4` or `Letter`.
        package let paper: String

        package init(bytes: [UInt8], title: String, paper: String) {
            self.bytes = bytes
            self.title = title
            self.paper = paper
        }
    }

    private let lp: String
    /// The name that was asked for; the person's default printer when nil.
    private let printer: String?
    /// The printers that there are; nil where they cannot be listed.
    private let known: [String]?

    /// Looks for the commands on the path and for the printer. Nothing is printed yet, so that a wrong name is found before any work.
    package init(
        printer: String?, environment: [String: String] = ProcessInfo.processInfo.environment
    ) async throws(Diagnostic) {
        func command(_ name: String) -> String? {
            (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/\(name)" }.first(
                where: FileManager.default.isExecutableFile(atPath:))
        }
        guard let lp = command("lp") else {
            throw Diagnostic(
                "no-print-command", "there is no command `lp`, by which handouts are printed", at: nil,
                fix: Fix("install CUPS (on Debian and Ubuntu `apt install cups cups-client`), or write a file with --output"))
        }
        self.lp = lp
        self.printer = printer
        known = if let lpstat = command("lpstat") { try? await Self.printers(lpstat) } else { nil }
        guard let known else { return }
        guard !known.isEmpty else {
            throw Diagnostic(
                "no-printer", "this computer has no printer", at: nil,
                fix: Fix("set one up (`lpstat -e` lists those there are), or write a file with --output"))
        }
        if let printer, !known.contains(printer) { throw Self.unknown(printer, known: known) }
    }

    /// Hands a document over and gives the identifier of the job, such as `Office-12`; nil where the queue named none.
    package func print(_ document: Document) async throws(Diagnostic) -> String? {
        Self.ignoreBrokenPipes
        let arguments = (printer.map { ["-d", $0] } ?? []) + ["-t", document.title, "-o", "media=\(document.paper)"]
        let answer: (isSuccess: Bool, output: String, errors: String)
        do {
            // Through its standard input: no file of it stays anywhere, and nothing of it stands in the list of processes.
            let result = try await Subprocess.run(
                .path(FilePath(lp)), arguments: Arguments(arguments), environment: Self.environment, input: .inputWriter,
                output: .string(limit: 10_000), error: .string(limit: 10_000)
            ) { execution in
                // An `lp` that refuses the job reads nothing; what it says then is worth more than that nobody listened.
                _ = try? await execution.standardInputWriter.write(document.bytes)
            }
            answer = (result.terminationStatus.isSuccess, result.standardOutput, result.standardError)
        } catch {
            throw Diagnostic("print-failed", "the handout could not be handed to \(lp): \(error)", at: nil)
        }
        guard answer.isSuccess else { throw failure(answer.errors) }
        let words = answer.output.split(whereSeparator: \.isWhitespace)
        return words.firstIndex(of: "is").flatMap { words.indices.contains($0 + 1) ? String(words[$0 + 1]) : nil }
    }

    private func failure(_ errors: String) -> Diagnostic {
        let said = errors.split(separator: "\n").suffix(4).map { "lp said: \($0)" }
        if printer == nil, errors.contains("No default destination") {
            let names = known ?? []
            return Diagnostic(
                "no-default-printer", "no printer is set as the one to use", at: nil, notes: Self.list(names),
                fix: Fix("name one: --print \(names.first ?? "PRINTER")"))
        }
        if let printer, errors.contains("does not exist") { return Self.unknown(printer, known: known ?? []) }
        return Diagnostic("print-failed", "the printer did not take the handout", at: nil, notes: said)
    }

    private static func unknown(_ printer: String, known: [String]) -> Diagnostic {
        Diagnostic(
            "unknown-printer", "there is no printer `\(printer)`", at: nil, notes: list(known),
            fix: Suggestion.fix(for: printer, among: known))
    }

    private static func list(_ names: [String]) -> [String] {
        names.isEmpty ? [] : ["the printers are: \(names.joined(separator: ", "))"]
    }

    /// `lpstat -e` names also those that are found on the network.
    private static func printers(_ lpstat: String) async throws -> [String] {
        let result = try await Subprocess.run(
            .path(FilePath(lpstat)), arguments: ["-e"], environment: environment, output: .string(limit: 100_000), error: .discarded)
        return result.standardOutput.split(whereSeparator: \.isNewline).map(String.init)
    }

    /// In English, because an answer is read.
    private static let environment = Environment.inherit.updating(["LC_ALL": "C.UTF-8", "LANGUAGE": nil])

    /// A queue that closes early must be an error, not a signal that ends the program.
    private static let ignoreBrokenPipes: Void = { _ = signal(SIGPIPE, SIG_IGN) }()
}
