/// Finds where inlines stand by reading the source again beside libcmark's tree.
///
/// libcmark's own columns are wrong on continuation lines inside containers and after reference definitions, and it does not tell where a
/// destination is. The tree says which piece of syntax comes next, so the cursor only has to step over exactly that piece. Should it ever
/// meet something else, it stays where it is and looks a little further ahead for the next text.
struct InlineCursor {
    private let text: LeafText
    private let links: LinkSyntax
    private var bytes: ArraySlice<UInt8> { text.bytes }
    /// An index into the leaf's text.
    private(set) var position: Int

    /// An ATX heading is one line; a setext heading has an underline after its text.
    private var isATXHeading = false

    /// How far to look for a text that is not where it should be.
    private static let searchDistance = 256

    init(_ text: LeafText = LeafText(), isHeading: Bool = false) {
        self.text = text
        links = LinkSyntax(bytes: text.bytes)
        position = text.bytes.startIndex
        if isHeading { skipHeadingMarker() }
        if isATXHeading { return }
        while let end = links.definition(at: position), end > position { position = end }
    }

    /// Where the heading around the inlines ends, once all of them are read: libcmark's ends are wrong.
    var endOfHeading: Int {
        var end = endOfLine(from: position)
        if !isATXHeading { end = endOfLine(from: skipLineEnding(from: end)) }
        return text.sourceRange(bytes.startIndex..<end).upperBound
    }

    /// The range in the source from an earlier position to the present one.
    func range(from start: Int) -> Range<Int> {
        text.sourceRange(min(start, position)..<position)
    }

    // MARK: Leaf inlines

    mutating func readText(_ literal: Node.Text) -> Range<Int> {
        let syntax = LiteralSyntax(bytes: bytes)
        if let end = syntax.text(literal, at: position) { return move(over: position..<end) }
        if literal.first?.isSpaceOrTab == true {
            // libcmark keeps the indentation of some lines that continue a paragraph lazily, and may write a tab as spaces.
            let unindented = Node.Text(rebasing: literal.drop { $0.isSpaceOrTab })
            let start = bytes[position...].firstIndex { !$0.isSpaceOrTab } ?? bytes.endIndex
            if let end = syntax.text(unindented, at: start) { return move(over: start..<end) }
        }
        return move(over: find { syntax.text(literal, at: $0) })
    }

    mutating func readCode() -> Range<Int> {
        let syntax = LiteralSyntax(bytes: bytes)
        return move(over: find { syntax.code(at: $0) })
    }

    mutating func readHTML(_ literal: Node.Text) -> Range<Int> {
        let syntax = LiteralSyntax(bytes: bytes)
        return move(over: find { syntax.html(literal, at: $0) })
    }

    /// A soft or hard line break: the line ending with the spaces or the backslash before it. Goes to the text of the next line.
    mutating func readLineBreak() -> Range<Int> {
        let end = skipLineEnding(from: endOfLine(from: position))
        let range = text.sourceRange(position..<end)
        position = end
        skipSpaces()
        return range
    }

    // MARK: Containers

    /// The `*` or `_` before or after emphasis, or two of them for strong emphasis.
    mutating func readDelimiter(count: Int) {
        let delimiters = bytes[min(position, bytes.endIndex)...].prefix(count)
        if delimiters.count == count, delimiters.allSatisfy({ $0 == UInt8(ascii: "*") || $0 == UInt8(ascii: "_") }) { position += count }
    }

    mutating func openLink() {
        skip(UInt8(ascii: "["))
    }

    mutating func openImage() {
        skip(UInt8(ascii: "!"))
        skip(UInt8(ascii: "["))
    }

    /// The end of a link or an image whose text began at `start`. Returns where the destination stands: for a reference, which has none
    /// of its own, the whole inline.
    mutating func closeLink(from start: Int) -> Range<Int> {
        guard position < bytes.endIndex, bytes[position] == UInt8(ascii: "]") else { return range(from: start) }
        position += 1
        if let tail = links.inlineTail(at: position) {
            position = tail.end
            return text.sourceRange(tail.destination)
        }
        position = links.label(at: position)?.upperBound ?? position
        return range(from: start)
    }

    /// `<address>`, whose text is its destination; none when no such link is here.
    mutating func readAutolink() -> Range<Int>? {
        guard position < bytes.endIndex, bytes[position] == UInt8(ascii: "<"),
            let end = bytes[position...].firstIndex(of: UInt8(ascii: ">"))
        else { return nil }
        let content = text.sourceRange(position + 1..<end)
        position = end + 1
        return content
    }

    // MARK: Moving

    /// The first match from the present position on, on the same line.
    private func find(_ match: (Int) -> Int?) -> Range<Int>? {
        var start = position
        let limit = min(bytes.endIndex, position + Self.searchDistance)
        while start < limit {
            if let end = match(start) { return start..<end }
            if bytes[start].isLineEnding { return nil }
            start += 1
        }
        return nil
    }

    /// Goes to the end of what was found and returns where that stands in the source; an empty range here when nothing was.
    private mutating func move(over found: Range<Int>?) -> Range<Int> {
        position = found?.upperBound ?? position
        return text.sourceRange(found ?? position..<position)
    }

    private func endOfLine(from start: Int) -> Int {
        var position = start
        while position < bytes.endIndex, !bytes[position].isLineEnding { position += 1 }
        return position
    }

    private func skipLineEnding(from start: Int) -> Int {
        var position = start
        if position < bytes.endIndex, bytes[position] == .carriageReturn { position += 1 }
        if position < bytes.endIndex, bytes[position] == .lineFeed { position += 1 }
        return position
    }

    private mutating func skip(_ byte: UInt8) {
        if position < bytes.endIndex, bytes[position] == byte { position += 1 }
    }

    private mutating func skipSpaces() {
        while position < bytes.endIndex, bytes[position].isSpaceOrTab { position += 1 }
    }

    /// The `#`s of an ATX heading; the text of a setext heading cannot begin with them and a space.
    private mutating func skipHeadingMarker() {
        let end = bytes.firstIndex { $0 != UInt8(ascii: "#") } ?? bytes.endIndex
        guard (1...6).contains(end - bytes.startIndex), end == bytes.endIndex || bytes[end].isSpaceOrTab || bytes[end].isLineEnding else {
            return
        }
        isATXHeading = true
        position = end
        skipSpaces()
    }
}
