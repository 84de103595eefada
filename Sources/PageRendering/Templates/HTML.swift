/// A piece of HTML that is safe to place in a page as it stands: markup of Limber's own, or text that has been escaped.
package struct HTML: Hashable, Sendable {
    package let markup: String

    /// Takes markup as it is; only for markup that Limber itself has made.
    package init(markup: String) {
        self.markup = markup
    }

    /// Text in which nothing is markup, for an element's content or a quoted attribute.
    package init(text: String) {
        markup = Self.escaped(text)
    }

    /// JSON for a `<script>` data block. In JSON a `<` can only stand in a string, where the escape means the same: so nothing in it can
    /// close the element or open a comment.
    package init(jsonScript json: String) {
        markup = json.utf8.contains(UInt8(ascii: "<")) ? json.replacing("<", with: "\\u003C") : json
    }

    /// Escapes by bytes, not by `Character`s: a quotation mark with a combining accent is one `Character`, unequal to a quotation mark,
    /// yet a browser ends the attribute there. A NUL becomes U+FFFD, which is what a browser reads anyway.
    private static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: isSpecial) else { return text }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 32)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes += "&amp;".utf8
            case UInt8(ascii: "<"): bytes += "&lt;".utf8
            case UInt8(ascii: ">"): bytes += "&gt;".utf8
            case UInt8(ascii: "\""): bytes += "&quot;".utf8
            case UInt8(ascii: "'"): bytes += "&#39;".utf8
            case 0: bytes += "\u{FFFD}".utf8
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"), 0: true
        default: false
        }
    }
}
