/// The bytes of a JSON text under construction, and how JSON writes strings and numbers.
struct JSONBuffer {
    private(set) var bytes: [UInt8] = []
    /// Whether it stands in a `<script>` element, where markup is escaped, too.
    private let isForScript: Bool

    /// Room for a usual file, so that it need not be moved while it grows.
    private static let usualSize = 16 * 1024

    init(isForScript: Bool) {
        self.isForScript = isForScript
        bytes.reserveCapacity(Self.usualSize)
    }

    /// Takes text as it is.
    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Takes text as it is.
    mutating func append(_ text: [UInt8]) {
        bytes += text
    }

    mutating func append(_ number: Int) {
        if (0..<10).contains(number) { bytes.append(UInt8(ascii: "0") + UInt8(number)) } else { bytes += String(number).utf8 }
    }

    /// A text in quotation marks, with what JSON and HTML want escaped, and an ending that needs no escape.
    mutating func quote(_ text: String, _ ending: StaticString = "") {
        bytes.append(UInt8(ascii: "\""))
        var text = text
        text.withUTF8 { escape($0) }
        append(ending)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        if text.allSatisfy(Self.isAlwaysPlain) { return bytes.append(contentsOf: text) }
        var (plain, index) = (0, 0)
        while index < text.count {
            guard isSpecial(text[index]) else {
                index += 1
                continue
            }
            let (scalar, length) = Self.scalar(text, at: index)
            if mustEscape(scalar) {
                bytes.append(contentsOf: text[plain..<index])
                writeEscaped(scalar)
                plain = index + length
            }
            index += length
        }
        bytes.append(contentsOf: text[plain...])
    }

    /// Bytes that need no escape anywhere: most strings have no others and are copied whole.
    private static func isAlwaysPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): false
        default: (0x20..<0x7F).contains(byte)
        }
    }

    /// Bytes with which a character begins that may have to be escaped.
    private func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case 0..<0x20, UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x7F, 0xC2, 0xE2, 0xEF, 0xF0...: true
        case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"): isForScript
        default: false
        }
    }

    /// The markup of HTML in a script; control characters; the line separators, which end a line in old JavaScript; the byte order mark,
    /// which some readers drop; noncharacters, which are errors in HTML.
    private func mustEscape(_ scalar: UInt32) -> Bool {
        switch scalar {
        case 0..<0x20, 0x22, 0x5C, 0x7F...0x9F, 0x2028, 0x2029, 0xFDD0...0xFDEF, 0xFEFF: true
        case 0x26, 0x3C, 0x3E: isForScript
        default: scalar & 0xFFFE == 0xFFFE
        }
    }

    /// The character whose bytes begin at an index, and their number. The text of a string is always well-formed.
    private static func scalar(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: UInt32, length: Int) {
        let lead = UInt32(text[index])
        func bits(_ offset: Int) -> UInt32 { UInt32(text[index + offset] & 0x3F) }
        switch lead {
        case 0xF0...: return ((lead & 0x07) << 18 | bits(1) << 12 | bits(2) << 6 | bits(3), 4)
        case 0xE0...: return ((lead & 0x0F) << 12 | bits(1) << 6 | bits(2), 3)
        case 0xC0...: return ((lead & 0x1F) << 6 | bits(1), 2)
        default: return (lead, 1)
        }
    }

    private mutating func writeEscaped(_ scalar: UInt32) {
        switch scalar {
        case 0x22: append("\\\"")
        case 0x5C: append("\\\\")
        case 0x0A: append("\\n")
        case 0x0D: append("\\r")
        case 0x09: append("\\t")
        case 0x10000...:
            writeUnit(0xD7C0 + scalar >> 10)
            writeUnit(0xDC00 | scalar & 0x3FF)
        default: writeUnit(scalar)
        }
    }

    private mutating func writeUnit(_ unit: UInt32) {
        append("\\u")
        for shift in stride(from: 12, through: 0, by: -4) {
            let digit = UInt8(unit >> UInt32(shift) & 15)
            bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
        }
    }
}
