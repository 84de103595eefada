/// Writes XML 1.0 as text: a declaration and elements, everything in them escaped.
struct XMLText {
    private(set) var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    private var depth = 0

    /// An element with text alone.
    mutating func element(_ name: String, _ content: String) {
        element(name, [:], content)
    }

    /// An element with attributes and text.
    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String?>, _ content: String) {
        text += "\(indentation)<\(name)\(Self.list(attributes))>\(Self.escaped(content))</\(name)>\n"
    }

    /// An element with attributes alone.
    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
        text += "\(indentation)<\(name)\(Self.list(attributes))/>\n"
    }

    /// An element around others.
    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], containing write: (inout XMLText) -> Void) {
        text += "\(indentation)<\(name)\(Self.list(attributes))>\n"
        depth += 1
        write(&self)
        depth -= 1
        text += "\(indentation)</\(name)>\n"
    }

    private var indentation: String { String(repeating: "  ", count: depth) }

    private static func list(_ attributes: KeyValuePairs<String, String?>) -> String {
        attributes.map { name, value in value.map { " \(name)=\"\(escaped($0, isAttribute: true))\"" } ?? "" }.joined()
    }

    /// Markup as references, and no more than that: some parsers refuse a file with very many of them. A character that XML 1.0 forbids, even as a reference, becomes U+FFFD; a carriage return is kept as a
    /// reference, and so are the line breaks and tabs of an attribute, because a parser would change them.
    private static func escaped(_ text: String, isAttribute: Bool = false) -> String {
        guard !text.utf8.allSatisfy(isPlain) else { return text }
        // Bytes, because appending to a view of scalars copies the whole text each time.
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": bytes += "&amp;".utf8
            case "<": bytes += "&lt;".utf8
            case ">": bytes += "&gt;".utf8
            case "\"" where isAttribute: bytes += "&quot;".utf8
            case "\r": bytes += "&#13;".utf8
            case "\n" where isAttribute, "\t" where isAttribute: bytes += "&#\(scalar.value);".utf8
            case "\n", "\t": bytes.append(UInt8(ascii: scalar))
            default: bytes += UTF8.encode(isForbidden(scalar) ? "\u{FFFD}" : scalar) ?? UTF8.encodedReplacementCharacter
            }
        }
        return String(decoding: bytes, as: UTF8.self)
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
