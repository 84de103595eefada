import CommonMark
import Diagnostics

/// Reads a part of a file as YAML into raw values with ranges.
struct YAMLReading {
    let file: SourceFile
    /// The YAML text, at its place in the file.
    let bytes: ArraySlice<UInt8>
    private var offsets: ScalarOffsets
    /// The first key that is no scalar; said only of a text that is YAML to its end.
    private var complexKey: SourceRange?

    /// The top mapping of the YAML text in `range`; an empty text is an empty mapping.
    static func mapping(in file: SourceFile, _ range: SourceRange) -> Result<YAMLValue, Diagnostic> {
        mapping(in: file, range, of: Array(file.text.utf8))
    }

    /// The same of a file whose bytes are at hand.
    static func mapping(in file: SourceFile, _ range: SourceRange, of bytes: [UInt8]) -> Result<YAMLValue, Diagnostic> {
        let bytes = bytes[range.lowerBound..<max(range.lowerBound, min(range.upperBound, bytes.count))]
        if let problem = YAMLGuard.problem(in: file, bytes) { return .failure(problem) }
        var reading = YAMLReading(file: file, bytes: bytes)
        return Result { () throws(Diagnostic) in
            try YAMLParser.read(bytes) { (parser) throws(Diagnostic) in try reading.mapping(parser) }
        }
    }

    private init(file: SourceFile, bytes: ArraySlice<UInt8>) {
        self.file = file
        self.bytes = bytes
        offsets = ScalarOffsets(bytes)
    }

    private mutating func mapping(_ parser: borrowing YAMLParser) throws(Diagnostic) -> YAMLValue {
        _ = try next(parser)
        if case .streamEnd = try next(parser).kind { return YAMLValue(kind: .mapping([]), range: SourceRange(at: bytes.startIndex)) }
        let value = try value(try next(parser), parser)
        _ = try next(parser)
        let rest = try next(parser)
        guard case .streamEnd = rest.kind else {
            throw diagnostic(
                for: YAMLProblem(
                    message: "but found another document", place: .scalar(rest.start),
                    context: ("expected a single document in the stream", 0)))
        }
        if let complexKey { throw Diagnostic("yaml-complex-key", "a key must be a single word", in: file, complexKey) }
        guard case .mapping = value.kind else {
            throw Diagnostic(
                "yaml-not-a-mapping", "here stands \(value.name), where keys with values belong", in: file, value.range,
                notes: ["expected lines such as `title: Bridge`"])
        }
        return value
    }

    private mutating func next(_ parser: borrowing YAMLParser) throws(Diagnostic) -> YAMLEvent {
        do throws(YAMLProblem) {
            return try parser.next()
        } catch {
            throw diagnostic(for: error)
        }
    }

    /// The value that begins with an event. `YAMLGuard` keeps the recursion shallow.
    private mutating func value(_ event: YAMLEvent, _ parser: borrowing YAMLParser) throws(Diagnostic) -> YAMLValue {
        let start = offsets.offset(ofScalar: event.start)
        switch event.kind {
        case .scalar(let text, let style):
            return YAMLValue(kind: .scalar(text, isPlain: style == .plain), range: SourceRange(start, end(of: text, style, from: start)))
        case .sequenceStart:
            var items: [YAMLValue] = []
            while let event = try item(parser) { items.append(try value(event, parser)) }
            return YAMLValue(kind: .sequence(items), range: SourceRange(start, items.last?.range.upperBound ?? start + 2))
        case .mappingStart:
            var entries: [YAMLEntry] = []
            while let event = try item(parser) {
                let key = try value(event, parser)
                let value = try value(try next(parser), parser)
                if case .scalar(let name, _) = key.kind {
                    entries.append(YAMLEntry(key: name, keyRange: key.range, value: value))
                } else {
                    complexKey = complexKey ?? key.range
                }
            }
            try reportDuplicates(in: entries)
            return YAMLValue(kind: .mapping(entries), range: SourceRange(start, entries.last?.value.range.upperBound ?? start + 2))
        case .alias, .collectionEnd, .frame, .streamEnd:
            throw Diagnostic("yaml-alias", "anchors and aliases are not allowed here", in: file, SourceRange(at: start))
        }
    }

    /// The event with which the next item of a collection begins; none at its end.
    private mutating func item(_ parser: borrowing YAMLParser) throws(Diagnostic) -> YAMLEvent? {
        let event = try next(parser)
        if case .collectionEnd = event.kind { return nil }
        return event
    }

    /// Where a scalar ends: a plain one reaches as far as its text, or as its first line, a quoted one to its closing quote.
    private func end(of text: String, _ style: YAMLScalarStyle, from start: Int) -> Int {
        switch style {
        case .quoted:
            guard start < bytes.endIndex else { return start }
            let quote = bytes[start]
            var end = start + 1
            while end < bytes.endIndex {
                let byte = bytes[end]
                end += 1
                if byte == quote || byte == UInt8(ascii: "\n") { break }
                if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\""), end < bytes.endIndex { end += 1 }
            }
            return end
        case .plain:
            var text = text
            if text.withUTF8({ bytes.holds($0, at: start) }) { return start + text.utf8.count }
            return bytes.place(of: UInt8(ascii: "\n"), from: start)
        case .block: return start + 1
        }
    }

    /// As other readers of YAML have it, two keys are the same when people see no difference.
    private mutating func reportDuplicates(in entries: [YAMLEntry]) throws(Diagnostic) {
        if entries.count < 2 || entries.count <= 32 && entries.haveDifferentASCIIKeys { return }
        var places: [String: Int] = [:]
        var twice: Int?
        for (place, entry) in entries.enumerated() {
            guard let first = places[entry.key] else {
                places[entry.key] = place
                continue
            }
            if twice.map({ entries[first].key < entries[$0].key }) ?? true { twice = first }
        }
        if let twice { throw duplicateKey(entries[twice]) }
    }

    // MARK: Problems

    private mutating func diagnostic(for problem: YAMLProblem) -> Diagnostic {
        let isKey = problem.message.contains("could not find expected ':'")
        var notes: [String] = []
        var place: Int
        switch problem.place {
        case .scalar(let scalar): place = offsets.offset(ofScalar: scalar)
        case .byte(let byte): place = min(bytes.startIndex + byte, bytes.endIndex)
        }
        if let (text, scalar) = problem.context {
            let start = offsets.offset(ofScalar: scalar)
            // A key without its colon is found only where the next token stands; what must be mended is the key.
            if isKey { place = start } else { notes = ["\(text) that begins on line \(file.position(of: start).line)"] }
        }
        let isTab = place < bytes.endIndex && bytes[place] == UInt8(ascii: "\t")
        let fix = isTab ? Fix("indent with spaces, not with tabs") : fix(for: problem.message)
        return Diagnostic(
            "yaml-syntax", "this is not YAML: \(problem.message)", in: file, SourceRange(at: place), notes: isTab ? [] : notes, fix: fix)
    }
}
