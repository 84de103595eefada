package import Diagnostics

/// An inline of a CommonMark document; the cases have the specification's names. A place in the document's tree, as a `Block` is.
package struct Inline: Sendable {
    package enum Kind: Hashable, Sendable {
        case text(String)
        case softBreak
        case lineBreak
        case code(String)
        case html(String)
        case emphasis([Inline])
        case strong([Inline])
        case link(Link, [Inline])
        /// The inlines are the image's description.
        case image(Link, [Inline])
    }

    let tree: FlatTree
    let index: Int

    package var kind: Kind { tree.inline(at: index) }

    /// Where the inline stands in its file.
    package var range: SourceRange { tree.nodes[index].range }
}

extension Inline: Hashable {
    package static func == (left: Inline, right: Inline) -> Bool {
        left.tree === right.tree && left.index == right.index || left.range == right.range && left.kind == right.kind
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(range)
    }
}

/// Where a link or an image points to.
package struct Link: Hashable, Sendable {
    /// The destination with escapes and entities resolved, not percent-encoded.
    package let destination: String
    /// The title; empty when there is none.
    package let title: String
    /// Where the destination itself stands, for diagnostics.
    package let destinationRange: SourceRange
}

extension Sequence<Inline> {
    /// The text that a reader sees, without markup: breaks become spaces, an image its description.
    package var plainText: String { map(\.plainText).joined() }
}

extension Sequence<Block> {
    /// The text that a reader sees, blocks separated by a space.
    package var plainText: String {
        map { block in
            switch block.kind {
            case .paragraph(let inlines), .heading(_, let inlines): inlines.plainText
            case .thematicBreak, .htmlBlock: ""
            case .blockQuote(let blocks): blocks.plainText
            case .list(let list): list.items.map(\.blocks.plainText).joined(separator: " ")
            case .codeBlock(_, let literal): literal
            }
        }.filter { !$0.isEmpty }.joined(separator: " ")
    }
}
