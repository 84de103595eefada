import Diagnostics

/// What is found while one file is decoded: its problems and the places of its fields. A class, because the decoders of nested mappings
/// all write into the same one; it lives only while its file is decoded.
final class DecodingLog {
    let file: SourceFile
    private(set) var diagnostics: [Diagnostic] = []
    /// Where each field stands, by dotted path.
    var ranges = WrittenRanges()
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
