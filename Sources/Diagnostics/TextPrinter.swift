/// Writes diagnostics for people: `path:line:column: error: …`, the line, a caret, what was expected, a fix.
package struct TextPrinter: Sendable {
    package init() {}

    package func print(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map(print).joined()
    }

    /// One diagnostic, ending in a line feed.
    package func print(_ diagnostic: Diagnostic) -> String {
        var lines: [String] = []
        let headline = "\(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.id)]"
        if let location = diagnostic.location {
            if let range = location.range {
                let position = location.file.position(of: range.lowerBound)
                lines.append("\(location.file.path):\(position.line):\(position.column): \(headline)")
                lines += excerpt(of: location.file, range)
            } else {
                lines.append("\(location.file.path): \(headline)")
            }
        } else {
            lines.append(headline)
        }
        lines += diagnostic.notes.map { "  note: \($0)" }
        if let fix = diagnostic.fix { lines.append("  fix: \(fix.message)") }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The source line and a caret under the range; a long line is cut around the caret.
    private func excerpt(of file: SourceFile, _ range: SourceRange) -> [String] {
        let line = file.line(containing: range.lowerBound)
        let column = file.position(of: range.lowerBound).column - 1
        let end = min(range.upperBound, line.range.upperBound)
        let marked = String(Substring(file.text.utf8.prefix(end).dropFirst(range.lowerBound)))
        var characters = Array(line.text)
        var caretColumn = min(column, characters.count)
        let widest = 160
        if characters.count > widest {
            let start = max(0, min(caretColumn - widest / 2, characters.count - widest))
            characters = Array(characters[start..<min(characters.count, start + widest)])
            caretColumn -= start
        }
        let length = max(1, min(marked.count, characters.count - caretColumn))
        let padding = String(characters.prefix(caretColumn).map { $0 == "\t" ? "\t" : " " })
        let gutter = String(line.number)
        let blank = String(repeating: " ", count: gutter.count)
        let shown = String(characters.map { $0.isControl ? "\u{FFFD}" : $0 })
        return [
            "  \(gutter) | \(shown)",
            "  \(blank) | \(padding)^" + String(repeating: "~", count: length - 1),
        ]
    }
}

extension Character {
    /// A control character other than a tab: printed raw it could move a terminal's cursor.
    fileprivate var isControl: Bool {
        self != "\t" && unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}
