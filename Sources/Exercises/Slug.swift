/// The name of a file, a page and an address: lower-case letters, digits and single hyphens, such as `cat-camel`.
package struct Slug: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let text: String

    /// None unless the text is one or more runs of `a–z` and `0–9` joined by single hyphens, 80 characters at most.
    package init?(_ text: String) {
        var text = text
        guard text.withUTF8({ Self.isSlug($0) }) else { return nil }
        self.text = text
    }

    /// The same of a part of a text.
    package init?(_ text: Substring) {
        guard Self.isSlug(text.utf8) else { return nil }
        self.text = String(text)
    }

    private static func isSlug(_ text: some Collection<UInt8>) -> Bool {
        var last = UInt8(ascii: "-")
        for byte in text {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): break
            case UInt8(ascii: "-") where last != UInt8(ascii: "-"): break
            default: return false
            }
            last = byte
        }
        return last != UInt8(ascii: "-") && text.count <= 80
    }

    package var description: String { text }

    package static func < (left: Slug, right: Slug) -> Bool { left.text < right.text }
}
