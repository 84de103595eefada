import Diagnostics

/// Looks over YAML text before it is parsed, for what a parser must never be given: aliases, which can explode, tags, which can change
/// what a value is, nesting deep enough to exhaust the stack, and line breaks that only YAML sees. It follows libyaml's scanner closely
/// enough to know where a quoted, a plain and a block scalar end: in a scalar that it took for longer than it is, an alias could hide.
struct YAMLGuard {
    /// Collections inside collections; the content format needs five.
    static let deepestNesting = 32

    /// The first such thing in `range` of the file.
    static func problem(in file: SourceFile, _ range: SourceRange) -> Diagnostic? {
        let part = file.text.utf8.prefix(range.upperBound).dropFirst(range.lowerBound)
        var scanner = YAMLGuard(bytes: part.withContiguousStorageIfAvailable(Array.init) ?? Array(part))
        guard let found = scanner.scan() else { return nil }
        let place = SourceRange(range.lowerBound + found.start, range.lowerBound + found.end)
        switch found.finding {
        case .alias:
            return Diagnostic(
                "yaml-alias", "anchors and aliases are not allowed here", in: file, place,
                fix: Fix("write the value out, or put it in quotes if it is text"))
        case .tag:
            return Diagnostic(
                "yaml-tag", "tags are not allowed here", in: file, place, fix: Fix("remove it, or put the value in quotes if it is text"))
        case .nesting:
            return Diagnostic("yaml-nesting", "this is nested more than \(deepestNesting) levels deep", in: file, place)
        case .complexKey:
            return Diagnostic("yaml-complex-key", "a key must be a single word", in: file, place)
        case .lineBreak:
            return Diagnostic(
                "yaml-line-break", "here stands an invisible line break that editors do not show and YAML obeys", in: file, place,
                notes: ["expected lines that end in a line feed"], fix: Fix("delete it, or put an ordinary line break in its place"))
        }
    }

    private enum Finding { case alias, tag, nesting, complexKey, lineBreak }
    private typealias Found = (finding: Finding, start: Int, end: Int)

    /// What the scanner stands in: before a node, in a plain scalar, or after a node that has ended.
    private enum State { case start, plain, done }

    private let bytes: [UInt8]
    private var position = 0
    private var lineStart = 0
    private var state = State.start
    private var flowDepth = 0
    /// The columns of the block collections that are open.
    private var columns: [Int] = []
    /// The column of the last node, which is a key when a colon follows.
    private var nodeColumn = 0

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func scan() -> Found? {
        let invisible = invisibleLineBreak()
        while position < bytes.count {
            if flowDepth == 0, let found = scanIndentation() { return found }
            if let found = scanLine() { return found }
        }
        return invisible
    }

    /// A carriage return alone, NEL, LS or PS: libyaml ends a line and a comment there.
    private func invisibleLineBreak() -> Found? {
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: "\r") where index + 1 < bytes.count && bytes[index + 1] != UInt8(ascii: "\n"):
                return (.lineBreak, index, index + 1)
            case 0xC2 where bytes[index...].starts(with: [0xC2, 0x85]): return (.lineBreak, index, index + 2)
            case 0xE2 where bytes[index...].starts(with: [0xE2, 0x80, 0xA8]) || bytes[index...].starts(with: [0xE2, 0x80, 0xA9]):
                return (.lineBreak, index, index + 3)
            default: break
            }
        }
        return nil
    }

    /// Leading spaces and `- ` indicators of a line; each of them opens a level. A line that goes on with a plain scalar has none.
    private mutating func scanIndentation() -> Found? {
        lineStart = position
        if isMarker(UInt8(ascii: "-")) || isMarker(UInt8(ascii: ".")) {
            position += 3
            (state, columns) = (.start, [])
            return nil
        }
        skipSpaces()
        guard position < bytes.count, bytes[position] != UInt8(ascii: "\n"), bytes[position] != UInt8(ascii: "\r") else { return nil }
        if state == .plain, position - lineStart > columns.last ?? -1 { return nil }
        state = .start
        while let last = columns.last, last > position - lineStart { columns.removeLast() }
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "-"), isBlank(position + 1) {
                if let found = open(column: position - lineStart) { return found }
                position += 1
                skipSpaces()
            } else if bytes[position] == UInt8(ascii: "?"), isBlank(position + 1) {
                return (.complexKey, position, position + 1)
            } else {
                break
            }
        }
        return nil
    }

    /// The rest of a line; a quoted scalar or a flow collection may take it on to later lines.
    private mutating func scanLine() -> Found? {
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\n"):
                position += 1
                return nil
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
                position += 1
                continue
            case UInt8(ascii: "#") where state != .plain || isBlank(position - 1):
                skipLine()
                if state == .plain { state = .done }
                continue
            case UInt8(ascii: ":") where isValueIndicator():
                if state == .start { nodeColumn = position - lineStart }
                if flowDepth == 0, let found = open(column: nodeColumn) { return found }
                position += 1
                state = .start
                continue
            case UInt8(ascii: ",") where flowDepth > 0:
                position += 1
                state = .start
                continue
            case UInt8(ascii: "]") where flowDepth > 0, UInt8(ascii: "}") where flowDepth > 0:
                flowDepth -= 1
                position += 1
                state = .done
                continue
            case UInt8(ascii: "[") where state == .start || flowDepth > 0, UInt8(ascii: "{") where state == .start || flowDepth > 0:
                if flowDepth == 0 { nodeColumn = position - lineStart }
                flowDepth += 1
                if flowDepth > Self.deepestNesting { return (.nesting, position, position + 1) }
                position += 1
                state = .start
                continue
            default: break
            }
            if state == .start {
                if let found = startNode(byte) { return found }
            } else {
                position += 1
            }
        }
        return nil
    }

    /// The first byte of a scalar, with the rest of a quoted one or a block scalar.
    private mutating func startNode(_ byte: UInt8) -> Found? {
        nodeColumn = position - lineStart
        state = .done
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): skipQuoted(byte)
        case UInt8(ascii: "&") where !isBlank(position + 1), UInt8(ascii: "*") where !isBlank(position + 1):
            return (.alias, position, wordEnd())
        case UInt8(ascii: "!"): return (.tag, position, wordEnd())
        case UInt8(ascii: "?") where flowDepth > 0: return (.complexKey, position, position + 1)
        case UInt8(ascii: "|") where flowDepth == 0, UInt8(ascii: ">") where flowDepth == 0: skipBlockScalar()
        default:
            state = .plain
            position += 1
        }
        return nil
    }

    /// Opens a block collection at a column, unless it is open.
    private mutating func open(column: Int) -> Found? {
        guard column > columns.last ?? -1 else { return nil }
        columns.append(column)
        guard columns.count > Self.deepestNesting else { return nil }
        // A key over several lines began on an earlier one.
        let place = min(lineStart + column, position)
        return (.nesting, place, place + 1)
    }

    /// Whether the colon here ends a key. In a flow collection it may stand close to its value, but not within a plain scalar.
    private func isValueIndicator() -> Bool {
        if isBlank(position + 1) { return true }
        guard flowDepth > 0 else { return false }
        return state != .plain || ",?[]{}".utf8.contains(bytes[position + 1])
    }

    /// Whether `---` or `...` stands here, which ends a document.
    private func isMarker(_ byte: UInt8) -> Bool {
        position + 3 <= bytes.count && bytes[position..<position + 3].allSatisfy { $0 == byte } && isBlank(position + 3)
    }

    private func isBlank(_ index: Int) -> Bool {
        index < 0 || index >= bytes.count || " \t\n\r".utf8.contains(bytes[index])
    }

    private func wordEnd() -> Int {
        var end = position + 1
        while !isBlank(end), bytes[end] != UInt8(ascii: ","), bytes[end] != UInt8(ascii: "]"), bytes[end] != UInt8(ascii: "}") { end += 1 }
        return end
    }

    private mutating func skipSpaces() {
        while position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
    }

    private mutating func skipLine() {
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") { position += 1 }
    }

    private mutating func skipQuoted(_ quote: UInt8) {
        position += 1
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                position += 2
            } else if bytes[position] == quote {
                position += 1
                return
            } else {
                position += 1
            }
        }
    }

    /// Skips the lines after `|` or `>` that are blank or indented at least as deep as the first of them, and deeper than the collection.
    private mutating func skipBlockScalar() {
        let headerStart = position
        skipLine()
        let header = bytes[headerStart..<position].prefix { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "#") }
        let parent = columns.last ?? -1
        let digit = header.first { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
        var indentation = digit.map { max(parent, 0) + Int($0 - UInt8(ascii: "0")) }
        while position < bytes.count {
            let next = position + 1
            var end = next
            while end < bytes.count, bytes[end] == UInt8(ascii: " ") { end += 1 }
            if end < bytes.count, bytes[end] != UInt8(ascii: "\n"), bytes[end] != UInt8(ascii: "\r") {
                let least = indentation ?? max(parent + 1, end - next, 1)
                indentation = least
                if end - next < least { return }
            }
            position = next
            skipLine()
        }
    }
}
