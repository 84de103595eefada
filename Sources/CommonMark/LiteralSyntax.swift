/// Texts, code spans and raw HTML as they stand in the source. Each function takes the position where one would begin and returns where it
/// ends, or none when it is not there.
struct LiteralSyntax {
    let bytes: [UInt8]

    /// A code span: up to the next run of as many backticks.
    func code(at start: Int) -> Int? {
        let opening = run(of: .backtick, at: start)
        guard opening > 0 else { return nil }
        var position = start + opening
        while position < bytes.count {
            let length = run(of: .backtick, at: position)
            if length == opening { return position + length }
            position += max(1, length)
        }
        return nil
    }

    /// Where a text ends in the source, backslash escapes and character references resolved.
    func text(_ literal: String, at start: Int) -> Int? {
        var position = start
        var expected = Substring(literal).utf8
        while let next = expected.first {
            guard position < bytes.count else { return nil }
            switch bytes[position] {
            case 0:
                guard expected.starts(with: "\u{FFFD}".utf8) else { return nil }
                expected.removeFirst(3)
                position += 1
            case .backslash where position + 1 < bytes.count && bytes[position + 1].isASCIIPunctuation:
                guard bytes[position + 1] == next else { return nil }
                expected.removeFirst()
                position += 2
            case UInt8(ascii: "&"):
                let (expansion, length) = CharacterReference.decode(bytes, at: position) ?? ([UInt8(ascii: "&")], 1)
                guard expected.starts(with: expansion) else { return nil }
                expected.removeFirst(expansion.count)
                position += length
            case next:
                expected.removeFirst()
                position += 1
            default:
                return nil
            }
        }
        return position
    }

    /// Where raw HTML ends in the source; its lines may be indented differently.
    func html(_ literal: String, at start: Int) -> Int? {
        var position = start
        var expected = Substring(literal).utf8
        while let next = expected.popFirst() {
            guard position < bytes.count, bytes[position] == next || bytes[position] == 0 && next == 0xEF else { return nil }
            if bytes[position] == 0 { expected.removeFirst(2) }
            position += 1
            if next == .lineFeed {
                while position < bytes.count, bytes[position].isSpaceOrTab { position += 1 }
                while expected.first?.isSpaceOrTab == true { expected.removeFirst() }
            }
        }
        return position
    }

    private func run(of byte: UInt8, at start: Int) -> Int {
        bytes[start...].prefix { $0 == byte }.count
    }
}
