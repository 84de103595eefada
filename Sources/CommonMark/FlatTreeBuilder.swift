import Diagnostics

/// Writes the nodes of a flat tree in reading order: a node with children is opened before them and closed after them.
struct FlatTreeBuilder {
    private let source: SourcePart
    private var nodes: [FlatTree.Node] = []
    private var furthers: [FlatTree.Further] = []
    private var changedTexts: [UInt8] = []

    init(_ source: SourcePart) {
        self.source = source
        // Most files have fewer.
        nodes.reserveCapacity(128)
    }

    /// The tree, once every node is closed.
    func tree() -> FlatTree {
        FlatTree(
            nodes: nodes.withoutSlack, furthers: furthers.withoutSlack, text: source.text, textStart: source.textStart,
            changedTexts: changedTexts.withoutSlack)
    }

    /// Adds a node whose children come next, and returns its index.
    mutating func open(_ kind: FlatTree.Kind, detail: Int = 0, number: Int = 0) -> Int {
        var node = FlatTree.Node(kind: kind, detail: UInt8(clamping: detail), range: SourceRange(at: 0))
        switch kind {
        case .orderedList: node.value = add(FlatTree.Further(first: FlatTree.Piece(start: UInt32(clamping: number))))
        case .link, .image: node.value = add(FlatTree.Further())
        default: break
        }
        nodes.append(node)
        return nodes.count - 1
    }

    mutating func close(_ index: Int, _ range: Range<Int>) {
        let node = nodes[index]
        switch node.kind {
        case .orderedList, .link, .image: furthers[Int(node.value)].end = UInt32(nodes.count)
        default: nodes[index].value = UInt32(nodes.count)
        }
        nodes[index].range = source.fileRange(range)
    }

    mutating func setLink(_ index: Int, destination: Node.Text, title: Node.Text, _ range: Range<Int>) {
        furthers[Int(nodes[index].value)] = FlatTree.Further(
            first: piece(destination, range), second: piece(title, nil), range: source.fileRange(range))
    }

    /// Adds a node without children and without a text.
    mutating func add(_ kind: FlatTree.Kind, _ range: Range<Int>) {
        nodes.append(FlatTree.Node(kind: kind, range: source.fileRange(range)))
    }

    /// Adds a node without children.
    mutating func add(_ kind: FlatTree.Kind, _ range: Range<Int>, _ literal: Node.Text) {
        var node = FlatTree.Node(kind: kind, range: source.fileRange(range))
        if !source.holds(literal, in: range) { node.value = add(FlatTree.Further(first: piece(literal, nil))) + 1 }
        nodes.append(node)
    }

    mutating func addCodeBlock(_ range: Range<Int>, info: Node.Text, literal: Node.Text) {
        let range = source.fileRange(range)
        let further = FlatTree.Further(first: piece(literal, nil), second: piece(info, nil), range: range)
        nodes.append(FlatTree.Node(kind: .codeBlock, value: add(further), range: range))
    }

    private mutating func add(_ further: FlatTree.Further) -> UInt32 {
        furthers.append(further)
        return UInt32(furthers.count - 1)
    }

    /// Where a text stands; it is copied unless the source has it in `range` as it is read.
    private mutating func piece(_ text: Node.Text, _ range: Range<Int>?) -> FlatTree.Piece {
        if text.isEmpty { return FlatTree.Piece() }
        if let range, source.holds(text, in: range) {
            return FlatTree.Piece(start: UInt32(source.fileRange(range).lowerBound), count: UInt32(text.count))
        }
        let start = UInt32(changedTexts.count)
        changedTexts += text
        return FlatTree.Piece(start: start | FlatTree.Piece.changed, count: UInt32(text.count))
    }
}
