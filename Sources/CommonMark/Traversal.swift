extension Sequence<Block> {
    /// Visits every inline in reading order, each before those inside it.
    package func forEachInline(_ visit: (Inline) -> Void) {
        for block in self {
            switch block.kind {
            case .paragraph(let inlines), .heading(_, let inlines): inlines.forEachInline(visit)
            case .blockQuote(let blocks): blocks.forEachInline(visit)
            case .list(let list): list.items.forEach { $0.blocks.forEachInline(visit) }
            case .thematicBreak, .codeBlock, .htmlBlock: break
            }
        }
    }
}

extension Sequence<Inline> {
    /// Visits every inline in reading order, each before those inside it.
    package func forEachInline(_ visit: (Inline) -> Void) {
        for inline in self {
            visit(inline)
            switch inline.kind {
            case .emphasis(let children), .strong(let children), .link(_, let children), .image(_, let children):
                children.forEachInline(visit)
            case .text, .softBreak, .lineBreak, .code, .html: break
            }
        }
    }
}
