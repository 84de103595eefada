/// What a template is given to show: a fixed table of named fields.
package protocol TemplateContext: Sendable {
    /// The one table that gives both the shape, for the checker, and the values, for rendering.
    static var fields: Fields<Self> { get }
}

extension TemplateContext {
    /// The names that a template may use, and how.
    package static var shape: [String: Shape] { fields.shape }

    /// The values as templates read them.
    var object: TemplateObject {
        FoundObject { [fields = Self.fields] key in fields.index(of: key).flatMap { fields.values[$0](self) } }
    }
}

/// The fields of a context, found by their names' numbers.
package struct Fields<Context>: Sendable, ExpressibleByArrayLiteral {
    /// The names that a template may use, and how.
    let shape: [String: Shape]
    let values: [@Sendable (Context) -> TemplateValue]
    private let keys: FieldKeys

    package init(arrayLiteral fields: Field<Context>...) {
        shape = Dictionary(fields.map { ($0.name, $0.shape) }, uniquingKeysWith: { first, _ in first })
        values = fields.map(\.value)
        keys = FieldKeys(fields.map(\.key))
    }

    var names: [String] { keys.names }

    /// The place of the first field of a name.
    func index(of key: TemplateKey) -> Int? { keys.index(of: key) }
}

/// Names in an order, with their numbers beside each other: looking for one is most of what a tag costs.
private struct FieldKeys: Sendable {
    let names: [String]
    private let codes: [UInt64]

    init(_ keys: [TemplateKey]) {
        names = keys.map(\.text)
        codes = keys.map(\.code)
    }

    func index(of key: TemplateKey) -> Int? {
        codes.withUnsafeBufferPointer { codes in
            for index in codes.indices where codes[index] == key.code && names[index] == key.text { return index }
            return nil
        }
    }
}

/// One name that a context offers, with its shape and the way to its value.
package struct Field<Context>: Sendable {
    package let shape: Shape
    let key: TemplateKey
    let value: @Sendable (Context) -> TemplateValue

    package var name: String { key.text }

    private init(_ name: String, _ shape: Shape, _ value: @escaping @Sendable (Context) -> TemplateValue) {
        key = TemplateKey(name)
        self.shape = shape
        self.value = value
    }

    /// Text, escaped where it is shown.
    package static func text(_ name: String, _ value: @escaping @Sendable (Context) -> String) -> Field {
        Field(name, .text) { .text(value($0)) }
    }

    package static func optionalText(_ name: String, _ value: @escaping @Sendable (Context) -> String?) -> Field {
        Field(name, .optional(.text)) { context in value(context).map(TemplateValue.text) ?? .absent }
    }

    package static func html(_ name: String, _ value: @escaping @Sendable (Context) -> HTML) -> Field {
        Field(name, .html) { .markup(value($0)) }
    }

    /// Markup in pieces, shown one after another.
    package static func pieces(_ name: String, _ value: @escaping @Sendable (Context) -> [HTML]) -> Field {
        Field(name, .html) { .pieces(value($0)) }
    }

    /// Markup that counts as absent when it is empty.
    package static func optionalHTML(_ name: String, _ value: @escaping @Sendable (Context) -> HTML?) -> Field {
        Field(name, .optional(.html)) { context in
            guard let html = value(context), !html.bytes.isEmpty else { return .absent }
            return .markup(html)
        }
    }

    package static func flag(_ name: String, _ value: @escaping @Sendable (Context) -> Bool) -> Field {
        Field(name, .flag) { .flag(value($0)) }
    }

    package static func object<Child: TemplateContext>(_ name: String, _ value: @escaping @Sendable (Context) -> Child) -> Field {
        Field(name, .object(Child.shape)) { .object(value($0).object) }
    }

    package static func optional<Child: TemplateContext>(_ name: String, _ value: @escaping @Sendable (Context) -> Child?) -> Field {
        Field(name, .optional(.object(Child.shape))) { context in
            value(context).map { .object($0.object) } ?? .absent
        }
    }

    package static func list<Child: TemplateContext>(_ name: String, _ value: @escaping @Sendable (Context) -> [Child]) -> Field {
        Field(name, .list(.object(Child.shape))) { context in
            let children = value(context)
            return .list(TemplateList(count: children.count) { .object(children[$0].object) })
        }
    }

    /// A list of texts, each shown as `{{.}}`.
    package static func texts(_ name: String, _ value: @escaping @Sendable (Context) -> [String]) -> Field {
        Field(name, .list(.text)) { context in
            let texts = value(context)
            return .list(TemplateList(count: texts.count) { .text(texts[$0]) })
        }
    }
}
