/// Texts, code spans and raw HTML as they stand in the source. Each function takes the position where one would begin and returns where it
/// ends, or none when it is not there.
struct LiteralSyntax {
    let bytes: ArraySlice<UInt8>

    /// A code span: up to the next run of as many backticks.
    func code(at start: Int) -> Int? {
        let opening = run(of: .backtick, at: start)
        guard opening > 0 else { return nil }
        var position = start + opening
        while position < bytes.endIndex {
            let length = run(of: .backtick, at: position)
            if length == opening { return position + length }
            position += max(1, length)
        }
        return nil
    }

    /// Text, its backslash escapes and character references resolved.
    func text(_ literal: Node.Text, at start: Int) -> Int? {
        if bytes.holds(literal, at: start), !literal.contains(where: { $0 == .backslash || $0 == UInt8(ascii: "&") }) {
            return start + literal.count
        }
        var position = start
        var matched = 0
        while matched < literal.count {
            guard position < bytes.endIndex else { return nil }
            switch bytes[position] {
            case 0:
                guard literal[matched...].starts(with: "\u{FFFD}".utf8) else { return nil }
                matched += 3
                position += 1
            case .backslash where position + 1 < bytes.endIndex && bytes[position + 1].isASCIIPunctuation:
                guard bytes[position + 1] == literal[matched] else { return nil }
                matched += 1
                position += 2
            case UInt8(ascii: "&"):
                let (expansion, length) = CharacterReference.decode(bytes, at: position) ?? ([UInt8(ascii: "&")], 1)
                guard literal[matched...].starts(with: expansion) else { return nil }
                matched += expansion.count
                position += length
            case literal[matched]:
                matched += 1
                position += 1
            default:
                return nil
            }
        }
        return position
    }

    /// Raw HTML, whose lines may be indented differently in the source; libcmark makes every line ending a line feed.
    func html(_ literal: Node.Text, at start: Int) -> Int? {
        var position = start
        var expected = literal[...]
        while let next = expected.popFirst() {
            guard position < bytes.endIndex else { return nil }
            if next == .lineFeed {
                guard bytes[position].isLineEnding else { return nil }
                while position < bytes.endIndex, bytes[position].isWhitespace { position += 1 }
                while expected.first?.isWhitespace == true { expected.removeFirst() }
            } else if bytes[position] == 0, next == 0xEF {
                expected.removeFirst(2)
                position += 1
            } else {
                guard bytes[position] == next else { return nil }
                position += 1
            }
        }
        return position
    }

    private func run(of byte: UInt8, at start: Int) -> Int {
        bytes[start...].prefix { $0 == byte }.count
    }
}
