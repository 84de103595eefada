/// A JSON value whose members keep the order in which they are written, so that the same content gives the same bytes. There is no null:
/// what is not known is left out.
indirect enum JSONValue: Hashable, Sendable {
    case string(String)
    case integer(Int)
    case boolean(Bool)
    case array([JSONValue])
    case object([Member])

    /// A name and its value.
    struct Member: Hashable, Sendable {
        let name: String
        let value: JSONValue
    }

    /// An object without the members that have no value.
    static func object(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
        .object(members.compactMap { name, value in value.map { Member(name: name, value: $0) } })
    }

    /// Strings in their order.
    static func strings(_ strings: [String]) -> JSONValue {
        .array(strings.map(JSONValue.string))
    }

    /// Several objects' members as one object.
    static func + (left: JSONValue, right: JSONValue) -> JSONValue {
        guard case .object(let first) = left, case .object(let second) = right else { return left }
        return .object(first + second)
    }

    /// None for an empty text.
    static func nonEmpty(_ text: String) -> JSONValue? {
        text.isEmpty ? nil : .string(text)
    }

    /// None for an empty list.
    static func nonEmpty(_ values: [JSONValue]) -> JSONValue? {
        values.isEmpty ? nil : .array(values)
    }

    /// A file of its own: indented, with a closing line break.
    var fileText: RenderedText {
        var writer = JSONWriter(isIndented: true, isForScript: false)
        writer.write(self)
        return writer.fileText
    }

    /// In one line, for a `<script>` element: nothing in it can end the element, open a comment or be an error of the HTML around it.
    var scriptText: String {
        var writer = JSONWriter(isIndented: false, isForScript: true)
        writer.write(self)
        return writer.text
    }
}

extension JSONValue: ExpressibleByStringLiteral {
    init(stringLiteral value: String) { self = .string(value) }
}
