package import CommonMark

/// Renders prose to HTML, byte for byte as CommonMark's reference implementation does in its safe mode: raw HTML is left out and unsafe
/// destinations are emptied. A resolver and the treatment of headings change it where the page needs it.
package struct ProseRenderer: Sendable {
    /// How headings fit into the page around them.
    package struct Headings: Hashable, Sendable {
        /// How many levels every heading goes down, at most to level 6.
        package let shift: Int
        /// Whether every heading gets an `id`, unique in what is rendered together.
        package let haveIdentifiers: Bool
        /// Identifiers that the page around the prose uses.
        package let reservedIdentifiers: Set<String>

        package init(shift: Int = 0, haveIdentifiers: Bool = false, reservedIdentifiers: Set<String> = []) {
            self.shift = shift
            self.haveIdentifiers = haveIdentifiers
            self.reservedIdentifiers = reservedIdentifiers
        }
    }

    package let headings: Headings
    package let resolver: ProseResolver?

    package init(headings: Headings = Headings(), resolver: ProseResolver? = nil) {
        self.headings = headings
        self.resolver = resolver
    }

    /// HTML of blocks; ends in a line feed unless it is empty.
    package func render(_ blocks: [Block]) -> String { markup(of: blocks).markup }

    /// HTML of blocks; ends in a line feed unless it is empty.
    func markup(of blocks: [Block]) -> HTML {
        var writer = ProseWriter(self)
        writer.write(blocks, isTight: false)
        return HTML(markup: writer.html.bytes.array)
    }

    /// HTML of inlines, without an element around them.
    package func render(_ inlines: [Inline]) -> String {
        var writer = ProseWriter(self)
        for inline in inlines { writer.write(inline, standsAlone: false) }
        return writer.html.bytes.withBytes { String(decoding: $0, as: UTF8.self) }
    }

    /// What a reader sees of inlines, as unescaped text: for descriptions and data. Links that the resolver makes text are that text.
    package func plainText(_ inlines: some Sequence<Inline>) -> String {
        var text = ProsePlainText(resolver: resolver, keepsRawHTML: false)
        text.append(inlines)
        return String(decoding: text.bytes, as: UTF8.self)
    }
}
