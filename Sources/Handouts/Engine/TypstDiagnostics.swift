import Diagnostics
import Foundation

/// Reads what the Typst compiler prints of a problem back into diagnostics with places.
///
/// The Python binding gives the place only in the printed form: a headline, then `┌─ path:line:column` (the line from 1, the column from 0, in
/// characters), the line with carets beneath it, and `= hint: …`; `help: …` tells where the call came from.
struct TypstDiagnostics {
    /// The library's folder, in which printed paths are.
    let root: String

    func diagnostics(of problem: TypstAnswer.Problem, _ severity: Diagnostic.Severity) -> [Diagnostic] {
        let parts = Self.parts(of: problem.diagnostic)
        var diagnostics: [Diagnostic] = []
        var files: [String: SourceFile] = [:]
        var missing: [String] = []
        for (index, part) in parts.enumerated() where part.kind == severity.rawValue {
            if let characters = Self.missingCharacters(part.message) {
                if !missing.contains(characters) { missing.append(characters) }
                continue
            }
            let calls = parts[(index + 1)...].prefix { $0.kind == "help" }
            var notes = part.hints
            notes += calls.map { call in call.place.map { "\(call.message), \($0.path):\($0.line):\($0.column + 1)" } ?? call.message }
            diagnostics.append(diagnostic(part, notes: notes, severity, files: &files))
        }
        if !missing.isEmpty { diagnostics.append(Self.diagnostic(ofMissing: missing.sorted(), severity)) }
        if diagnostics.isEmpty { diagnostics = [diagnostic(Part(kind: "", message: problem.message), notes: [], severity, files: &files)] }
        return diagnostics
    }

    /// The characters of a message that says that a font cannot show them; such a message has no place, for the text is data.
    private static func missingCharacters(_ message: String) -> String? {
        let pieces = message.split(separator: "`\"", maxSplits: 1)
        guard message.contains("could not be displayed with font"), pieces.count == 2, let end = pieces[1].firstRange(of: "\"`") else {
            return nil
        }
        return String(pieces[1][..<end.lowerBound])
    }

    private static func diagnostic(ofMissing characters: [String], _ severity: Diagnostic.Severity) -> Diagnostic {
        Diagnostic(
            "missing-character", severity, "the fonts of handouts cannot show \(characters.joined(separator: " "))", at: nil,
            notes: ["a character that is not shown would be missing on paper and for screen readers"],
            fix: Fix("write it in other characters, or put a font that has it into `\(TypstEngine.fonts)`"))
    }

    /// One headline with what stands beneath it.
    struct Part: Hashable {
        struct Place: Hashable {
            let path: String
            let line: Int
            /// From 0, in characters.
            let column: Int
            /// How many characters are marked; none when the marking spans lines.
            var width: Int?
        }

        let kind: String
        var message: String
        var place: Place?
        var hints: [String] = []
    }

    static func parts(of text: String) -> [Part] {
        var parts: [Part] = []
        for line in text.split(separator: "\n") {
            let bare = line.drop { $0 == " " || $0 == "│" }
            if let kind = ["error", "warning", "help"].first(where: { line.hasPrefix($0 + ": ") }) {
                parts.append(Part(kind: kind, message: String(line.dropFirst(kind.count + 2))))
            } else if let last = parts.indices.last {
                if bare.hasPrefix("┌─ ") {
                    parts[last].place = place(bare.dropFirst(3))
                } else if bare.hasPrefix("= hint: ") {
                    parts[last].hints.append(String(bare.dropFirst(8)))
                } else if parts[last].place == nil {
                    parts[last].message += " " + bare
                } else if !bare.isEmpty, bare.allSatisfy({ $0 == "^" }), parts[last].place?.width == nil {
                    parts[last].place?.width = bare.count
                }
            }
        }
        return parts
    }

    private static func place(_ text: Substring) -> Part.Place? {
        let pieces = text.split(separator: ":")
        guard pieces.count >= 3, let line = Int(pieces[pieces.count - 2]), let column = Int(pieces[pieces.count - 1]) else { return nil }
        return Part.Place(path: pieces.dropLast(2).joined(separator: ":"), line: line, column: column)
    }

    private func diagnostic(
        _ part: Part, notes: [String], _ severity: Diagnostic.Severity, files: inout [String: SourceFile]
    ) -> Diagnostic {
        guard let place = part.place else { return Diagnostic("handout-template", severity, part.message, at: nil, notes: notes) }
        let file = files[place.path] ?? read(place.path)
        files[place.path] = file
        let start = file.offset(line: place.line, scalarColumn: place.column)
        let end = file.offset(line: place.line, scalarColumn: place.column + (place.width ?? 0))
        return Diagnostic("handout-template", severity, part.message, in: file, SourceRange(start, end), notes: notes)
    }

    private func read(_ path: String) -> SourceFile {
        SourceFile(path: path, text: (try? String(contentsOfFile: root + "/" + path, encoding: .utf8)) ?? "")
    }
}
