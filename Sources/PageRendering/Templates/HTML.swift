/// A piece of HTML that is safe to place in a page as it stands: markup of Limber's own, or text that has been escaped.
///
/// As bytes, as it goes into a page: a string would be checked and copied on the way in and on the way out.
package struct HTML: Hashable, Sendable {
    let bytes: [UInt8]

    package static let empty = HTML(markup: [])

    package var markup: String { String(decoding: bytes, as: UTF8.self) }

    /// Takes markup as it is; only for markup that Limber itself has made.
    package init(markup: String) {
        bytes = Array(markup.utf8)
    }

    /// Takes markup as it is; only for markup that Limber itself has made.
    init(markup bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Text in which nothing is markup, for an element's content or a quoted attribute.
    package init(text: String) {
        var bytes: [UInt8] = []
        bytes.append(escapingMarkup: text)
        self.bytes = bytes
    }
}

extension [UInt8] {
    /// Adds text in which nothing is markup, for an element's content or a quoted attribute.
    ///
    /// Escapes by bytes, not by `Character`s: a quotation mark with a combining accent is one `Character`, unequal to a quotation mark,
    /// yet a browser ends the attribute there. A NUL becomes U+FFFD, which is what a browser reads anyway.
    mutating func append(escapingMarkup text: String) {
        append(text) { byte in
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            case UInt8(ascii: "\""): "&quot;"
            case UInt8(ascii: "'"): "&#39;"
            case 0: "\u{FFFD}"
            default: nil
            }
        }
    }
}
