import Diagnostics

/// What `workbench.js` is told of what is wrong with a page; without findings for a page that is not checked.
struct FindingsAnswer: Encodable {
    struct Finding: Encodable {
        let id: String
        let severity: String
        let message: String
        /// Such as `Content/Exercises/bridge.md:12:3`.
        let place: String?
        /// The line that it is about.
        let excerpt: String?
        let notes: [String]
        let fix: String?
        /// Whether `limber check --fix` mends it.
        let isMendable: Bool
        /// Why it is let stand, where it is.
        let reason: String?
    }

    let findings: [Finding]?

    init(_ report: CheckReport?) {
        findings = report.map { report in
            report.findings.map { Finding($0, reason: nil) } + report.silenced.map { Finding($0.finding, reason: $0.reason) }
        }
    }
}

extension FindingsAnswer.Finding {
    init(_ diagnostic: Diagnostic, reason: String?) {
        id = diagnostic.id
        severity = diagnostic.severity.rawValue
        message = diagnostic.message
        let location = diagnostic.location
        if let location, let range = location.range {
            let position = location.file.position(of: range.lowerBound)
            place = "\(location.file.path):\(position.line):\(position.column)"
            let (before, after) = location.file.line(containing: range.lowerBound, within: 300).text
            excerpt = String(before + after)
        } else {
            place = location?.file.path
            excerpt = nil
        }
        notes = diagnostic.notes
        fix = diagnostic.fix?.message
        isMendable = diagnostic.fix?.edit != nil
        self.reason = reason
    }
}
