import Diagnostics

/// The values and texts of nodes, made when they are asked for.
extension FlatTree {
    func blocks(in index: Int) -> [Block] { children(of: index) { Block(tree: self, index: $0) } }

    func inlines(in index: Int) -> [Inline] { children(of: index) { Inline(tree: self, index: $0) } }

    func block(at index: Int) -> Block.Kind {
        let node = nodes[index]
        switch node.kind {
        case .paragraph: return .paragraph(inlines(in: index))
        case .heading: return .heading(level: Int(node.detail), inlines(in: index))
        case .blockQuote: return .blockQuote(blocks(in: index))
        case .bulletList, .orderedList:
            let start = node.kind == .orderedList ? Int(furthers[Int(node.value)].first.start) : nil
            return .list(List(start: start, isTight: node.detail == 1, items: children(of: index) { ListItem(tree: self, index: $0) }))
        case .codeBlock:
            let further = furthers[Int(node.value)]
            return .codeBlock(info: string(further.second), literal: string(further.first))
        case .htmlBlock: return .htmlBlock(string(literal(of: node)))
        default: return .thematicBreak
        }
    }

    func inline(at index: Int) -> Inline.Kind {
        let node = nodes[index]
        switch node.kind {
        case .text: return .text(string(literal(of: node)))
        case .lineBreak: return .lineBreak
        case .code: return .code(string(literal(of: node)))
        case .html: return .html(string(literal(of: node)))
        case .emphasis: return .emphasis(inlines(in: index))
        case .strong: return .strong(inlines(in: index))
        case .link: return .link(link(of: node), inlines(in: index))
        case .image: return .image(link(of: node), inlines(in: index))
        default: return .softBreak
        }
    }

    /// The text that a reader sees in a block of inlines or in an inline, without markup: breaks become spaces, an image its description.
    func plainText(of index: Int) -> String {
        var text = ""
        for node in nodes[index..<end(of: index)] {
            switch node.kind {
            // Most are a single text, which needs no copy.
            case .text, .code: if text.isEmpty { text = string(literal(of: node)) } else { text += string(literal(of: node)) }
            case .softBreak, .lineBreak: text += " "
            default: break
            }
        }
        return text
    }

    func destination(of index: Int) -> (text: String, range: SourceRange)? {
        let node = nodes[index]
        guard node.kind == .link || node.kind == .image else { return nil }
        let further = furthers[Int(node.value)]
        return (string(further.first), further.range)
    }

    /// Hands the text of text, code or HTML to a closure, unless it is empty.
    func withText(of index: Int, _ read: (UnsafeBufferPointer<UInt8>) -> Void) {
        let piece = literal(of: nodes[index])
        guard piece.count > 0 else { return }
        with(piece, read)
    }

    /// Hands the destination of a link or an image to a closure; none for other inlines.
    func withDestination<Value>(of index: Int, _ read: (UnsafeBufferPointer<UInt8>) -> Value) -> Value? {
        let node = nodes[index]
        guard node.kind == .link || node.kind == .image else { return nil }
        return with(furthers[Int(node.value)].first, read)
    }

    private func with<Value>(_ piece: Piece, _ read: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
        if piece.count == 0 { return read(UnsafeBufferPointer(start: nil, count: 0)) }
        let start = Int(piece.start & ~Piece.changed)
        if piece.start & Piece.changed != 0 {
            return changedTexts.withUnsafeBufferPointer { read(UnsafeBufferPointer(rebasing: $0[start..<start + Int(piece.count)])) }
        }
        let place = start - textStart
        return text.withBytes { read(UnsafeBufferPointer(rebasing: $0[place..<place + Int(piece.count)])) }
    }

    func title(of index: Int) -> String {
        let node = nodes[index]
        return node.kind == .link || node.kind == .image ? string(furthers[Int(node.value)].second) : ""
    }

    private func link(of node: Node) -> Link {
        let further = furthers[Int(node.value)]
        return Link(destination: string(further.first), title: string(further.second), destinationRange: further.range)
    }

    private func children<Value>(of index: Int, _ value: (Int) -> Value) -> [Value] {
        let last = end(of: index)
        var (child, count) = (index + 1, 0)
        while child < last {
            child = end(of: child)
            count += 1
        }
        var values: [Value] = []
        values.reserveCapacity(count)
        child = index + 1
        while child < last {
            values.append(value(child))
            child = end(of: child)
        }
        return values
    }

    private func string(_ piece: Piece) -> String {
        let (start, count) = (Int(piece.start & ~Piece.changed), Int(piece.count))
        if count == 0 { return "" }
        if piece.start & Piece.changed != 0 { return String(decoding: changedTexts[start..<start + count], as: UTF8.self) }
        let first = text.utf8.index(text.startIndex, offsetBy: start - textStart)
        return String(Substring(text.utf8[first..<text.utf8.index(first, offsetBy: count)]))
    }
}
