extension Sequence<Block> {
    /// Visits every link and every image in reading order, each before those inside it. Nothing of the other inlines is read.
    package func forEachLinkAndImage(_ visit: (Inline) -> Void) {
        for block in self {
            let tree = block.tree
            for index in block.index..<Int(tree.nodes[block.index].end) {
                switch tree.nodes[index].kind {
                case .link, .image: visit(Inline(tree: tree, index: index))
                default: break
                }
            }
        }
    }
}
