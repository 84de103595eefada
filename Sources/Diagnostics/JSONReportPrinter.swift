/// How hard a page is to read.
package struct PageReadability: Hashable, Sendable {
    /// By Flesch–Kincaid and by SMOG.
    package struct Grades: Hashable, Sendable {
        package let fleschKincaid: Double
        package let smog: Double
        package let sentences: Int

        package init(fleschKincaid: Double, smog: Double, sentences: Int) {
            self.fleschKincaid = fleschKincaid
            self.smog = smog
            self.sentences = sentences
        }
    }

    package let path: String
    package let words: Int
    /// None for a text that is too short to score.
    package let grades: Grades?

    package init(path: String, words: Int, grades: Grades?) {
        self.path = path
        self.words = words
        self.grades = grades
    }
}

/// What a check has found, with what was let stand.
package struct CheckReport: Sendable {
    package let findings: [Diagnostic]
    /// Findings that authors let stand, each with the reason.
    package let silenced: [(finding: Diagnostic, reason: String)]
    /// How many pages were checked.
    package let pageCount: Int
    /// Of every page, in the order of the library; none where nobody asked, or where the language has no formula.
    package let readability: [PageReadability]

    package init(
        findings: [Diagnostic], silenced: [(finding: Diagnostic, reason: String)], pageCount: Int, readability: [PageReadability] = []
    ) {
        self.findings = findings
        self.silenced = silenced
        self.pageCount = pageCount
        self.readability = readability
    }

    package func count(_ severity: Diagnostic.Severity) -> Int { findings.count { $0.severity == severity } }

    /// How often each identifier was found; the most frequent first.
    package var countsByID: [(id: String, count: Int)] {
        Dictionary(grouping: findings, by: \.id).map { ($0.key, $0.value.count) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    }
}

/// Writes a report for programs, by the schema `Documentation/check-report.schema.json`; lines and columns count from 1, columns in
/// characters, and an end is the place after the last character.
package struct JSONReportPrinter: Sendable {
    /// Rises when a member changes its meaning or goes away; new members may come with the same version.
    package static let version = 1

    package init() {}

    package func print(_ report: CheckReport) -> String {
        let counts = report.countsByID.sorted { $0.id < $1.id }.map { "\(Self.quoted($0.id)): \($0.count)" }
        let summary = [
            "\"pages\": \(report.pageCount)", "\"errors\": \(report.count(.error))", "\"warnings\": \(report.count(.warning))",
            "\"silenced\": \(report.silenced.count)", "\"fixable\": \(report.findings.count { $0.fix?.edit != nil })",
            "\"byRule\": {\(counts.joined(separator: ", "))}",
        ]
        return """
            {
              "version": \(Self.version),
              "summary": {\(summary.joined(separator: ", "))},
              "findings": \(array(report.findings.map { object(members(of: $0)) })),
              "silenced": \(array(report.silenced.map { object(members(of: $0.finding) + [("reason", Self.quoted($0.reason))]) })),
              "readability": \(array(report.readability.map { object(members(of: $0)) }))
            }
            """
    }

    private func array(_ items: [String]) -> String {
        items.isEmpty ? "[]" : "[\n    " + items.joined(separator: ",\n    ") + "\n  ]"
    }

    private func object(_ members: [(String, String)]) -> String {
        "{" + members.map { "\(Self.quoted($0.0)): \($0.1)" }.joined(separator: ", ") + "}"
    }

    private func members(of diagnostic: Diagnostic) -> [(String, String)] {
        var members = [
            ("id", Self.quoted(diagnostic.id)), ("severity", Self.quoted(diagnostic.severity.rawValue)),
            ("message", Self.quoted(diagnostic.message)),
        ]
        if let location = diagnostic.location {
            members.append(("path", Self.quoted(location.file.path)))
            if let range = location.range { members += place(range, in: location.file) }
        }
        members.append(("notes", "[" + diagnostic.notes.map(Self.quoted).joined(separator: ", ") + "]"))
        if let fix = diagnostic.fix {
            var parts = [("message", Self.quoted(fix.message))]
            if let edit = fix.edit, let file = diagnostic.location?.file {
                parts.append(("edit", object(place(edit.range, in: file) + [("replacement", Self.quoted(edit.replacement))])))
            }
            members.append(("fix", object(parts)))
        }
        return members
    }

    private func members(of page: PageReadability) -> [(String, String)] {
        let members = [("path", Self.quoted(page.path)), ("words", "\(page.words)")]
        guard let grades = page.grades else { return members + [("score", Self.quoted("too short to score"))] }
        return members + [
            ("score", Self.quoted("scored")), ("sentences", "\(grades.sentences)"),
            ("fleschKincaid", Self.tenths(grades.fleschKincaid)), ("smog", Self.tenths(grades.smog)),
        ]
    }

    /// A grade with one digit after the point; the formulas know no more.
    private static func tenths(_ grade: Double) -> String {
        let tenths = Int((grade * 10).rounded())
        return "\(tenths < 0 ? "-" : "")\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }

    private func place(_ range: SourceRange, in file: SourceFile) -> [(String, String)] {
        let (start, end) = (file.position(of: range.lowerBound), file.position(of: range.upperBound))
        return [("line", "\(start.line)"), ("column", "\(start.column)"), ("endLine", "\(end.line)"), ("endColumn", "\(end.column)")]
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
