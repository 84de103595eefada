/// Writes JSON (RFC 8259) as UTF-8.
struct JSONWriter {
    private let isIndented: Bool
    private let isForScript: Bool
    private var bytes: [UInt8] = []
    private var depth = 0

    init(isIndented: Bool, isForScript: Bool) {
        self.isIndented = isIndented
        self.isForScript = isForScript
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    /// With a line break at its end.
    var fileText: RenderedText { RenderedText(bytes + CollectionOfOne(UInt8(ascii: "\n"))) }

    /// Writes an object with one member more, a list whose values are made one after another: those of a large library need not all be there
    /// at a time.
    mutating func write<Element>(_ object: JSONValue, listing name: String, _ elements: [Element], _ value: (Element) -> JSONValue) {
        guard case .object(let members) = object else { return }
        enclose(members.map(Optional.some) + [nil], "{", "}") { writer, member in
            writer.write(member?.name ?? name)
            writer.bytes += (writer.isIndented ? ": " : ":").utf8
            if let member {
                writer.write(member.value)
            } else {
                writer.enclose(elements, "[", "]") { writer, element in writer.write(value(element)) }
            }
        }
    }

    mutating func write(_ value: JSONValue) {
        switch value {
        case .string(let text): write(text)
        case .integer(let number): bytes += String(number).utf8
        case .boolean(let flag): bytes += (flag ? "true" : "false").utf8
        case .array(let values):
            enclose(values, "[", "]") { writer, value in writer.write(value) }
        case .object(let members):
            enclose(members, "{", "}") { writer, member in
                writer.write(member.name)
                writer.bytes += (writer.isIndented ? ": " : ":").utf8
                writer.write(member.value)
            }
        }
    }

    private mutating func enclose<Part>(_ parts: [Part], _ open: String, _ close: String, _ write: (inout JSONWriter, Part) -> Void) {
        bytes += open.utf8
        depth += 1
        for (index, part) in parts.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            breakLine()
            write(&self, part)
        }
        depth -= 1
        if !parts.isEmpty { breakLine() }
        bytes += close.utf8
    }

    private mutating func breakLine() {
        guard isIndented else { return }
        bytes.append(UInt8(ascii: "\n"))
        bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth)
    }

    private mutating func write(_ text: String) {
        bytes.append(UInt8(ascii: "\""))
        let isPlain =
            text.utf8.withContiguousStorageIfAvailable { text in
                for byte in text where !Self.isPlain(byte) { return false }
                bytes.append(contentsOf: text)
                return true
            } ?? false
        if !isPlain {
            for scalar in text.unicodeScalars {
                if let byte = UInt8(exactly: scalar.value), Self.isPlain(byte) { bytes.append(byte) } else { write(scalar) }
            }
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// Bytes that never need an escape, so that most strings are copied whole.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): false
        default: (0x20..<0x7F).contains(byte)
        }
    }

    private mutating func write(_ scalar: Unicode.Scalar) {
        switch scalar {
        case "\"": bytes += #"\""#.utf8
        case "\\": bytes += #"\\"#.utf8
        case "\n": bytes += #"\n"#.utf8
        case "\r": bytes += #"\r"#.utf8
        case "\t": bytes += #"\t"#.utf8
        case "<", ">", "&":
            if isForScript { writeEscaped(scalar) } else { bytes += scalar.utf8Bytes }
        default:
            if Self.mustEscape(scalar) { writeEscaped(scalar) } else { bytes += scalar.utf8Bytes }
        }
    }

    /// Control characters; the line separators, which end a line in old JavaScript; the byte order mark, which some readers drop;
    /// noncharacters, which are errors in HTML.
    private static func mustEscape(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F...0x9F, 0x2028, 0x2029, 0xFDD0...0xFDEF, 0xFEFF: true
        default: scalar.value & 0xFFFE == 0xFFFE
        }
    }

    private mutating func writeEscaped(_ scalar: Unicode.Scalar) {
        let digits = Array("0123456789ABCDEF".utf8)
        for unit in String(scalar).utf16 {
            bytes += [UInt8(ascii: "\\"), UInt8(ascii: "u")]
            bytes += stride(from: 12, through: 0, by: -4).map { digits[Int(unit >> UInt16($0)) & 15] }
        }
    }
}

extension Unicode.Scalar {
    fileprivate var utf8Bytes: some Collection<UInt8> { UTF8.encode(self) ?? UTF8.encodedReplacementCharacter }
}
