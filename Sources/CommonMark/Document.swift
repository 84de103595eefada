package import Diagnostics

/// A CommonMark document as values: the block structure of one text, with source ranges.
package struct Document: Hashable, Sendable {
    package let blocks: [Block]

    package init(blocks: [Block]) {
        self.blocks = blocks
    }
}

/// A block of a CommonMark document; the cases have the specification's names.
package struct Block: Hashable, Sendable {
    package indirect enum Kind: Hashable, Sendable {
        case paragraph([Inline])
        /// `level` is 1 to 6.
        case heading(level: Int, [Inline])
        case thematicBreak
        case blockQuote([Block])
        case list(List)
        /// `info` is the info string of a fenced block; empty for an indented one.
        case codeBlock(info: String, literal: String)
        case htmlBlock(String)
    }

    package let kind: Kind
    /// Where the block stands in its file.
    package let range: SourceRange

    package init(_ kind: Kind, range: SourceRange) {
        self.kind = kind
        self.range = range
    }
}

/// A bullet list or an ordered list.
package struct List: Hashable, Sendable {
    /// The number of the first item of an ordered list; none for a bullet list.
    package let start: Int?
    /// A tight list shows its paragraphs without `<p>`.
    package let isTight: Bool
    package let items: [ListItem]

    package init(start: Int?, isTight: Bool, items: [ListItem]) {
        self.start = start
        self.isTight = isTight
        self.items = items
    }

    package var isOrdered: Bool { start != nil }
}

/// One item of a list.
package struct ListItem: Hashable, Sendable {
    package let blocks: [Block]
    package let range: SourceRange

    package init(blocks: [Block], range: SourceRange) {
        self.blocks = blocks
        self.range = range
    }
}
