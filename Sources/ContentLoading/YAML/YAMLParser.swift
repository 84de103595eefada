import CLibYAML

/// libyaml's parser over one text: its events, one after the other.
///
/// It points into the text, so it is handed only to the closure of `read` and must not be kept.
struct YAMLParser: ~Copyable {
    private let state: UnsafeMutablePointer<yaml_parser_t>

    /// Hands a parser of UTF-8 text to a closure.
    static func read<Value, Failure: Error>(
        _ text: ArraySlice<UInt8>, _ body: (borrowing YAMLParser) throws(Failure) -> Value
    ) throws(Failure) -> Value {
        try text.withUnsafeBufferPointer { (text) throws(Failure) in try body(YAMLParser(text)) }
    }

    private init(_ text: UnsafeBufferPointer<UInt8>) {
        state = UnsafeMutablePointer.allocate(capacity: 1)
        state.initialize(to: yaml_parser_t())
        yaml_parser_initialize(state)
        yaml_parser_set_encoding(state, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(state, text.baseAddress, text.count)
    }

    deinit {
        yaml_parser_delete(state)
        state.deallocate()
    }

    /// The next event; none after the last one.
    borrowing func next() throws(YAMLProblem) -> YAMLEvent {
        var event = yaml_event_t()
        guard yaml_parser_parse(state, &event) == 1 else { throw YAMLProblem(state.pointee) }
        defer { yaml_event_delete(&event) }
        let start = event.start_mark.index
        switch event.type {
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            return YAMLEvent(kind: .scalar(text, YAMLScalarStyle(scalar.style)), start: start)
        case YAML_ALIAS_EVENT: return YAMLEvent(kind: .alias, start: start)
        case YAML_SEQUENCE_START_EVENT: return YAMLEvent(kind: .sequenceStart, start: start)
        case YAML_MAPPING_START_EVENT: return YAMLEvent(kind: .mappingStart, start: start)
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: return YAMLEvent(kind: .collectionEnd, start: start)
        case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return YAMLEvent(kind: .streamEnd, start: start)
        default: return YAMLEvent(kind: .frame, start: start)
        }
    }
}

/// One step through a YAML text.
struct YAMLEvent {
    enum Kind {
        case scalar(String, YAMLScalarStyle)
        case sequenceStart
        case mappingStart
        /// The end of a sequence or of a mapping.
        case collectionEnd
        case alias
        /// The start of the stream, or the start or the end of a document.
        case frame
        case streamEnd
    }

    let kind: Kind
    /// Where it starts, in Unicode scalars.
    let start: Int
}

/// How a scalar is written.
enum YAMLScalarStyle {
    case plain
    case quoted
    /// With `|` or `>`.
    case block

    fileprivate init(_ style: yaml_scalar_style_t) {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE, YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .quoted
        case YAML_LITERAL_SCALAR_STYLE, YAML_FOLDED_SCALAR_STYLE: self = .block
        default: self = .plain
        }
    }
}

/// Why a text is not YAML, in libyaml's words.
struct YAMLProblem: Error {
    /// A place of the text.
    enum Place {
        /// In Unicode scalars, as libyaml counts those that it has decoded.
        case scalar(Int)
        /// In bytes, where libyaml cannot take a character.
        case byte(Int)
    }

    let message: String
    let place: Place
    /// What libyaml was reading, and where that begins, in Unicode scalars.
    var context: (text: String, start: Int)?
}

extension YAMLProblem {
    fileprivate init(_ parser: yaml_parser_t) {
        message = parser.problem.map { String(cString: $0) } ?? "Memory error"
        place = parser.error == YAML_READER_ERROR ? .byte(parser.problem_offset) : .scalar(parser.problem_mark.index)
        context = parser.context.map { (String(cString: $0), parser.context_mark.index) }
    }
}
