/// The parts of links as libcmark reads them. Each function takes the position where a part would begin and returns where it ends, or none
/// when it is not there.
struct LinkSyntax {
    let bytes: ArraySlice<UInt8>

    /// `(destination "title")` after the text of an inline link.
    func inlineTail(at start: Int) -> (destination: Range<Int>, end: Int)? {
        guard byte(start) == UInt8(ascii: "(") else { return nil }
        guard let destination = destination(at: skipWhitespace(start + 1)) else { return nil }
        var position = skipWhitespace(destination.end)
        if position > destination.end { position = title(at: position) ?? position }
        position = skipWhitespace(position)
        guard byte(position) == UInt8(ascii: ")") else { return nil }
        return (destination.content, position + 1)
    }

    /// `[label]`, which may be empty.
    func label(at start: Int) -> Range<Int>? {
        guard byte(start) == UInt8(ascii: "[") else { return nil }
        var position = start + 1
        while let byte = byte(position), position - start <= 1001 {
            switch byte {
            case UInt8(ascii: "["): return nil
            case UInt8(ascii: "]"): return start..<position + 1
            default: position += isEscape(position) ? 2 : 1
            }
        }
        return nil
    }

    /// `[label]: destination "title"` and its line ending, at the beginning of a paragraph.
    func definition(at start: Int) -> Int? {
        guard let label = label(at: start), byte(label.upperBound) == UInt8(ascii: ":") else { return nil }
        guard bytes[label].dropFirst().dropLast().contains(where: { !$0.isWhitespace }) else { return nil }
        guard let destination = destination(at: skipOneLineEnding(label.upperBound + 1)) else { return nil }
        let afterSpace = skipOneLineEnding(destination.end)
        if afterSpace > destination.end, let title = title(at: afterSpace), let end = lineEnd(at: title) { return end }
        return lineEnd(at: destination.end)
    }

    /// `<destination>` or one without angle brackets, in which parentheses are balanced.
    private func destination(at start: Int) -> (content: Range<Int>, end: Int)? {
        var position = start
        if byte(start) == UInt8(ascii: "<") {
            position += 1
            while let byte = byte(position), !byte.isLineEnding, byte != UInt8(ascii: "<") {
                if byte == UInt8(ascii: ">") { return (start + 1..<position, position + 1) }
                position += isEscape(position) ? 2 : 1
            }
            return nil
        }
        var parentheses = 0
        scan: while let byte = byte(position) {
            switch byte {
            case UInt8(ascii: "("):
                parentheses += 1
                if parentheses > 32 { return nil }
            case UInt8(ascii: ")"):
                if parentheses == 0 { break scan }
                parentheses -= 1
            case _ where byte.isWhitespace:
                if position == start { return nil }
                break scan
            default: if isEscape(position) { position += 1 }
            }
            position += 1
        }
        // Empty between parentheses only: `[label]:` alone defines nothing.
        return parentheses == 0 && start < bytes.endIndex ? (start..<min(position, bytes.endIndex), position) : nil
    }

    /// A title in quotation marks or parentheses.
    private func title(at start: Int) -> Int? {
        guard let opening = byte(start), opening == UInt8(ascii: "\"") || opening == UInt8(ascii: "'") || opening == UInt8(ascii: "(")
        else { return nil }
        let closing = opening == UInt8(ascii: "(") ? UInt8(ascii: ")") : opening
        var position = start + 1
        // libcmark takes an escaped closing mark as the end where no other follows.
        var lastResort: Int?
        while let byte = byte(position) {
            if byte == closing { return position + 1 }
            if byte == UInt8(ascii: "("), opening == byte { return lastResort }
            if isEscape(position) {
                if self.byte(position + 1) == closing { lastResort = position + 2 }
                position += 1
            }
            position += 1
        }
        return lastResort
    }

    private func byte(_ position: Int) -> UInt8? {
        position < bytes.endIndex ? bytes[position] : nil
    }

    private func isEscape(_ position: Int) -> Bool {
        bytes[position] == .backslash && byte(position + 1)?.isASCIIPunctuation == true
    }

    private func skipWhitespace(_ start: Int) -> Int {
        var position = start
        while byte(position)?.isWhitespace == true { position += 1 }
        return position
    }

    private func skipSpacesAndTabs(_ start: Int) -> Int {
        var position = start
        while byte(position)?.isSpaceOrTab == true { position += 1 }
        return position
    }

    private func skipOneLineEnding(_ start: Int) -> Int {
        let position = skipSpacesAndTabs(start)
        return lineEnd(at: position).map(skipSpacesAndTabs) ?? position
    }

    /// The position after spaces and a line ending, or the end of the text.
    private func lineEnd(at start: Int) -> Int? {
        var position = skipSpacesAndTabs(start)
        if position >= bytes.endIndex { return bytes.endIndex }
        if byte(position) == .carriageReturn { position += 1 }
        if byte(position) == .lineFeed { position += 1 }
        return bytes[position - 1].isLineEnding && position > start ? position : nil
    }
}
