import Diagnostics

/// Where each field of a file stands, by dotted path, such as `dose.hold` or `exercises.2`, while the file is decoded.
struct WrittenRanges {
    private(set) var entries: [(path: String, range: SourceRange)] = []
    /// The last place in `entries` of each path, once somebody asked and there are many: most files are only written to.
    private var places: [String: Int]?

    /// The range of a field's value; nil when the field is not written.
    subscript(path: String) -> SourceRange? {
        mutating get {
            if entries.count < 32 { return entries.last { $0.path == path }?.range }
            let known = places ?? Dictionary(zip(entries.map(\.path), entries.indices), uniquingKeysWith: { $1 })
            places = known
            return known[path].map { entries[$0].range }
        }
        set {
            guard let newValue else { return }
            places?[path] = entries.count
            entries.append((path, newValue))
        }
    }
}
