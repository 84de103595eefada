import Diagnostics

/// Where each field of a file stands, by dotted path, such as `dose.hold` or `exercises.2`, while the file is decoded.
///
/// A page has dozens of fields, whose paths are seldom asked for: they are written as bytes, one behind the other, as `FieldRanges` keeps
/// them.
struct WrittenRanges {
    private(set) var paths: [UInt8] = []
    private(set) var fields: [FieldRanges.Field] = []
    /// The last place in `fields` of each path, once somebody asked and there are many: most files are only written to.
    private var places: [String: Int]?

    /// The range of a field's value; nil when the field is not written.
    subscript(path: String) -> SourceRange? {
        mutating get {
            if fields.count < FieldRanges.fewFields { return FieldRanges.range(of: path, in: fields, paths) }
            let known = places ?? Dictionary(fields.indices.map { (self.path($0), $0) }, uniquingKeysWith: { $1 })
            places = known
            return known[path].map { fields[$0].range }
        }
        set {
            guard let newValue else { return }
            paths += path.utf8
            add(newValue)
        }
    }

    /// Notes where the value of a key stands, in the mapping of a path.
    mutating func note(_ key: String, in path: String, _ range: SourceRange) {
        append(path, key)
        add(range)
    }

    /// Notes where the items of a list stand, which is the value of a key in the mapping of a path.
    mutating func note(_ items: [YAMLValue], of key: String, in path: String) {
        for (index, item) in items.enumerated() {
            append(path, key)
            paths.append(UInt8(ascii: "."))
            if index < 10 { paths.append(UInt8(ascii: "0") + UInt8(index)) } else { paths += String(index).utf8 }
            add(item.range)
        }
    }

    private mutating func append(_ path: String, _ key: String) {
        if !path.isEmpty {
            paths += path.utf8
            paths.append(UInt8(ascii: "."))
        }
        paths += key.utf8
    }

    /// Adds a field whose path was written.
    private mutating func add(_ range: SourceRange) {
        if fields.isEmpty {
            // Most pages have fewer.
            fields.reserveCapacity(96)
            paths.reserveCapacity(2048)
        }
        fields.append(FieldRanges.Field(end: UInt32(paths.count), range: range))
        if places != nil {
            let path = path(fields.count - 1)
            places?[path] = fields.count - 1
        }
    }

    private func path(_ index: Int) -> String {
        String(decoding: paths[FieldRanges.place(ofPath: index, in: fields)], as: UTF8.self)
    }
}
