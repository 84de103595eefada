/// Writes diagnostics as GitHub workflow commands, so that they show as annotations beside the lines.
package struct GitHubPrinter: Sendable {
    package init() {}

    package func print(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map(command).joined()
    }

    private func command(_ diagnostic: Diagnostic) -> String {
        var properties = ["title=\(Self.escapedProperty(diagnostic.id))"]
        if let location = diagnostic.location {
            properties.append("file=\(Self.escapedProperty(location.file.path))")
            if let range = location.range {
                let (start, end) = (location.file.position(of: range.lowerBound), location.file.position(of: range.upperBound))
                properties += ["line=\(start.line)", "endLine=\(end.line)"]
                // GitHub takes columns only for a place in one line.
                if start.line == end.line { properties += ["col=\(start.column)", "endColumn=\(max(start.column, end.column - 1))"] }
            }
        }
        let text = ([diagnostic.message] + diagnostic.notes + (diagnostic.fix.map { ["fix: \($0.message)"] } ?? [])).joined(separator: "\n")
        return "::\(diagnostic.severity.rawValue) \(properties.joined(separator: ","))::\(Self.escaped(text))\n"
    }

    /// What would end the command or be read as an escape (GitHub's "workflow commands"); by scalars, as `\r\n` is one character.
    private static func escaped(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            switch scalar {
            case "%": "%25"
            case "\r": "%0D"
            case "\n": "%0A"
            default: String(scalar).forTerminal
            }
        }.joined()
    }

    private static func escapedProperty(_ text: String) -> String {
        escaped(text).unicodeScalars.map { $0 == ":" ? "%3A" : $0 == "," ? "%2C" : String($0) }.joined()
    }
}
