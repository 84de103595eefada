import CCMark
import Diagnostics

/// Builds values from the steps of a walk through a tree, children before parents and without recursion.
struct TreeConverter {
    /// The blocks of the document, once the walk is over.
    private(set) var blocks: [Block] = []

    private let source: SourcePart
    private var open: [Container] = []
    private var quoteDepth = 0
    /// Reads the paragraph or the heading that is open.
    private var cursor = InlineCursor()

    /// A node whose children are being read.
    private struct Container {
        let type: cmark_node_type
        /// Where a block stands in the parsed part; empty for an inline.
        var range = 0..<0
        /// For an inline, the cursor's position before it.
        var start = 0
        /// Where the address of an autolink stands: it is both text and destination.
        var autolink: Range<Int>?
        var blocks: [Block] = []
        var items: [ListItem] = []
        var inlines: [Inline] = []
    }

    init(_ source: SourcePart) {
        self.source = source
    }

    // MARK: Steps

    mutating func enter(_ node: Node) throws(Diagnostic) {
        // The document itself is the first that is open.
        if open.count > Document.deepestNesting { throw nestingTooDeep(node) }
        switch node.type {
        case CMARK_NODE_THEMATIC_BREAK: finish(.thematicBreak, blockRange(of: node))
        case CMARK_NODE_CODE_BLOCK: finish(.codeBlock(info: node.fenceInfo, literal: node.literal), blockRange(of: node))
        case CMARK_NODE_HTML_BLOCK: finish(.htmlBlock(node.literal), blockRange(of: node))
        case CMARK_NODE_TEXT: readText(node.literal)
        case CMARK_NODE_CODE: finish(.code(node.literal), at: cursor.readCode())
        case CMARK_NODE_HTML_INLINE: finish(.html(node.literal), at: cursor.readHTML(node.literal))
        case CMARK_NODE_SOFTBREAK: finish(.softBreak, at: cursor.readLineBreak())
        case CMARK_NODE_LINEBREAK: finish(.lineBreak, at: cursor.readLineBreak())
        case CMARK_NODE_EMPH, CMARK_NODE_STRONG, CMARK_NODE_LINK, CMARK_NODE_IMAGE: openInline(node.type)
        default: openBlock(node)
        }
    }

    mutating func exit(_ node: Node) {
        guard let container = open.popLast() else { return }
        switch container.type {
        case CMARK_NODE_DOCUMENT: blocks = container.blocks
        case CMARK_NODE_PARAGRAPH: finish(.paragraph(container.inlines), container.range)
        case CMARK_NODE_HEADING: finish(.heading(level: node.headingLevel, container.inlines), headingRange(container.range))
        case CMARK_NODE_BLOCK_QUOTE:
            quoteDepth -= 1
            finish(.blockQuote(container.blocks), container.range)
        case CMARK_NODE_LIST:
            finish(.list(List(start: node.listStart, isTight: node.isTight, items: container.items)), container.range)
        case CMARK_NODE_ITEM:
            guard !open.isEmpty else { return }
            open[open.count - 1].items.append(ListItem(blocks: container.blocks, range: source.fileRange(container.range)))
        case CMARK_NODE_EMPH:
            cursor.readDelimiter(count: 1)
            finish(.emphasis(container.inlines), at: cursor.range(from: container.start))
        case CMARK_NODE_STRONG:
            cursor.readDelimiter(count: 2)
            finish(.strong(container.inlines), at: cursor.range(from: container.start))
        case CMARK_NODE_LINK: finish(.link(closeLink(node, container), container.inlines), at: cursor.range(from: container.start))
        case CMARK_NODE_IMAGE: finish(.image(closeLink(node, container), container.inlines), at: cursor.range(from: container.start))
        default: break
        }
    }

    // MARK: Blocks

    private mutating func openBlock(_ node: Node) {
        let range = blockRange(of: node)
        open.append(Container(type: node.type, range: range))
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

    private mutating func finish(_ kind: Block.Kind, _ range: Range<Int>) {
        guard !open.isEmpty else { return }
        open[open.count - 1].blocks.append(Block(kind, range: source.fileRange(range)))
    }

    /// Never outside the block around it: libcmark ends a list on the next line at column 0, an unclosed fence one line late, and an HTML
    /// block sometimes one line early.
    private func blockRange(of node: Node) -> Range<Int> {
        let outer = outerRange
        let start = source.position(line: node.startLine, column: node.startColumn).clamped(to: outer)
        var end = source.position(line: node.endLine, column: node.endColumn + 1)
        if node.type == CMARK_NODE_HTML_BLOCK {
            end = source.line(node.startLine + max(1, SourcePart.countLines(of: node.literal)) - 1).upperBound
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

    private mutating func readText(_ literal: String) {
        finish(.text(literal), at: open.last?.autolink ?? cursor.readText(literal))
    }

    private mutating func openInline(_ type: cmark_node_type) {
        var container = Container(type: type, start: cursor.position)
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

    private mutating func closeLink(_ node: Node, _ container: Container) -> Link {
        let destination = container.autolink ?? cursor.closeLink(from: container.start)
        return Link(destination: node.destination, title: node.title, destinationRange: source.fileRange(destination))
    }

    private mutating func finish(_ kind: Inline.Kind, at range: Range<Int>) {
        guard !open.isEmpty else { return }
        open[open.count - 1].inlines.append(Inline(kind, range: source.fileRange(range)))
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
