/// Documents for those who take texts as bytes and go through what is inside one by one. Nothing is made but what they ask for, where
/// `kind` makes strings and arrays of each node.
extension Inline {
    /// What an inline is; the cases have the specification's names.
    package enum NodeType: Sendable {
        case text, softBreak, lineBreak, code, html, emphasis, strong, link, image
    }

    package var type: NodeType {
        switch tree.nodes[index].kind {
        case .text: .text
        case .lineBreak: .lineBreak
        case .code: .code
        case .html: .html
        case .emphasis: .emphasis
        case .strong: .strong
        case .link: .link
        case .image: .image
        default: .softBreak
        }
    }

    /// The inlines inside: of emphasis, of a link, or the description of an image.
    package var children: Inlines { Inlines(in: index, of: tree) }

    /// Hands the text of text, code or HTML to a closure, unless it is empty.
    package func withText(_ read: (UnsafeBufferPointer<UInt8>) -> Void) { tree.withText(of: index, read) }

    /// Adds the text of text, code or HTML to bytes.
    package func append(textTo bytes: inout [UInt8]) {
        tree.withText(of: index) { bytes.append(contentsOf: $0) }
    }

    package var isLinkOrImage: Bool {
        switch tree.nodes[index].kind {
        case .link, .image: true
        default: false
        }
    }

    /// The title of a link or an image; empty where there is none.
    package var title: String { tree.title(of: index) }
}

extension Block {
    /// What stands in a paragraph or a heading; nil for other blocks.
    package var inlines: Inlines? {
        switch tree.nodes[index].kind {
        case .paragraph, .heading: Inlines(in: index, of: tree)
        default: nil
        }
    }
}

extension ListItem {
    /// Its blocks, one by one.
    package var children: Blocks { Blocks(in: index, of: tree) }
}

/// The inlines in a node, each made when it is asked for.
package struct Inlines: Sequence, IteratorProtocol, Sendable {
    private var children: FlatTree.Children

    init(in index: Int, of tree: FlatTree) { children = FlatTree.Children(of: index, in: tree) }

    package mutating func next() -> Inline? { children.next().map { Inline(tree: children.tree, index: $0) } }

    /// The inline that stands alone; nil where there are others, or none.
    package var only: Inline? { children.only.map { Inline(tree: children.tree, index: $0) } }
}

/// The blocks in a node, each made when it is asked for.
package struct Blocks: Sequence, IteratorProtocol, Sendable {
    private var children: FlatTree.Children

    init(in index: Int, of tree: FlatTree) { children = FlatTree.Children(of: index, in: tree) }

    package mutating func next() -> Block? { children.next().map { Block(tree: children.tree, index: $0) } }
}

extension FlatTree {
    /// The places of the children that a node still has.
    struct Children: Sendable {
        let tree: FlatTree
        private var place: Int
        private let end: Int

        init(of index: Int, in tree: FlatTree) {
            self.tree = tree
            place = index + 1
            end = tree.end(of: index)
        }

        mutating func next() -> Int? {
            guard place < end else { return nil }
            defer { place = tree.end(of: place) }
            return place
        }

        var only: Int? { place < end && tree.end(of: place) == end ? place : nil }
    }
}
