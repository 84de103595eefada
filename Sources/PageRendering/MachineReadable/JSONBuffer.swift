import CommonMark

/// The bytes of a JSON text under construction, and how JSON writes strings and numbers.
struct JSONBuffer: ~Copyable {
    private var bytes: GrowingBytes
    /// Whether it stands in a `<script>` element, where markup is escaped, too.
    private let isForScript: Bool

    /// Room for a usual file, in bytes.
    static let usualSize = 16 * 1024

    /// Writes behind what has been written.
    init(_ bytes: consuming GrowingBytes, isForScript: Bool) {
        self.bytes = bytes
        self.isForScript = isForScript
    }

    consuming func written() -> GrowingBytes { bytes }

    /// Takes text as it is.
    mutating func append(_ text: StaticString) {
        bytes.append(text)
    }

    mutating func append(_ byte: UInt8) {
        bytes.append(byte)
    }

    /// Takes some of a text as it is, which must have as many bytes.
    mutating func append(_ part: Range<Int>, of text: StaticString) {
        text.withUTF8Buffer { bytes.append($0[part]) }
    }

    mutating func append(_ number: Int) {
        if (0..<10).contains(number) { bytes.append(UInt8(ascii: "0") + UInt8(number)) } else { bytes.append(String(number)) }
    }

    /// A text in quotation marks, with what JSON and HTML want escaped, and an ending that needs no escape.
    mutating func quote(_ text: String, _ ending: StaticString = "") {
        bytes.append(UInt8(ascii: "\""))
        text.withBytes { escape($0) }
        if ending.utf8CodeUnitCount > 0 { append(ending) }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        var (plain, index) = (0, indexOfSpecial(text, from: 0))
        while index < text.count {
            let (scalar, length) = Self.scalar(text, at: index)
            if mustEscape(scalar) {
                bytes.append(text[plain..<index])
                writeEscaped(scalar)
                plain = index + length
            }
            index = indexOfSpecial(text, from: index + length)
        }
        bytes.append(text[plain...])
    }

    /// Where the next character begins that may have to be escaped; most texts have none.
    private func indexOfSpecial(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        text.place(from: start, where: { isSpecial($0) }) { bytes in
            // Markup is looked for in a script only, but a little of it in other files costs less than asking which this is.
            bytes.otherThanPrintableASCII | bytes.marks(of: UInt8(ascii: "\"")) | bytes.marks(of: UInt8(ascii: "\\"))
                | bytes.marks(of: UInt8(ascii: "<")) | bytes.marks(of: UInt8(ascii: ">")) | bytes.marks(of: UInt8(ascii: "&"))
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
