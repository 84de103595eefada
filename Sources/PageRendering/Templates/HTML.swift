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
        bytes = GrowingBytes.array(capacity: text.utf8.count) { bytes in
            var bytes = bytes
            bytes.append(escapingMarkup: text)
            return bytes
        }
    }
}
