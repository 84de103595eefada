/// Writes JSON (RFC 8259), each value straight into the bytes of its file, in the order in which it is said, so that the same content gives
/// the same bytes. There is no null: what is not known is left out.
struct JSONWriter: ~Copyable {
    private var text: JSONBuffer
    private let isIndented: Bool
    private var isFirst = true
    private var depth = 0

    private init(_ bytes: consuming GrowingBytes, isIndented: Bool, isForScript: Bool) {
        text = JSONBuffer(bytes, isForScript: isForScript)
        self.isIndented = isIndented
    }

    private consuming func written() -> GrowingBytes { text.written() }

    /// An object as a file of its own: indented, with a closing line break. `size` is about how many bytes it will have.
    static func file(size: Int = JSONBuffer.usualSize, _ members: (inout JSONWriter) -> Void) -> RenderedText {
        RenderedText(
            GrowingBytes.array(capacity: size) { bytes in
                var writer = JSONWriter(bytes, isIndented: true, isForScript: false)
                writer.object(members)
                writer.text.append(UInt8(ascii: "\n"))
                return writer.written()
            })
    }

    /// An object in one line, for a `<script>` element: nothing in it can end the element, open a comment or be an error of the HTML around it.
    static func script(_ members: (inout JSONWriter) -> Void) -> HTML {
        HTML(markup: line(isForScript: true, members))
    }

    /// An object in one line.
    static func line(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
        line(isForScript: false, members)
    }

    private static func line(isForScript: Bool, _ members: (inout JSONWriter) -> Void) -> [UInt8] {
        GrowingBytes.array(capacity: JSONBuffer.usualSize) { bytes in
            var writer = JSONWriter(bytes, isIndented: false, isForScript: isForScript)
            writer.object(members)
            return writer.written()
        }
    }

    /// A text as a value of its own, in quotation marks.
    static func quoted(_ value: String) -> String {
        let bytes = GrowingBytes.array(capacity: value.utf8.count + 2) { bytes in
            var text = JSONBuffer(bytes, isForScript: true)
            text.quote(value)
            return text.written()
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    // MARK: Members of an object

    /// A text, which may come in two parts; no member where there is none.
    mutating func member(_ name: StaticString, _ value: String?, _ ending: StaticString = "") {
        guard let value else { return }
        begin(name)
        text.quote(value, ending)
    }

    /// A text; no member where it is empty.
    mutating func member(_ name: StaticString, nonEmpty value: String) {
        if !value.isEmpty { member(name, value) }
    }

    /// A number; no member where there is none.
    mutating func member(_ name: StaticString, _ number: Int?) {
        guard let number else { return }
        begin(name)
        text.append(number)
    }

    mutating func member(_ name: StaticString, _ flag: Bool) {
        begin(name)
        text.append(flag ? "true" : "false")
    }

    /// A text whose name is known only when it is written.
    mutating func member(named name: String, _ value: String) {
        begin(named: name)
        text.quote(value)
    }

    /// A number whose name is known only when it is written.
    mutating func member(named name: String, _ number: Int) {
        begin(named: name)
        text.append(number)
    }

    mutating func object(_ name: StaticString, _ members: (inout JSONWriter) -> Void) {
        begin(name)
        object(members)
    }

    mutating func object(named name: String, _ members: (inout JSONWriter) -> Void) {
        begin(named: name)
        object(members)
    }

    mutating func strings(_ name: StaticString, _ values: some Sequence<String>) {
        array(name) { json in
            for value in values {
                json.begin()
                json.text.quote(value)
            }
        }
    }

    /// A list of objects, one for each value.
    mutating func objects<Values: Sequence>(
        _ name: StaticString, _ values: Values, _ members: (inout JSONWriter, Values.Element) -> Void
    ) {
        array(name) { json in
            for value in values { json.element { members(&$0, value) } }
        }
    }

    /// A list whose elements a closure writes.
    mutating func array(_ name: StaticString, _ elements: (inout JSONWriter) -> Void) {
        begin(name)
        enclose("[", "]", elements)
    }

    // MARK: Elements of a list

    mutating func element(_ members: (inout JSONWriter) -> Void) {
        begin()
        object(members)
    }

    // MARK: What stands around values

    private mutating func object(_ members: (inout JSONWriter) -> Void) {
        enclose("{", "}", members)
    }

    private mutating func enclose(_ open: Unicode.Scalar, _ close: Unicode.Scalar, _ parts: (inout JSONWriter) -> Void) {
        text.append(UInt8(ascii: open))
        depth += 1
        isFirst = true
        parts(&self)
        depth -= 1
        if !isFirst { text.append(1..<lineBreakEnd, of: Self.separator) }
        isFirst = false
        text.append(UInt8(ascii: close))
    }

    /// What stands between two parts; deeper than this nothing is indented further.
    private static let separator: StaticString = ",\n                                "

    private var lineBreakEnd: Int {
        isIndented ? min(2 + 2 * depth, Self.separator.utf8CodeUnitCount) : 1
    }

    private mutating func begin() {
        text.append((isFirst ? 1 : 0)..<lineBreakEnd, of: Self.separator)
        isFirst = false
    }

    private mutating func begin(_ name: StaticString) {
        begin()
        text.append(UInt8(ascii: "\""))
        text.append(name)
        text.append(UInt8(ascii: "\""))
        colon()
    }

    private mutating func begin(named name: String) {
        begin()
        text.quote(name)
        colon()
    }

    private mutating func colon() {
        text.append(UInt8(ascii: ":"))
        if isIndented { text.append(UInt8(ascii: " ")) }
    }
}
