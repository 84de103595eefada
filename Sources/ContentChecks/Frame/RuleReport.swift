import ContentLoading
import Diagnostics
import Exercises

/// What one rule has found, with the settings that it has.
struct RuleReport {
    private let id: String
    private let severity: Diagnostic.Severity
    private let limits: [String: Int]
    /// The page that is checked; none for a rule about the whole library.
    private let origin: Origin?
    private(set) var findings: [Diagnostic] = []

    init(_ setting: RuleSettings.Setting, _ rule: any ContentRule.Type, origin: Origin?) {
        id = rule.id
        severity = setting.severity
        limits = setting.limits
        self.origin = origin
    }

    /// A number of the rule, as the site sets it.
    func limit(_ name: String) -> Int { limits[name] ?? 0 }

    /// Something at a range of the page.
    mutating func found(_ message: String, at range: SourceRange?, notes: [String] = [], fix: Fix? = nil) {
        add(message, at: origin.map { Diagnostic.Location(file: $0.file, range: range) }, notes, fix)
    }

    /// Something at a field of the page's front matter; at the page as a whole where the field is not written.
    mutating func found(_ message: String, field: String?, notes: [String] = [], fix: Fix? = nil) {
        found(message, at: field.flatMap { origin?.ranges[$0] }, notes: notes, fix: fix)
    }

    /// Something at a field of any file.
    mutating func found(_ message: String, in origin: Origin?, field: String?, notes: [String] = [], fix: Fix? = nil) {
        let location = origin.map { origin in
            Diagnostic.Location(file: origin.file, range: field.flatMap { origin.ranges.nearest(to: $0) })
        }
        add(message, at: location, notes, fix)
    }

    /// Something about a file whose text is not read, such as a picture.
    mutating func found(_ message: String, file path: String, notes: [String] = [], fix: Fix? = nil) {
        add(message, at: Diagnostic.Location(file: SourceFile(path: path, text: ""), range: nil), notes, fix)
    }

    private mutating func add(_ message: String, at location: Diagnostic.Location?, _ notes: [String], _ fix: Fix?) {
        findings.append(Diagnostic(id, severity, message, at: location, notes: notes, fix: fix))
    }
}
