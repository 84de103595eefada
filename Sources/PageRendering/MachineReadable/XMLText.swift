/// Writes XML 1.0 as UTF-8: a declaration and elements, everything in them escaped.
struct XMLText {
    private var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
    private var depth = 0

    var text: RenderedText { RenderedText(bytes) }

    /// An element with text alone.
    mutating func element(_ name: StaticString, _ content: String) {
        element(name, [:], content)
    }

    /// An element with attributes and text.
    mutating func element(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>, _ content: String) {
        open(name, attributes)
        append(">")
        escape(content)
        append("</")
        append(name)
        append(">\n")
    }

    /// An element with attributes alone.
    mutating func element(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) {
        open(name, attributes)
        append("/>\n")
    }

    /// An element around others.
    mutating func element(
        _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String> = [:], containing write: (inout XMLText) -> Void
    ) {
        open(name, attributes)
        append(">\n")
        depth += 1
        write(&self)
        depth -= 1
        indent()
        append("</")
        append(name)
        append(">\n")
    }

    private mutating func open(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) {
        indent()
        append("<")
        append(name)
        for (name, value) in attributes {
            append(" ")
            append(name)
            append("=\"")
            escape(value, isAttribute: true)
            append("\"")
        }
    }

    private mutating func indent() {
        bytes += repeatElement(UInt8(ascii: " "), count: 2 * depth)
    }

    private mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
    }

    /// Markup as references, and no more than that: some parsers refuse a file with very many of them. A character that XML 1.0 forbids,
    /// even as a reference, becomes U+FFFD; a carriage return is kept as a reference, and so are the line breaks and tabs of an attribute,
    /// because a parser would change them.
    private mutating func escape(_ text: String, isAttribute: Bool = false) {
        guard !text.utf8.allSatisfy(Self.isPlain) else {
            bytes += text.utf8
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": append("&amp;")
            case "<": append("&lt;")
            case ">": append("&gt;")
            case "\"" where isAttribute: append("&quot;")
            case "\r": append("&#13;")
            case "\n" where isAttribute: append("&#10;")
            case "\t" where isAttribute: append("&#9;")
            case "\n", "\t": bytes.append(UInt8(ascii: scalar))
            default: bytes += UTF8.encode(Self.isForbidden(scalar) ? "\u{FFFD}" : scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
    }

    /// Bytes that never need an escape, so that most texts are copied whole.
    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): false
        default: (0x20..<0x7F).contains(byte)
        }
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
    }
}
