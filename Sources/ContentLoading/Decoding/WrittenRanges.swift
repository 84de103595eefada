import Diagnostics

/// Where each field of a file stands, by dotted path, such as `dose.hold` or `exercises.2`, while the file is decoded.
///
/// A page has dozens of fields, whose paths are seldom asked for: they are written as bytes, one behind the other.
struct WrittenRanges {
    private struct Field {
        /// Where the path ends; it begins where the one before it ends.
        let end: UInt32
        let range: SourceRange
    }

    private var paths: [UInt8] = []
    private var fields: [Field] = []
    /// The last place in `fields` of each path, once somebody asked and there are many: most files are only written to.
    private var places: [String: Int]?

    /// The range of a field's value; nil when the field is not written.
    subscript(path: String) -> SourceRange? {
        mutating get {
            if fields.count < FieldRanges.fewFields { return fewRange(of: path) }
            let known = places ?? Dictionary(fields.indices.map { (text(ofPath: $0), $0) }, uniquingKeysWith: { $1 })
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
        fields.append(Field(end: UInt32(paths.count), range: range))
        if places != nil {
            let path = text(ofPath: fields.count - 1)
            places?[path] = fields.count - 1
        }
    }

    // MARK: Reading

    var count: Int { fields.count }

    /// The ranges of all fields; the last one of a path counts.
    var byPath: [String: SourceRange] {
        Dictionary(fields.indices.map { (text(ofPath: $0), fields[$0].range) }, uniquingKeysWith: { $1 })
    }

    /// Visits all fields in the order of writing, each with the bytes of its path.
    func forEach(_ visit: (_ path: ArraySlice<UInt8>, _ range: SourceRange) -> Void) {
        for index in fields.indices { visit(path(index), fields[index].range) }
    }

    private func fewRange(of path: String) -> SourceRange? {
        var path = path
        return path.withUTF8 { wanted in
            // Few paths are as long as the one that is looked for.
            fields.indices.last { self.path($0).count == wanted.count && self.path($0).elementsEqual(wanted) }.map { fields[$0].range }
        }
    }

    private func path(_ index: Int) -> ArraySlice<UInt8> {
        paths[(index == 0 ? 0 : Int(fields[index - 1].end))..<Int(fields[index].end)]
    }

    private func text(ofPath index: Int) -> String { String(decoding: path(index), as: UTF8.self) }
}
