/// An opaque colour.
struct Colour: Hashable, Sendable, ExpressibleByStringLiteral {
    /// As SVG writes it.
    let hex: String

    init(stringLiteral hex: String) { self.hex = hex }

    static let white: Colour = "#fff"
}
