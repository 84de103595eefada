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

    /// Markup as references. A character that XML 1.0 forbids, even as a reference, becomes U+FFFD; a carriage return is kept as a
    /// reference, and so are the line breaks and tabs of an attribute, because a parser would change them.
    private static func escaped(_ text: String, isAttribute: Bool = false) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;".unicodeScalars
            case "<": escaped += "&lt;".unicodeScalars
            case ">": escaped += "&gt;".unicodeScalars
            case "\"": escaped += "&quot;".unicodeScalars
            case "\r": escaped += "&#13;".unicodeScalars
            case "\n", "\t":
                if isAttribute { escaped += "&#\(scalar.value);".unicodeScalars } else { escaped.append(scalar) }
            default: escaped.append(isForbidden(scalar) ? "\u{FFFD}" : scalar)
            }
        }
        return String(escaped)
    }

    private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF
    }
}
