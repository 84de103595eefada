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
        FoundObject { Self.fields.value(of: $0, in: self) }
    }
}

/// The fields of a context, found by their names' numbers.
///
/// A class without parts that are counted where a value is asked for: all pages that are made at the same time ask the one table.
package final class Fields<Context>: Sendable, ExpressibleByArrayLiteral {
    /// The names that a template may use, and how.
    let shape: [String: Shape]
    let names: [String]
    private let ways: [Field<Context>.Way]
    /// By the numbers of names, the place of the first field of that name and one more; nothing for a name that no field has.
    private let places: [UInt8]

    package init(arrayLiteral fields: Field<Context>...) {
        precondition(fields.count < UInt8.max, "a place has a byte")
        ways = fields.map(\.way)
        shape = Dictionary(fields.map { ($0.name, $0.shape) }, uniquingKeysWith: { first, _ in first })
        names = fields.map(\.name)
        var places = [UInt8](repeating: 0, count: (fields.map(\.key.number).max() ?? -1) + 1)
        for (place, field) in fields.enumerated().reversed() { places[field.key.number] = UInt8(place + 1) }
        self.places = places
    }

    /// The value of the field of a name; none where no field has that name.
    func value(of key: TemplateKey, in context: Context) -> TemplateValue? {
        guard key.number < places.count, places[key.number] > 0 else { return nil }
        return ways[Int(places[key.number]) - 1].value(of: context)
    }
}

/// One name that a context offers, with its shape and the way to its value.
package struct Field<Context>: Sendable {
    package let shape: Shape
    let key: TemplateKey
    fileprivate let way: Way

    /// Most fields have a function that keeps nothing, and so nothing that is counted; a closure around it would keep it.
    fileprivate enum Way: Sendable {
        case text(@Sendable (Context) -> String)
        case optionalText(@Sendable (Context) -> String?)
        case html(@Sendable (Context) -> HTML)
        case optionalHTML(@Sendable (Context) -> HTML?)
        case pieces(@Sendable (Context) -> [HTML])
        case flag(@Sendable (Context) -> Bool)
        case other(@Sendable (Context) -> TemplateValue)

        func value(of context: Context) -> TemplateValue {
            switch self {
            case .text(let text): .text(text(context))
            case .optionalText(let text): text(context).map(TemplateValue.text) ?? .absent
            case .html(let html): .markup(html(context))
            case .optionalHTML(let html):
                if let html = html(context), !html.bytes.isEmpty { .markup(html) } else { .absent }
            case .pieces(let pieces): .pieces(pieces(context))
            case .flag(let flag): .flag(flag(context))
            case .other(let value): value(context)
            }
        }
    }

    package var name: String { key.text }

    private init(_ name: String, _ shape: Shape, _ way: Way) {
        key = TemplateKey(name)
        self.shape = shape
        self.way = way
    }

    /// Text, escaped where it is shown.
    package static func text(_ name: String, _ value: @escaping @Sendable (Context) -> String) -> Field {
        Field(name, .text, .text(value))
    }

    package static func optionalText(_ name: String, _ value: @escaping @Sendable (Context) -> String?) -> Field {
        Field(name, .optional(.text), .optionalText(value))
    }

    package static func html(_ name: String, _ value: @escaping @Sendable (Context) -> HTML) -> Field {
        Field(name, .html, .html(value))
    }

    /// Markup in pieces, shown one after another.
    package static func pieces(_ name: String, _ value: @escaping @Sendable (Context) -> [HTML]) -> Field {
        Field(name, .html, .pieces(value))
    }

    /// Markup that counts as absent when it is empty.
    package static func optionalHTML(_ name: String, _ value: @escaping @Sendable (Context) -> HTML?) -> Field {
        Field(name, .optional(.html), .optionalHTML(value))
    }

    package static func flag(_ name: String, _ value: @escaping @Sendable (Context) -> Bool) -> Field {
        Field(name, .flag, .flag(value))
    }

    package static func object<Child: TemplateContext>(_ name: String, _ value: @escaping @Sendable (Context) -> Child) -> Field {
        Field(name, .object(Child.shape), .other { .object(value($0).object) })
    }

    package static func optional<Child: TemplateContext>(_ name: String, _ value: @escaping @Sendable (Context) -> Child?) -> Field {
        Field(name, .optional(.object(Child.shape)), .other { context in value(context).map { .object($0.object) } ?? .absent })
    }

    package static func list<Child: TemplateContext>(_ name: String, _ value: @escaping @Sendable (Context) -> [Child]) -> Field {
        Field(
            name, .list(.object(Child.shape)),
            .other { context in
                let children = value(context)
                return .list(TemplateList(count: children.count) { .object(children[$0].object) })
            })
    }

    /// A list of texts, each shown as `{{.}}`.
    package static func texts(_ name: String, _ value: @escaping @Sendable (Context) -> [String]) -> Field {
        Field(
            name, .list(.text),
            .other { context in
                let texts = value(context)
                return .list(TemplateList(count: texts.count) { .text(texts[$0]) })
            })
    }
}
