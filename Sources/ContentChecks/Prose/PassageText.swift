import CommonMark
import Diagnostics
import Exercises

/// The text of a passage while it is put together, with the way back to the file.
struct PassageText: Sendable {
    /// Where a run of the text comes from.
    struct Origin: Sendable {
        let start: Int
        let source: SourceRange
        /// Whether the file has the same bytes there, so that each has its own place.
        let isExact: Bool
    }

    private(set) var bytes: [UInt8] = []
    private(set) var origins: [Origin] = []
    private(set) var marks: [Passage.Mark] = []

    /// A scalar of the front matter; its range holds quotes where there are some.
    init(field text: String, at range: SourceRange, of file: SourceFile) {
        let excess = range.upperBound - range.lowerBound - text.utf8.count
        let inner = excess == 2 ? SourceRange(range.lowerBound + 1, range.upperBound - 1) : range
        let isExact = (excess == 0 || excess == 2) && file.text(in: inner) == text
        origins = [Origin(start: 0, source: inner, isExact: isExact)]
        bytes = Array(text.utf8)
    }

    /// Inlines without their images.
    init(_ inlines: Inlines, at range: SourceRange) {
        bytes.reserveCapacity(range.upperBound - range.lowerBound)
        append(inlines)
    }

    private mutating func append(_ inlines: Inlines) {
        for inline in inlines {
            let start = bytes.count
            switch inline.type {
            case .text, .code:
                inline.append(textTo: &bytes)
                let range = inline.range
                let isExact = range.upperBound - range.lowerBound == bytes.count - start
                origins.append(Origin(start: start, source: range, isExact: isExact))
            case .softBreak, .lineBreak:
                bytes.append(UInt8(ascii: " "))
                origins.append(Origin(start: start, source: inline.range, isExact: false))
            case .html, .image: break
            case .strong: append(inline.children)
            case .emphasis:
                append(inline.children)
                marks.append(Passage.Mark(kind: .emphasis, bytes: start..<bytes.count))
            case .link:
                append(inline.children)
                marks.append(Passage.Mark(kind: .link(inline.reference), bytes: start..<bytes.count))
            }
        }
    }
}
