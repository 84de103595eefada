import Diagnostics

/// A YAML value as it is written, with its place: the raw form from which typed values are decoded.
struct YAMLValue: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// The scalar's own text. A plain one has no quotes, so other readers of YAML may take it for something else.
        case scalar(String, isPlain: Bool)
        case sequence([YAMLValue])
        case mapping([YAMLEntry])
    }

    let kind: Kind
    let range: SourceRange

    /// What it is, for messages.
    var name: String {
        switch kind {
        case .scalar("", isPlain: true): "nothing"
        case .scalar: "a single value"
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }
}

extension [YAMLEntry] {
    /// Whether no key is another one: quicker than a dictionary where there are few, but not certain of keys that are not ASCII.
    var haveDifferentASCIIKeys: Bool {
        for (place, entry) in enumerated() {
            guard entry.key.utf8.allSatisfy({ $0 < 0x80 }) else { return false }
            for other in self[..<place] where other.key.utf8.count == entry.key.utf8.count && other.key == entry.key { return false }
        }
        return true
    }
}

/// A key of a mapping with its value.
struct YAMLEntry: Hashable, Sendable {
    let key: String
    let keyRange: SourceRange
    let value: YAMLValue
}
