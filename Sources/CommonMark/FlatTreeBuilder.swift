import Diagnostics

/// Writes the nodes of a flat tree in reading order: a node with children is opened before them and closed after them.
struct FlatTreeBuilder {
    private let text: String
    private var nodes: [FlatTree.Node] = []
    private var pairs: [FlatTree.Pair] = []
    private var changedTexts: [UInt8] = []

    init(_ file: SourceFile) {
        text = file.text
        // Most files have fewer.
        nodes.reserveCapacity(128)
    }

    /// The tree, once every node is closed.
    func tree() -> FlatTree {
        FlatTree(nodes: nodes.withoutSlack, pairs: pairs.withoutSlack, text: text, changedTexts: changedTexts.withoutSlack)
    }

    /// Adds a node whose children come next, and returns its index.
    mutating func open(_ kind: FlatTree.Kind, detail: Int = 0, number: Int = 0) -> Int {
        var node = FlatTree.Node(kind: kind, detail: UInt8(clamping: detail), end: UInt32(nodes.count + 1), range: SourceRange(at: 0))
        node.literal.start = UInt32(clamping: number)
        nodes.append(node)
        return nodes.count - 1
    }

    mutating func close(_ index: Int, range: SourceRange) {
        nodes[index].end = UInt32(nodes.count)
        nodes[index].range = range
    }

    mutating func setLink(_ index: Int, destination: String, title: String, _ range: SourceRange) {
        nodes[index].literal.start = UInt32(pairs.count)
        pairs.append(FlatTree.Pair(first: piece(destination, range), second: piece(title, nil), range: range))
    }

    /// Adds a node without children.
    mutating func add(_ kind: FlatTree.Kind, _ range: SourceRange, literal: String = "") {
        nodes.append(FlatTree.Node(kind: kind, end: UInt32(nodes.count + 1), range: range, literal: piece(literal, range)))
    }

    mutating func addCodeBlock(_ range: SourceRange, info: String, literal: String) {
        let pair = FlatTree.Piece(start: UInt32(pairs.count))
        pairs.append(FlatTree.Pair(first: piece(literal, nil), second: piece(info, nil), range: range))
        nodes.append(FlatTree.Node(kind: .codeBlock, end: UInt32(nodes.count + 1), range: range, literal: pair))
    }

    /// Where a text stands; it is copied unless the file has it in `range` as it is read.
    private mutating func piece(_ string: String, _ range: SourceRange?) -> FlatTree.Piece {
        let bytes = string.utf8
        if bytes.isEmpty { return FlatTree.Piece() }
        if let range, range.upperBound - range.lowerBound == bytes.count {
            let first = text.utf8.index(text.startIndex, offsetBy: range.lowerBound)
            if text.utf8[first...].starts(with: bytes) {
                return FlatTree.Piece(start: UInt32(range.lowerBound), count: UInt32(bytes.count))
            }
        }
        let start = UInt32(changedTexts.count)
        changedTexts += bytes
        return FlatTree.Piece(start: start | FlatTree.Piece.changed, count: UInt32(bytes.count))
    }
}

extension Array {
    /// The same in as much memory as it needs.
    fileprivate var withoutSlack: [Element] {
        capacity > count + count / 8 ? Array(unsafeUninitializedCapacity: count) { $1 = $0.initialize(fromContentsOf: self) } : self
    }
}
