import ArgumentParser
import Diagnostics
import Foundation

/// What a command says to a person.
enum Terminal {
    /// Standard output.
    static func say(_ text: String) {
        write(text.forTerminal + "\n", to: .standardOutput)
    }

    /// Standard error.
    static func complain(_ text: String) {
        write(text.forTerminal + "\n", to: .standardError)
    }

    /// Diagnostics on standard error, then how many there were.
    static func report(_ diagnostics: [Diagnostic]) {
        guard !diagnostics.isEmpty else { return }
        write(TextPrinter().print(diagnostics), to: .standardError)
        complain(Self.counts(diagnostics))
    }

    /// Writes text as it is. A reader that has gone away, as behind `| head`, is no error.
    static func write(_ text: String, to file: FileHandle) {
        try? file.write(contentsOf: Data(text.utf8))
    }

    /// `2 errors, 1 warning`.
    static func counts(_ diagnostics: [Diagnostic]) -> String {
        let errors = diagnostics.count { $0.severity == .error }
        let warnings = diagnostics.count - errors
        func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
        return [errors > 0 ? count(errors, "error") : nil, warnings > 0 ? count(warnings, "warning") : nil].compactMap(\.self)
            .joined(separator: ", ")
    }
}

extension ExitCode {
    /// The content has errors.
    static let contentErrors = ExitCode(1)
    /// An internal failure, or one of a tool (`EX_SOFTWARE`).
    static let toolFailure = ExitCode(70)
    /// Ctrl-C, as a shell says it.
    static let interrupted = ExitCode(130)
}
