import Diagnostics
import Foundation

/// What must hold of every problem, whatever the input.
enum DiagnosticProperties {
    static func check(_ diagnostics: [Diagnostic]) throws(BrokenProperty) {
        for diagnostic in diagnostics {
            guard let location = diagnostic.location, let range = location.range else { continue }
            let size = location.file.text.utf8.count
            try BrokenProperty.require(
                range.lowerBound >= 0 && range.upperBound <= size, "\(diagnostic.id) at \(range) leaves a file of \(size) bytes")
        }
        let text = TextPrinter().print(diagnostics) + GitHubPrinter().print(diagnostics)
        try BrokenProperty.require(text.forTerminal == text, "a message holds a character that a terminal obeys")
        let json = JSONReportPrinter().print(CheckReport(findings: diagnostics, silenced: [], pageCount: 1))
        try BrokenProperty.require(json.forTerminal == json, "a message as JSON holds a character that a terminal obeys")
        let parsed = try? JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        let findings = parsed?["findings"] as? [Any]
        try BrokenProperty.require(findings?.count == diagnostics.count, "messages as JSON cannot be read")
    }
}
