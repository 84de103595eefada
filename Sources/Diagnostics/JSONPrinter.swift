/// Writes diagnostics for programs, as a JSON array; lines and columns count from 1, columns in characters.
package struct JSONPrinter: Sendable {
    package init() {}

    package func print(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.isEmpty ? "[]" : "[\n" + diagnostics.map(object).joined(separator: ",\n") + "\n]"
    }

    private func object(_ diagnostic: Diagnostic) -> String {
        var members = [("id", Self.quoted(diagnostic.id)), ("severity", Self.quoted(diagnostic.severity.rawValue))]
        members.append(("message", Self.quoted(diagnostic.message)))
        if let location = diagnostic.location {
            members.append(("path", Self.quoted(location.file.path)))
            if let range = location.range {
                let (start, end) = (location.file.position(of: range.lowerBound), location.file.position(of: range.upperBound))
                members += [
                    ("line", "\(start.line)"), ("column", "\(start.column)"), ("endLine", "\(end.line)"), ("endColumn", "\(end.column)"),
                ]
            }
        }
        members.append(("notes", "[" + diagnostic.notes.map(Self.quoted).joined(separator: ", ") + "]"))
        if let fix = diagnostic.fix {
            members.append(("fix", Self.quoted(fix.message)))
            if let replacement = fix.replacement { members.append(("replacement", Self.quoted(replacement))) }
        }
        return "  {" + members.map { "\(Self.quoted($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
    }

    /// A JSON string (RFC 8259, section 7).
    static func quoted(_ text: String) -> String {
        // Most texts have nothing to escape.
        if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
            return "\"\(text)\""
        }
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\r": quoted += "\\r"
            case "\t": quoted += "\\t"
            case _ where scalar.isUnsafeOnTerminal:
                let digits = String(scalar.value, radix: 16)
                quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

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
                let position = location.file.position(of: range.lowerBound)
                properties += ["line=\(position.line)", "col=\(position.column)"]
            }
        }
        let text = ([diagnostic.message] + diagnostic.notes + (diagnostic.fix.map { ["fix: \($0.message)"] } ?? [])).joined(separator: "\n")
        return "::\(diagnostic.severity.rawValue) \(properties.joined(separator: ","))::\(Self.escaped(text))\n"
    }

    /// By scalars: a combining mark would make another character of a sign that must be escaped.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for scalar in text.forTerminal.unicodeScalars {
            switch scalar {
            case "%": escaped += "%25"
            case "\n": escaped += "%0A"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }

    private static func escapedProperty(_ text: String) -> String {
        var property = ""
        for scalar in escaped(text).unicodeScalars {
            switch scalar {
            case ":": property += "%3A"
            case ",": property += "%2C"
            default: property.unicodeScalars.append(scalar)
            }
        }
        return property
    }
}
