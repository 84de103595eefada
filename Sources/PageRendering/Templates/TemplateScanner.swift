import Diagnostics

/// One tag of a template, with places.
struct TemplateTag: Sendable {
    enum Kind: Hashable, Sendable {
        case variable
        case rawVariable
        case section
        case invertedSection
        case close
        case partial
        case parent
        case block
        case comment
        /// Set delimiters, pragmas.
        case unsupported
    }

    let kind: Kind
    /// From the first brace to the last.
    let range: SourceRange
    /// What stands between the braces and the sign, without blanks.
    let content: TemplateName.Part
}

/// Finds the tags of a template.
struct TemplateScanner {
    private let bytes: [UInt8]
    private var position = 0

    /// A tag without its closing braces; the range is that of the opening ones.
    struct Unclosed: Error {
        let range: SourceRange
        let expected: String
    }

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    /// The next tag; none at the end of the text.
    mutating func next() throws(Unclosed) -> TemplateTag? {
        guard let start = find("{{", from: position) else { return nil }
        let sign = start + 2 < bytes.count ? bytes[start + 2] : 0
        let kind: TemplateTag.Kind
        switch sign {
        case UInt8(ascii: "{"), UInt8(ascii: "&"): kind = .rawVariable
        case UInt8(ascii: "#"): kind = .section
        case UInt8(ascii: "^"): kind = .invertedSection
        case UInt8(ascii: "/"): kind = .close
        case UInt8(ascii: ">"): kind = .partial
        case UInt8(ascii: "<"): kind = .parent
        case UInt8(ascii: "$"): kind = .block
        case UInt8(ascii: "!"): kind = .comment
        case UInt8(ascii: "="), UInt8(ascii: "%"): kind = .unsupported
        default: kind = .variable
        }
        let closing = sign == UInt8(ascii: "{") ? "}}}" : "}}"
        let contentStart = start + (kind == .variable ? 2 : 3)
        guard let end = find(closing, from: contentStart) else {
            throw Unclosed(range: SourceRange(start, min(contentStart, bytes.count)), expected: closing)
        }
        position = end + closing.utf8.count
        return TemplateTag(kind: kind, range: SourceRange(start, position), content: trimmed(contentStart, end))
    }

    private func find(_ text: String, from start: Int) -> Int? {
        find(Array(text.utf8), from: start)
    }

    private func find(_ needle: [UInt8], from start: Int) -> Int? {
        guard start + needle.count <= bytes.count else { return nil }
        return (start...(bytes.count - needle.count)).first {
            bytes[$0] == needle[0] && bytes[$0..<($0 + needle.count)].elementsEqual(needle)
        }
    }

    private func trimmed(_ start: Int, _ end: Int) -> TemplateName.Part {
        let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
        var (start, end) = (start, end)
        while start < end, blanks.contains(bytes[start]) { start += 1 }
        while end > start, blanks.contains(bytes[end - 1]) { end -= 1 }
        return TemplateName.Part(text: String(decoding: bytes[start..<end], as: UTF8.self), range: SourceRange(start, end))
    }
}
