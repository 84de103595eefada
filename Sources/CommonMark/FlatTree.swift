import Diagnostics

/// The nodes of one document in reading order, each with the place after its last descendant. Their texts stay where they stand in the
/// file, but for those that escapes, entities or markers change.
///
/// A build keeps all documents of a library, so what a node takes counts: 16 bytes here, where a value with its own arrays and strings
/// takes about 200.
final class FlatTree: Sendable {
    /// What a node is; the cases have the specification's names.
    enum Kind: UInt8 {
        case document, paragraph, heading, thematicBreak, blockQuote, bulletList, orderedList, item, codeBlock, htmlBlock
        case text, softBreak, lineBreak, code, html, emphasis, strong, link, image
    }

    struct Node: Sendable {
        let kind: Kind
        /// The level of a heading; of a list 1 when it is tight.
        var detail: UInt8 = 0
        /// Of a node that can have children, the index after its last descendant. Of a link, an image, an ordered list or a code block the
        /// index of its further part, and of a text that its range does not have as it is read, that index and 1.
        var value: UInt32 = 0
        var range: SourceRange
    }

    /// A text: bytes of the file, or of `changedTexts` where `start` has the bit `changed`.
    struct Piece: Sendable {
        var start: UInt32 = 0
        var count: UInt32 = 0

        /// No file that is read is so long that its offsets have this bit.
        static let changed: UInt32 = 1 << 31
    }

    /// What few nodes have: the two texts of a link (destination, title) or of a code block (literal, info), and where the first one stands;
    /// the text of a text; the first number of an ordered list, as the first text's `start`.
    struct Further: Sendable {
        var first = Piece()
        var second = Piece()
        var range = SourceRange(at: 0)
        /// The index after the last descendant.
        var end: UInt32 = 0
    }

    let nodes: [Node]
    let furthers: [Further]
    /// The piece of the file that the document stands in, and where that begins in the file.
    let text: String
    let textStart: Int
    let changedTexts: [UInt8]

    init(nodes: [Node], furthers: [Further], text: String, textStart: Int, changedTexts: [UInt8]) {
        self.nodes = nodes
        self.furthers = furthers
        self.text = text
        self.textStart = textStart
        self.changedTexts = changedTexts
    }

    /// The index after the last descendant of a node.
    func end(of index: Int) -> Int {
        let node = nodes[index]
        return switch node.kind {
        case .document, .paragraph, .heading, .blockQuote, .bulletList, .item, .emphasis, .strong: Int(node.value)
        case .orderedList, .link, .image: Int(furthers[Int(node.value)].end)
        case .thematicBreak, .codeBlock, .htmlBlock, .text, .softBreak, .lineBreak, .code, .html: index + 1
        }
    }

    /// The text of text, code or HTML; empty for other nodes.
    func literal(of node: Node) -> Piece {
        switch node.kind {
        case .text, .code, .html, .htmlBlock:
            if node.value > 0 { return furthers[Int(node.value) - 1].first }
            return Piece(start: UInt32(node.range.lowerBound), count: UInt32(node.range.upperBound - node.range.lowerBound))
        default: return Piece()
        }
    }
}
