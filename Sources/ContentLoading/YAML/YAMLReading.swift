import Diagnostics
import Yams

/// Reads a part of a file as YAML into raw values with ranges.
struct YAMLReading {
    private let file: SourceFile
    private let range: SourceRange
    /// The text in `range`.
    private let bytes: [UInt8]
    /// The Unicode scalars of the YAML text with which its lines begin, as libyaml counts lines.
    private let lineStarts: [Int]
    /// The offset of each Unicode scalar of the YAML text; none where all have one byte. A place is found in a list, because a line may
    /// be as long as the file and hold as many values.
    private let scalarOffsets: [Int]

    /// The top mapping of the YAML text in `range`; an empty text is an empty mapping.
    static func mapping(in file: SourceFile, _ range: SourceRange) -> Result<YAMLValue, Diagnostic> {
        if let problem = YAMLGuard.problem(in: file, range) { return .failure(problem) }
        return YAMLReading(file: file, range: range).mapping()
    }

    private init(file: SourceFile, range: SourceRange) {
        self.file = file
        self.range = range
        let part = file.text.utf8.prefix(range.upperBound).dropFirst(range.lowerBound)
        let text = Substring(part)
        bytes = part.withContiguousStorageIfAvailable(Array.init) ?? Array(part)
        let isASCII = bytes.allSatisfy { $0 < 0x80 }
        lineStarts = isASCII ? Self.lineStarts(inASCII: bytes) : Self.lineStarts(in: text)
        var offset = range.lowerBound
        scalarOffsets =
            isASCII
            ? []
            : text.unicodeScalars.map { scalar in
                defer { offset += UTF8.width(scalar) }
                return offset
            }
    }

    private func mapping() -> Result<YAMLValue, Diagnostic> {
        let text = String(decoding: bytes, as: UTF8.self)
        do {
            // Without rules for numbers and dates, which would be tried on every key; and without looking for an encoding in the environment.
            guard let node = try Yams.compose(yaml: text, .basic, .default, .utf8) else {
                return .success(YAMLValue(kind: .mapping([]), range: SourceRange(at: range.lowerBound)))
            }
            let value = try value(of: node)
            guard case .mapping = value.kind else {
                return .failure(
                    Diagnostic(
                        "yaml-not-a-mapping", "here stands \(value.name), where keys with values belong", in: file, value.range,
                        notes: ["expected lines such as `title: Bridge`"]))
            }
            return .success(value)
        } catch let problem as Diagnostic {
            return .failure(problem)
        } catch let error as YamlError {
            return .failure(diagnostic(for: error))
        } catch {
            return .failure(Diagnostic("yaml-syntax", "this is not YAML: \(error)", in: file, SourceRange(at: range.lowerBound)))
        }
    }

    private func value(of node: Node) throws(Diagnostic) -> YAMLValue {
        let start = offset(of: node.mark)
        switch node {
        case .scalar(let scalar):
            let isPlain = scalar.style == .plain || scalar.style == .any
            return YAMLValue(
                kind: .scalar(scalar.string, isPlain: isPlain), range: SourceRange(start, end(of: scalar, from: start)))
        case .sequence(let sequence):
            var items: [YAMLValue] = []
            for node in sequence { items.append(try value(of: node)) }
            return YAMLValue(kind: .sequence(items), range: SourceRange(start, items.last?.range.upperBound ?? start + 2))
        case .mapping(let mapping):
            var entries: [YAMLEntry] = []
            for (key, node) in mapping {
                let key = try value(of: key)
                guard case .scalar(let name, _) = key.kind else {
                    throw Diagnostic("yaml-complex-key", "a key must be a single word", in: file, key.range)
                }
                entries.append(YAMLEntry(key: name, keyRange: key.range, value: try value(of: node)))
            }
            return YAMLValue(kind: .mapping(entries), range: SourceRange(start, entries.last?.value.range.upperBound ?? start + 2))
        case .alias:
            throw Diagnostic("yaml-alias", "anchors and aliases are not allowed here", in: file, SourceRange(at: start))
        }
    }

    /// Yams gives only where a scalar starts: a plain one reaches as far as its text, a quoted one to its closing quote.
    private func end(of scalar: Node.Scalar, from start: Int) -> Int {
        let rest = bytes.dropFirst(start - range.lowerBound)
        switch scalar.style {
        case .singleQuoted, .doubleQuoted:
            guard let quote = rest.first else { return start }
            var end = start + 1
            var isEscaped = false
            for byte in rest.dropFirst() {
                end += 1
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                    isEscaped = true
                } else if byte == quote || byte == UInt8(ascii: "\n") {
                    break
                }
            }
            return end
        case .plain, .any:
            let count = scalar.string.utf8.count
            if rest.prefix(count).elementsEqual(scalar.string.utf8) { return start + count }
            return start + (rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 - rest.startIndex } ?? rest.count)
        case .literal, .folded:
            return start + 1
        }
    }

    private func offset(of mark: Mark?) -> Int {
        guard let mark, lineStarts.indices.contains(mark.line - 1) else { return range.upperBound }
        let scalar = lineStarts[mark.line - 1] + max(0, mark.column - 1)
        if scalarOffsets.isEmpty { return min(range.upperBound, range.lowerBound + scalar) }
        return scalarOffsets.indices.contains(scalar) ? scalarOffsets[scalar] : range.upperBound
    }

    /// libyaml ends a line at CR, LF, CR LF, NEL, LS and PS.
    private static func lineStarts(in text: Substring) -> [Int] {
        var starts = [0]
        var last: Unicode.Scalar?
        for (index, scalar) in text.unicodeScalars.enumerated() {
            switch scalar {
            case "\n" where last == "\r": starts[starts.count - 1] = index + 1
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": starts.append(index + 1)
            default: break
            }
            last = scalar
        }
        return starts
    }

    private static func lineStarts(inASCII text: [UInt8]) -> [Int] {
        var starts = [0]
        var last: UInt8?
        for (index, byte) in text.enumerated() {
            switch byte {
            case UInt8(ascii: "\n") where last == UInt8(ascii: "\r"): starts[starts.count - 1] = index + 1
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): starts.append(index + 1)
            default: break
            }
            last = byte
        }
        return starts
    }

    private func diagnostic(for error: YamlError) -> Diagnostic {
        switch error {
        case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
            .composer(let context, let problem, let mark, _):
            // A key without its colon is found only where the next token stands; what must be mended is the key.
            let isKey = problem.contains("could not find expected ':'")
            let place = SourceRange(at: offset(of: isKey ? context?.mark ?? mark : mark))
            let notes = isKey ? [] : context.map { ["\($0.text) that begins on line \(file.position(of: offset(of: $0.mark)).line)"] } ?? []
            let isTab = file.text.utf8.dropFirst(place.lowerBound).first == UInt8(ascii: "\t")
            let fix = isTab ? Fix("indent with spaces, not with tabs") : fix(for: problem)
            return Diagnostic("yaml-syntax", "this is not YAML: \(problem)", in: file, place, notes: isTab ? [] : notes, fix: fix)
        case .reader(let problem, let offset, _, _):
            // Yams counts characters here, from the start of its text.
            let text = Substring(file.text.utf8.prefix(range.upperBound).dropFirst(range.lowerBound))
            let place = range.lowerBound + text.prefix(offset ?? 0).utf8.count
            return Diagnostic("yaml-syntax", "this is not YAML: \(problem)", in: file, SourceRange(at: place))
        case .duplicatedKeysInMapping(let duplicates, let context):
            let key = duplicates.first ?? ""
            let first = SourceRange(offset(of: context.mark), offset(of: context.mark) + key.utf8.count)
            let line = file.position(of: first.lowerBound).line
            return Diagnostic(
                "duplicate-key", "the key `\(key)` stands twice", in: file, secondOccurrence(of: key, after: first) ?? first,
                notes: ["the first one is on line \(line)"], fix: Fix("keep one of them"))
        default:
            return Diagnostic("yaml-syntax", "this is not YAML: \(error)", in: file, SourceRange(at: range.lowerBound))
        }
    }

    private func fix(for problem: String) -> Fix? {
        switch problem {
        case _ where problem.contains("mapping values are not allowed"): Fix("put text that contains a colon and a space in quotes")
        case _ where problem.contains("could not find expected ':'"):
            Fix("write `key: value`, with an ordinary space after the colon, or indent the line if it goes on with the one above")
        case _ where problem.contains("cannot start any token"): Fix("put the text in quotes")
        case _ where problem.contains("expected <block end>"): Fix("check the indentation, and put text with special characters in quotes")
        default: nil
        }
    }

    /// The next place where the key stands as one, in quotes or not.
    private func secondOccurrence(of key: String, after first: SourceRange) -> SourceRange? {
        let bytes = Array(file.text.utf8.prefix(range.upperBound))
        let key = Array(key.utf8)
        guard !key.isEmpty else { return nil }
        for start in first.upperBound..<max(first.upperBound, bytes.count) where bytes[start...].starts(with: key) {
            guard start > 0, " \n{,\"'".utf8.contains(bytes[start - 1]) else { continue }
            let rest = bytes[(start + key.count)...].drop { " \"'".utf8.contains($0) }
            if rest.first == UInt8(ascii: ":") { return SourceRange(start, start + key.count) }
        }
        return nil
    }
}
