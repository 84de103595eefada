import Diagnostics

/// Looks over YAML text before it is parsed, for what a parser must never be given: aliases, which can explode, tags, which can change
/// what a value is, and nesting deep enough to exhaust the stack.
struct YAMLGuard {
    /// Collections inside collections; the content format needs five.
    static let deepestNesting = 32

    /// The first such thing in `range` of the file.
    static func problem(in file: SourceFile, _ range: SourceRange) -> Diagnostic? {
        var scanner = YAMLGuard(bytes: Array(file.text.utf8.prefix(range.upperBound).dropFirst(range.lowerBound)))
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
        }
    }

    private enum Finding { case alias, tag, nesting, complexKey }

    private let bytes: [UInt8]
    private var flowDepth = 0
    private var position = 0

    private init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    private mutating func scan() -> (finding: Finding, start: Int, end: Int)? {
        while position < bytes.count {
            if flowDepth == 0, let found = scanIndentation() { return found }
            if let found = scanLine() { return found }
        }
        return nil
    }

    /// Leading spaces and `- ` indicators of a line; each of them opens a level.
    private mutating func scanIndentation() -> (finding: Finding, start: Int, end: Int)? {
        let start = position
        var dashes = 0
        while position < bytes.count {
            if bytes[position] == UInt8(ascii: " ") {
                position += 1
            } else if bytes[position] == UInt8(ascii: "-"), isBlank(position + 1) {
                position += 1
                dashes += 1
            } else if bytes[position] == UInt8(ascii: "?"), isBlank(position + 1) {
                return (.complexKey, position, position + 1)
            } else {
                break
            }
        }
        return dashes > Self.deepestNesting || position - start > 40 * Self.deepestNesting ? (.nesting, start, position) : nil
    }

    /// The rest of a line; a quoted scalar or a flow collection may take it on to later lines.
    private mutating func scanLine() -> (finding: Finding, start: Int, end: Int)? {
        var startsNode = true
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\n"):
                position += 1
                return nil
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
                position += 1
                continue
            case UInt8(ascii: "#") where position == 0 || isBlank(position - 1):
                skipLine()
                continue
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                if startsNode { skipQuoted(byte) } else { position += 1 }
                startsNode = false
                continue
            case UInt8(ascii: "&"), UInt8(ascii: "*"):
                if startsNode, !isBlank(position + 1) { return (.alias, position, wordEnd()) }
            case UInt8(ascii: "!"):
                if startsNode { return (.tag, position, wordEnd()) }
            case UInt8(ascii: "|"), UInt8(ascii: ">"):
                if startsNode, flowDepth == 0 {
                    skipBlockScalar()
                    return nil
                }
            case UInt8(ascii: "["), UInt8(ascii: "{"):
                if startsNode || flowDepth > 0 {
                    flowDepth += 1
                    if flowDepth > Self.deepestNesting { return (.nesting, position, position + 1) }
                    position += 1
                    startsNode = true
                    continue
                }
            case UInt8(ascii: "]"), UInt8(ascii: "}"):
                flowDepth = max(0, flowDepth - 1)
            case UInt8(ascii: ",") where flowDepth > 0:
                position += 1
                startsNode = true
                continue
            case UInt8(ascii: ":") where isBlank(position + 1) || flowDepth > 0:
                position += 1
                startsNode = true
                continue
            default: break
            }
            startsNode = false
            position += 1
        }
        return nil
    }

    private func isBlank(_ index: Int) -> Bool {
        index >= bytes.count || [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(bytes[index])
    }

    private func wordEnd() -> Int {
        var end = position + 1
        while !isBlank(end), bytes[end] != UInt8(ascii: ","), bytes[end] != UInt8(ascii: "]"), bytes[end] != UInt8(ascii: "}") { end += 1 }
        return end
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

    /// Skips the lines after `|` or `>` that are blank or indented deeper than the line that holds the indicator.
    private mutating func skipBlockScalar() {
        var lineStart = position
        while lineStart > 0, bytes[lineStart - 1] != UInt8(ascii: "\n") { lineStart -= 1 }
        let parent = indentation(from: lineStart)
        skipLine()
        while position < bytes.count {
            let next = position + 1
            let indent = indentation(from: next)
            let isEmptyLine = next + indent >= bytes.count || isBlank(next + indent)
            guard isEmptyLine || indent > parent else {
                position = next
                return
            }
            position = next
            skipLine()
        }
    }

    private func indentation(from start: Int) -> Int {
        var count = 0
        while start + count < bytes.count, bytes[start + count] == UInt8(ascii: " ") { count += 1 }
        return count
    }
}
