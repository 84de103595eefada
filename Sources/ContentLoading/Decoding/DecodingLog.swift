package import Diagnostics

/// Where each field of a loaded file stands, by dotted path, such as `dose.hold` or `exercises.2`.
package struct FieldRanges: Hashable, Sendable {
    private var ranges: [String: SourceRange] = [:]

    package init() {}

    /// The range of a field's value; nil when the field is not written.
    package subscript(path: String) -> SourceRange? {
        get { ranges[path] }
        set { ranges[path] = newValue }
    }

    /// The range of a field or, when it is not written, of the nearest one around it that is: the pose that inherits an angle.
    package func nearest(to path: String) -> SourceRange? {
        var path = Substring(path)
        while true {
            if let range = ranges[String(path)] { return range }
            guard let dot = path.lastIndex(of: ".") else { return nil }
            path = path[..<dot]
        }
    }
}

/// What is found while one file is decoded: its problems and the places of its fields. A class, because the decoders of nested mappings
/// all write into the same one; it lives only while its file is decoded.
final class DecodingLog {
    let file: SourceFile
    private(set) var diagnostics: [Diagnostic] = []
    var ranges = FieldRanges()
    /// The findings that the page lets stand.
    var allowances: [Allowance] = []
    /// What the site's settings say about rules.
    var checks = WrittenChecks()
    /// For how many unknown names similar ones are still looked for: without a limit, a file of nothing but unknown names would take time
    /// that grows with the square of its length.
    private var suggestionsLeft = 40

    init(file: SourceFile) {
        self.file = file
    }

    func report(_ id: String, _ message: String, _ range: SourceRange?, notes: [String] = [], fix: Fix? = nil) {
        diagnostics.append(Diagnostic(id, message, in: file, range, notes: notes, fix: fix))
    }

    /// Offers the nearest of the names, which may be as many as the file has lines.
    func suggestion(for name: String, among names: @autoclosure () -> [String], at range: SourceRange? = nil) -> Fix? {
        suggestionsLeft -= 1
        return suggestionsLeft >= 0 ? Suggestion.fix(for: name, among: names(), at: range) : nil
    }

    func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }
}
