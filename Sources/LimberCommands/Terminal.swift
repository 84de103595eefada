import ArgumentParser
import Diagnostics
import Foundation

/// What a command says to a person.
enum Terminal {
    /// Standard output.
    static func say(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }

    /// Standard error.
    static func complain(_ text: String) {
        FileHandle.standardError.write(Data((text + "\n").utf8))
    }

    /// Diagnostics on standard error, then how many there were.
    static func report(_ diagnostics: [Diagnostic]) {
        guard !diagnostics.isEmpty else { return }
        FileHandle.standardError.write(Data(TextPrinter().print(diagnostics).utf8))
        complain(Self.counts(diagnostics))
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
}
