/// The text of a file in UTF-8, as it goes to the disk: a large site has hundreds of megabytes of them, too much to copy them again and again.
package struct RenderedText: Hashable, Sendable {
    package let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    package var string: String { String(decoding: bytes, as: UTF8.self) }
}
