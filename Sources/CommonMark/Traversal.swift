package import Diagnostics

extension Sequence<Block> {
    /// Visits every link and every image in reading order, each before those inside it. Nothing of the other inlines is read.
    package func forEachLinkAndImage(_ visit: (Inline) -> Void) {
        for block in self { block.tree.forEachLinkAndImage(in: block.index, visit) }
    }
}

extension FlatTree {
    fileprivate func forEachLinkAndImage(in index: Int, _ visit: (Inline) -> Void) {
        for index in index..<end(of: index) {
            switch nodes[index].kind {
            case .link, .image: visit(Inline(tree: self, index: index))
            default: break
            }
        }
    }
}

extension Block {
    /// The level of a heading; nil for other blocks. Its inlines are not read.
    package var headingLevel: Int? {
        let node = tree.nodes[index]
        return node.kind == .heading ? Int(node.detail) : nil
    }

    /// The text that a reader sees in a heading; nil for other blocks.
    package var headingTitle: String? { headingLevel == nil ? nil : tree.plainText(of: index) }
}

extension ListItem {
    /// Visits every link and every image in it in reading order.
    package func forEachLinkAndImage(_ visit: (Inline) -> Void) { tree.forEachLinkAndImage(in: index, visit) }

    /// Whether there is a letter to read in it, in text or in code. Nothing is copied.
    package var hasText: Bool {
        tree.nodes[index..<tree.end(of: index)].contains { node in
            (node.kind == .text || node.kind == .code) && tree.literal(of: node).count > 0
        }
    }
}

extension Inline {
    /// Whether it is an image. Nothing of it is read.
    package var isImage: Bool { tree.nodes[index].kind == .image }

    /// Where a link or an image leads, and where that stands; nil for other inlines. What is inside is not read.
    package var destination: (text: String, range: SourceRange)? { tree.destination(of: index) }

    /// Hands where a link or an image leads to a closure, as `destination` gives it; none for other inlines.
    package func withDestination<Value>(_ read: (UnsafeBufferPointer<UInt8>) -> Value) -> Value? {
        tree.withDestination(of: index, read)
    }

    /// The text that a reader sees in it.
    package var plainText: String { tree.plainText(of: index) }
}
