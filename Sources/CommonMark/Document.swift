package import Diagnostics

/// A CommonMark document as values: the block structure of one text, with source ranges.
package struct Document: Hashable, Sendable {
    package let blocks: [Block]

    init(_ tree: FlatTree) {
        blocks = tree.blocks(in: 0)
    }
}

/// A block of a CommonMark document; the cases have the specification's names.
///
/// A place in the document's tree: its parts become values only when `kind` is asked for, so that a document that is only kept takes hardly
/// more memory than its text.
package struct Block: Sendable {
    package enum Kind: Hashable, Sendable {
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

    let tree: FlatTree
    let index: Int

    package var kind: Kind { tree.block(at: index) }

    /// Where the block stands in its file.
    package var range: SourceRange { tree.nodes[index].range }
}

/// A bullet list or an ordered list.
package struct List: Hashable, Sendable {
    /// The number of the first item of an ordered list; none for a bullet list.
    package let start: Int?
    /// A tight list shows its paragraphs without `<p>`.
    package let isTight: Bool
    package let items: [ListItem]

    package var isOrdered: Bool { start != nil }
}

/// One item of a list.
package struct ListItem: Sendable {
    let tree: FlatTree
    let index: Int

    package var blocks: [Block] { tree.blocks(in: index) }
    package var range: SourceRange { tree.nodes[index].range }
}

extension Block: Hashable {
    package static func == (left: Block, right: Block) -> Bool {
        left.tree === right.tree && left.index == right.index || left.range == right.range && left.kind == right.kind
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(range)
    }
}

extension ListItem: Hashable {
    package static func == (left: ListItem, right: ListItem) -> Bool {
        left.tree === right.tree && left.index == right.index || left.range == right.range && left.blocks == right.blocks
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(range)
    }
}
