/// What a template is given to show: a fixed table of named fields.
package protocol TemplateContext: Sendable {
    /// The one table that gives both the shape, for the checker, and the values, for rendering.
    static var fields: [Field<Self>] { get }
}

extension TemplateContext {
    /// The names that a template may use, and how.
    package static var shape: [String: Shape] {
        Dictionary(fields.map { ($0.name, $0.shape) }, uniquingKeysWith: { first, _ in first })
    }

    /// The values as templates read them.
    var object: TemplateObject {
        TemplateObject { key in
            for field in Self.fields where field.key == key { return field.value(self) }
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

    /// Text, escaped here once.
    package static func text(_ name: String, _ value: @escaping @Sendable (Context) -> String) -> Field {
        Field(name, .text) { .text(HTML(text: value($0)).markup) }
    }

    package static func optionalText(_ name: String, _ value: @escaping @Sendable (Context) -> String?) -> Field {
        Field(name, .optional(.text)) { context in
            value(context).map { .text(HTML(text: $0).markup) } ?? .absent
        }
    }

    package static func html(_ name: String, _ value: @escaping @Sendable (Context) -> HTML) -> Field {
        Field(name, .html) { .text(value($0).markup) }
    }

    /// Markup in pieces, shown one after another.
    package static func pieces(_ name: String, _ value: @escaping @Sendable (Context) -> [HTML]) -> Field {
        Field(name, .html) { .pieces(value($0)) }
    }

    /// Markup that counts as absent when it is empty.
    package static func optionalHTML(_ name: String, _ value: @escaping @Sendable (Context) -> HTML?) -> Field {
        Field(name, .optional(.html)) { context in
            guard let html = value(context), !html.markup.isEmpty else { return .absent }
            return .text(html.markup)
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
            return .list(TemplateList(count: texts.count) { .text(HTML(text: texts[$0]).markup) })
        }
    }
}
