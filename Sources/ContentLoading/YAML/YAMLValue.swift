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

/// A key of a mapping with its value.
struct YAMLEntry: Hashable, Sendable {
    let key: String
    let keyRange: SourceRange
    let value: YAMLValue
}
