/// Where in HTML a place of a template is, followed byte by byte: escaping makes text safe in content and in quoted attributes only.
struct MarkupPlace {
    enum Kind: Hashable {
        case content
        /// Inside a tag, outside of quotation marks.
        case tag
        case attribute(quote: UInt8)
        case comment
        /// In an element whose content is not markup.
        case script
        case style
    }

    private(set) var kind = Kind.content
    /// The tag that is open or was opened last, in lower case, from its name on.
    private(set) var tag = ""

    private static let quotes: Set<UInt8> = [UInt8(ascii: "\""), UInt8(ascii: "'")]

    /// Goes over a piece of text that stands between two template tags.
    mutating func advance(over bytes: ArraySlice<UInt8>) {
        var position = bytes.startIndex
        while position < bytes.endIndex {
            position += step(bytes[position...])
        }
    }

    /// Reads what comes next and says how many bytes that were.
    private mutating func step(_ rest: ArraySlice<UInt8>) -> Int {
        guard let byte = rest.first else { return 1 }
        switch kind {
        case .content:
            if rest.starts(with: "<!--".utf8) {
                kind = .comment
                return 4
            }
            if byte == UInt8(ascii: "<"), let next = rest.dropFirst().first, Self.beginsTag(next) {
                kind = .tag
                tag = ""
            }
        case .tag:
            if Self.quotes.contains(byte) {
                kind = .attribute(quote: byte)
            } else if byte == UInt8(ascii: ">") {
                kind = isOpening("script") ? .script : isOpening("style") ? .style : .content
                return 1
            }
            note(byte)
        case .attribute(let quote):
            if byte == quote { kind = .tag }
            note(byte)
        case .comment:
            if rest.starts(with: "-->".utf8) {
                kind = .content
                return 3
            }
        case .script, .style:
            if rest.starts(with: "</".utf8) {
                kind = .tag
                tag = ""
            }
        }
        return 1
    }

    private mutating func note(_ byte: UInt8) {
        tag.unicodeScalars.append(Unicode.Scalar((0x41...0x5A).contains(byte) ? byte | 0x20 : byte))
    }

    private func isOpening(_ name: String) -> Bool {
        tag == name || tag.hasPrefix(name + " ") || tag.hasPrefix(name + "\n")
    }

    private static func beginsTag(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "!")
    }

    /// Why a value must not be shown here; none where it is safe.
    func objection(isRaw: Bool) -> String? {
        switch (kind, isRaw) {
        case (.content, _), (.attribute, false), (.comment, _): nil
        case (.attribute, true), (.tag, true): "markup has no place inside a tag"
        case (.tag, false): "a value in a tag must stand between quotation marks"
        case (.script, true) where ["application/ld+json", "application/json"].contains(where: tag.contains): nil
        case (.script, _), (.style, _): "values have no place in a script or a style sheet"
        }
    }
}
