/// Writes diagnostics for people: `path:line:column: error: …`, the line, a caret, what was expected, a fix.
package struct TextPrinter: Sendable {
    package init() {}

    /// Of each file as many problems as somebody reads; of the rest, how many there are.
    package func print(_ diagnostics: [Diagnostic]) -> String {
        var counts: [String: Int] = [:]
        var text = ""
        for diagnostic in diagnostics {
            let path = diagnostic.location?.file.path ?? ""
            counts[path, default: 0] += 1
            if path.isEmpty || counts[path, default: 0] <= Self.mostOfOneFile { text += print(diagnostic) }
        }
        for (path, count) in counts.sorted(by: { $0.key < $1.key }) where !path.isEmpty && count > Self.mostOfOneFile {
            text += "\(path.forTerminal): \(count - Self.mostOfOneFile) more problems in this file are not shown\n"
        }
        return text
    }

    private static let mostOfOneFile = 200

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
        // What a message quotes must not look like a line of its own.
        return lines.map { $0.forTerminal.replacing("\n", with: "\n    ") }.joined(separator: "\n") + "\n"
    }

    /// The source line and a caret under the range; a long line is cut around the caret.
    private func excerpt(of file: SourceFile, _ range: SourceRange) -> [String] {
        let line = file.line(containing: range.lowerBound, within: 1_000)
        let (before, after) = line.text
        let widest = 160
        let marked = file[range.lowerBound, min(range.upperBound, line.range.upperBound, range.lowerBound + 2 * widest)]
        var characters = Array(before) + Array(after)
        var caretColumn = min(before.count, characters.count)
        if characters.count > widest {
            let start = max(0, min(caretColumn - widest / 2, characters.count - widest))
            characters = Array(characters[start..<min(characters.count, start + widest)])
            caretColumn -= start
        }
        let length = max(1, min(marked.count, characters.count - caretColumn))
        let padding = String(characters.prefix(caretColumn).map { $0 == "\t" ? "\t" : " " })
        let gutter = String(line.number)
        let blank = String(repeating: " ", count: gutter.count)
        return [
            "  \(gutter) | \(String(characters))",
            "  \(blank) | \(padding)^" + String(repeating: "~", count: length - 1),
        ]
    }
}
