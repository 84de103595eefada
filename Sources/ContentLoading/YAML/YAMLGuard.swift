import CommonMark
import Diagnostics

/// Looks over YAML text before it is parsed, for what a parser must never be given: aliases, which can explode, tags, which can change
/// what a value is, nesting deep enough to exhaust the stack, and line breaks that only YAML sees. It follows libyaml's scanner closely
/// enough to know where a quoted, a plain and a block scalar end: in a scalar that it took for longer than it is, an alias could hide.
struct YAMLGuard {
    /// Collections inside collections; the content format needs five.
    static let deepestNesting = 32

    /// The first such thing in a part of the file.
    static func problem(in file: SourceFile, _ bytes: ArraySlice<UInt8>) -> Diagnostic? {
        var scanner = YAMLGuard(bytes: bytes)
        guard let found = scanner.scan() else { return nil }
        let place = SourceRange(found.start, found.end)
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

    /// The YAML text, at its place in the file.
    private let bytes: ArraySlice<UInt8>
    private let end: Int
    private var position: Int
    private var lineStart: Int
    private var state = State.start
    private var flowDepth = 0
    /// The columns of the block collections that are open.
    private var columns: [Int] = []
    /// The column of the last node, which is a key when a colon follows.
    private var nodeColumn = 0

    private init(bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        end = bytes.endIndex
        position = bytes.startIndex
        lineStart = position
    }

    private mutating func scan() -> Found? {
        while position < end {
            if flowDepth == 0, let found = scanIndentation() { return found }
            if let found = scanLine() { return found }
        }
        return invisibleLineBreak()
    }

    /// A carriage return alone, NEL, LS or PS: libyaml ends a line and a comment there.
    private func invisibleLineBreak() -> Found? {
        let found = [UInt8(ascii: "\r"), 0xC2, 0xE2].compactMap(invisibleLineBreak(beginningWith:))
        return found.min { $0.start < $1.start }
    }

    private func invisibleLineBreak(beginningWith first: UInt8) -> Found? {
        var index = bytes.place(of: first, from: bytes.startIndex)
        while index < end {
            switch first {
            case 0xC2: if index + 1 < end, bytes[index + 1] == 0x85 { return (.lineBreak, index, index + 2) }
            case 0xE2:
                if index + 2 < end, bytes[index + 1] == 0x80, bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9 {
                    return (.lineBreak, index, index + 3)
                }
            default: if index + 1 < end, bytes[index + 1] != UInt8(ascii: "\n") { return (.lineBreak, index, index + 1) }
            }
            index = bytes.place(of: first, from: index + 1)
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
        guard position < end, bytes[position] != UInt8(ascii: "\n"), bytes[position] != UInt8(ascii: "\r") else { return nil }
        if state == .plain, position - lineStart > columns.last ?? -1 { return nil }
        state = .start
        while let last = columns.last, last > position - lineStart { columns.removeLast() }
        while position < end {
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
        while position < end {
            if state != .start { skipText() }
            guard position < end else { return nil }
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
        if state != .plain { return true }
        switch bytes[position + 1] {
        case UInt8(ascii: ","), UInt8(ascii: "?"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): return true
        default: return false
        }
    }

    /// Whether `---` or `...` stands here, which ends a document.
    private func isMarker(_ byte: UInt8) -> Bool {
        guard bytes[position] == byte, position + 3 <= end else { return false }
        return bytes[position + 1] == byte && bytes[position + 2] == byte && isBlank(position + 3)
    }

    private func isBlank(_ index: Int) -> Bool {
        guard index >= bytes.startIndex, index < end else { return true }
        switch bytes[index] {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): return true
        default: return false
        }
    }

    private func wordEnd() -> Int {
        var index = position + 1
        while !isBlank(index), bytes[index] != UInt8(ascii: ","), bytes[index] != UInt8(ascii: "]"), bytes[index] != UInt8(ascii: "}") {
            index += 1
        }
        return index
    }

    /// Goes on to the next byte that can end a scalar or a line.
    private mutating func skipText() {
        position = bytes[position...].withUnsafeBufferPointer { [isInFlow = flowDepth > 0, position] rest in
            rest.place(from: 0) { byte in
                switch byte {
                case UInt8(ascii: "\n"), UInt8(ascii: "#"), UInt8(ascii: ":"): true
                case UInt8(ascii: ","), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"): isInFlow
                default: false
                }
            } marks: { bytes in
                isInFlow
                    ? .max : bytes.marks(of: UInt8(ascii: "\n")) | bytes.marks(of: UInt8(ascii: "#")) | bytes.marks(of: UInt8(ascii: ":"))
            } + position
        }
    }

    private mutating func skipSpaces() {
        while position < end, bytes[position] == UInt8(ascii: " ") { position += 1 }
    }

    private mutating func skipLine() {
        position = bytes.place(of: UInt8(ascii: "\n"), from: position)
    }

    private mutating func skipQuoted(_ quote: UInt8) {
        position += 1
        while position < end {
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
        while position < end {
            let next = position + 1
            var start = next
            while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
            if start < end, bytes[start] != UInt8(ascii: "\n"), bytes[start] != UInt8(ascii: "\r") {
                let least = indentation ?? max(parent + 1, start - next, 1)
                indentation = least
                if start - next < least { return }
            }
            position = next
            skipLine()
        }
    }
}
