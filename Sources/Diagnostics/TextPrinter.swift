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

    /// A report: every finding, what was let stand, and how many there are of each.
    package func print(_ report: CheckReport) -> String {
        var text = print(report.findings)
        if !report.silenced.isEmpty {
            text += "Silenced:\n"
            for (finding, reason) in report.silenced {
                text += "  \(headline(of: finding).forTerminal)\n    reason: \(reason.forTerminal)\n"
            }
        }
        return text + summary(of: report)
    }

    /// How many errors and warnings there are, and of which rules; empty where nothing was found.
    package func summary(of report: CheckReport) -> String {
        guard !report.findings.isEmpty || !report.silenced.isEmpty else { return "" }
        let counts = [(report.count(.error), "error"), (report.count(.warning), "warning"), (report.silenced.count, "silenced finding")]
            .compactMap { count, word in count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")" }
        let ids = report.countsByID
        let width = ids.first.map { String($0.count).count } ?? 0
        let lines = ids.map { "  " + String(repeating: " ", count: width - String($0.count).count) + "\($0.count) \($0.id)" }
        let fixable = report.findings.count { $0.fix?.edit != nil }
        let hint = fixable == 0 ? [] : ["`limber check --fix` mends \(fixable) of them."]
        return ([counts.joined(separator: ", ") + " in \(report.pageCount) pages"] + lines + hint).joined(separator: "\n") + "\n"
    }

    /// `path:line:column: severity: message [id]`.
    private func headline(of diagnostic: Diagnostic) -> String {
        let headline = "\(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.id)]"
        guard let location = diagnostic.location else { return headline }
        guard let range = location.range else { return "\(location.file.path): \(headline)" }
        let position = location.file.position(of: range.lowerBound)
        return "\(location.file.path):\(position.line):\(position.column): \(headline)"
    }

    /// One diagnostic, ending in a line feed.
    package func print(_ diagnostic: Diagnostic) -> String {
        var lines = [headline(of: diagnostic)]
        if let location = diagnostic.location, let range = location.range { lines += excerpt(of: location.file, range) }
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
