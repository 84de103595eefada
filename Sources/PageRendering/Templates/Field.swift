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

    /// The values as dictionaries, which swift-mustache reads without reflection.
    var values: [String: Any] {
        var values: [String: Any] = [:]
        values.reserveCapacity(Self.fields.count)
        for field in Self.fields { values[field.name] = field.value(self) }
        return values
    }
}

/// One name that a context offers, with its shape and the way to its value.
package struct Field<Context>: Sendable {
    package let name: String
    package let shape: Shape
    let value: @Sendable (Context) -> Any

    private init(_ name: String, _ shape: Shape, _ value: @escaping @Sendable (Context) -> Any) {
        self.name = name
        self.shape = shape
        self.value = value
    }

    /// Text, escaped here once.
    package static func text(_ name: String, _ value: @escaping @Sendable (Context) -> String) -> Field {
        Field(name, .text) { RenderedText(renderText: HTML(text: value($0)).markup) }
    }

    package static func optionalText(_ name: String, _ value: @escaping @Sendable (Context) -> String?) -> Field {
        Field(name, .optional(.text)) { context in
            guard let text = value(context) else { return Absent() }
            return RenderedText(renderText: HTML(text: text).markup)
        }
    }

    package static func html(_ name: String, _ value: @escaping @Sendable (Context) -> HTML) -> Field {
        Field(name, .html) { RenderedText(renderText: value($0).markup) }
    }

    /// Markup that counts as absent when it is empty.
    package static func optionalHTML(_ name: String, _ value: @escaping @Sendable (Context) -> HTML?) -> Field {
        Field(name, .optional(.html)) { context in
            guard let html = value(context), !html.markup.isEmpty else { return Absent() }
            return RenderedText(renderText: html.markup)
        }
    }

    package static func flag(_ name: String, _ value: @escaping @Sendable (Context) -> Bool) -> Field {
        Field(name, .flag) { value($0) }
    }

    package static func object<Child: TemplateContext>(_ name: String, _ value: @escaping @Sendable (Context) -> Child) -> Field {
        Field(name, .object(Child.shape)) { value($0).values }
    }

    package static func optional<Child: TemplateContext>(_ name: String, _ value: @escaping @Sendable (Context) -> Child?) -> Field {
        Field(name, .optional(.object(Child.shape))) { context in
            guard let child = value(context) else { return Absent() }
            return child.values
        }
    }

    package static func list<Child: TemplateContext>(_ name: String, _ value: @escaping @Sendable (Context) -> [Child]) -> Field {
        Field(name, .list(.object(Child.shape))) { value($0).map(\.values) }
    }

    /// A list of texts, each shown as `{{.}}`.
    package static func texts(_ name: String, _ value: @escaping @Sendable (Context) -> [String]) -> Field {
        Field(name, .list(.text)) { value($0).map { RenderedText(renderText: HTML(text: $0).markup) } }
    }
}
