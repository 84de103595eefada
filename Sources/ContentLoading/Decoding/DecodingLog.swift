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
}

/// What is found while one file is decoded: its problems and the places of its fields. A class, because the decoders of nested mappings
/// all write into the same one; it lives only while its file is decoded.
final class DecodingLog {
    let file: SourceFile
    private(set) var diagnostics: [Diagnostic] = []
    var ranges = FieldRanges()

    init(file: SourceFile) {
        self.file = file
    }

    func report(_ id: String, _ message: String, _ range: SourceRange?, notes: [String] = [], fix: Fix? = nil) {
        diagnostics.append(Diagnostic(id, message, in: file, range, notes: notes, fix: fix))
    }

    func report(_ diagnostic: Diagnostic) {
        diagnostics.append(diagnostic)
    }
}
