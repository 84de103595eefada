import CCMark
import Diagnostics

/// Builds a flat tree from the steps of a walk through libcmark's, without recursion.
struct TreeConverter {
    private let source: SourcePart
    private var tree: FlatTreeBuilder
    private var open: [Container] = []
    private var quoteDepth = 0
    /// Reads the paragraph or the heading that is open.
    private var cursor = InlineCursor()

    /// A node whose children are being read.
    private struct Container {
        let type: cmark_node_type
        /// Its node.
        let index: Int
        /// Where a block stands in the parsed part; empty for an inline.
        var range = 0..<0
        /// For an inline, the cursor's position before it.
        var start = 0
        /// Where the address of an autolink stands: it is both text and destination.
        var autolink: Range<Int>?
    }

    init(_ source: SourcePart) {
        self.source = source
        tree = FlatTreeBuilder(source)
    }

    /// The document, once the walk is over.
    func document() -> Document { Document(tree.tree()) }

    // MARK: Steps

    mutating func enter(_ node: Node) throws(Diagnostic) {
        // The document itself is the first that is open.
        if open.count > Document.deepestNesting { throw nestingTooDeep(node) }
        switch node.type {
        case CMARK_NODE_THEMATIC_BREAK: tree.add(.thematicBreak, blockRange(of: node))
        case CMARK_NODE_CODE_BLOCK:
            let range = blockRange(of: node)
            node.withFenceInfo { info in node.withLiteral { tree.addCodeBlock(range, info: info, literal: $0) } }
        case CMARK_NODE_HTML_BLOCK:
            let range = blockRange(of: node)
            node.withLiteral { tree.add(.htmlBlock, range, $0) }
        case CMARK_NODE_TEXT: node.withLiteral { tree.add(.text, open.last?.autolink ?? cursor.readText($0), $0) }
        case CMARK_NODE_CODE: node.withLiteral { tree.add(.code, cursor.readCode(), $0) }
        case CMARK_NODE_HTML_INLINE: node.withLiteral { tree.add(.html, cursor.readHTML($0), $0) }
        case CMARK_NODE_SOFTBREAK: tree.add(.softBreak, cursor.readLineBreak())
        case CMARK_NODE_LINEBREAK: tree.add(.lineBreak, cursor.readLineBreak())
        case CMARK_NODE_EMPH: openInline(node.type, .emphasis)
        case CMARK_NODE_STRONG: openInline(node.type, .strong)
        case CMARK_NODE_LINK: openInline(node.type, .link)
        case CMARK_NODE_IMAGE: openInline(node.type, .image)
        case CMARK_NODE_DOCUMENT: openBlock(node, .document)
        case CMARK_NODE_BLOCK_QUOTE: openBlock(node, .blockQuote)
        case CMARK_NODE_LIST: openBlock(node, node.listStart == nil ? .bulletList : .orderedList, detail: node.isTight ? 1 : 0)
        case CMARK_NODE_ITEM: openBlock(node, .item)
        case CMARK_NODE_HEADING: openBlock(node, .heading, detail: node.headingLevel)
        default: openBlock(node, .paragraph)
        }
    }

    mutating func exit(_ node: Node) {
        guard let container = open.popLast() else { return }
        var range = container.range
        switch container.type {
        case CMARK_NODE_HEADING: range = headingRange(range)
        case CMARK_NODE_BLOCK_QUOTE: quoteDepth -= 1
        case CMARK_NODE_EMPH:
            cursor.readDelimiter(count: 1)
            range = cursor.range(from: container.start)
        case CMARK_NODE_STRONG:
            cursor.readDelimiter(count: 2)
            range = cursor.range(from: container.start)
        case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
            let destination = container.autolink ?? cursor.closeLink(from: container.start)
            node.withLink { tree.setLink(container.index, destination: $0, title: $1, destination) }
            range = cursor.range(from: container.start)
        default: break
        }
        tree.close(container.index, range)
    }

    // MARK: Blocks

    private mutating func openBlock(_ node: Node, _ kind: FlatTree.Kind, detail: Int = 0) {
        let range = blockRange(of: node)
        open.append(Container(type: node.type, index: tree.open(kind, detail: detail, number: node.listStart ?? 0), range: range))
        switch node.type {
        case CMARK_NODE_BLOCK_QUOTE: quoteDepth += 1
        case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
            var text = LeafText(
                source, from: range.lowerBound, firstLine: node.startLine, lastLine: node.endLine, quoteDepth: quoteDepth)
            if node.type == CMARK_NODE_HEADING { text.removeLineAfterUnderline() }
            cursor = InlineCursor(text, isHeading: node.type == CMARK_NODE_HEADING)
        default: break
        }
    }

    /// Never outside the block around it: libcmark ends a list on the next line at column 0, an unclosed fence one line late, and an HTML
    /// block sometimes one line early.
    private func blockRange(of node: Node) -> Range<Int> {
        let outer = outerRange
        let start = source.position(line: node.startLine, column: node.startColumn).clamped(to: outer)
        var end = source.position(line: node.endLine, column: node.endColumn + 1)
        if node.type == CMARK_NODE_HTML_BLOCK {
            end = source.line(node.startLine + max(1, node.withLiteral(SourcePart.countLines)) - 1).upperBound
        }
        end = end.clamped(to: outer)
        return source.withoutTrailingSpace(start..<max(start, end))
    }

    /// The line of an ATX heading, or the text and the underline of a setext heading.
    private func headingRange(_ range: Range<Int>) -> Range<Int> {
        let end = cursor.endOfHeading.clamped(to: outerRange)
        return source.withoutTrailingSpace(range.lowerBound..<max(range.lowerBound, end))
    }

    private var outerRange: Range<Int> { open.last?.range ?? 0..<source.bytes.count }

    // MARK: Inlines

    private mutating func openInline(_ type: cmark_node_type, _ kind: FlatTree.Kind) {
        var container = Container(type: type, index: tree.open(kind), start: cursor.position)
        switch type {
        case CMARK_NODE_EMPH: cursor.readDelimiter(count: 1)
        case CMARK_NODE_STRONG: cursor.readDelimiter(count: 2)
        case CMARK_NODE_IMAGE: cursor.openImage()
        default:
            container.autolink = cursor.readAutolink()
            if container.autolink == nil { cursor.openLink() }
        }
        open.append(container)
    }

    // MARK: Limits

    private func nestingTooDeep(_ node: Node) -> Diagnostic {
        // An inline's own column cannot be trusted, so its paragraph speaks for it.
        let block = open.last { !$0.range.isEmpty }?.range.lowerBound ?? 0
        return Diagnostic(
            "nesting-too-deep", .error,
            "quotations, lists or emphasis stand inside each other more than \(Document.deepestNesting) levels deep",
            in: source.file, source.fileRange(block..<block))
    }
}

extension Int {
    fileprivate func clamped(to range: Range<Int>) -> Int {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}
