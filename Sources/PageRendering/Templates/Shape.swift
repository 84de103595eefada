/// What a template may do with a name, derived from the same table as the value: so that the two cannot drift apart.
package indirect enum Shape: Hashable, Sendable {
    /// Escaped when it is shown; written with two braces.
    case text
    /// Shown as it stands; written with three braces.
    case html
    /// True or false, for sections only.
    case flag
    /// A number that a transform gives, such as the count of a list.
    case number
    case object([String: Shape])
    case list(Shape)
    /// A value that may be absent: usable only inside its own section, so that no blank can stand where something was expected.
    case optional(Shape)
    /// A phrase of the strings file with placeholders, which only code can fill in.
    case unfilledPhrase

    /// The shape of the value when it is there.
    var unwrapped: Shape {
        if case .optional(let shape) = self { return shape.unwrapped }
        return self
    }

    var isOptional: Bool {
        if case .optional = self { return true }
        return false
    }

    /// The names of an object's fields; none for anything else.
    var fields: [String: Shape] {
        if case .object(let fields) = self { return fields }
        return [:]
    }
}
