import CommonMark
import Diagnostics
import Exercises
import Synchronization

/// Running text of a page in one place, such as a paragraph, a step, or a field of the front matter, split into words and sentences.
///
/// A value that never changes; a class, because its words are found when they are first asked for: the rules that keep a page from being
/// published look at those of few passages.
final class Passage: Sendable {
    enum Kind: Hashable, Sendable {
        case paragraph
        case heading(level: Int)
        /// What an image says of its picture; the pose where it shows one.
        case alternativeText(pose: String?)
        /// A field of the front matter, by its path.
        case field(String)
    }

    /// In which part of the page.
    enum Section: Hashable, Sendable {
        case frontMatter
        /// The text before the first heading of an exercise, and the whole text of other pages.
        case body
        case getReady
        /// A step by its place among the steps, from 0.
        case step(Int)
        case breathing
        case variations
        case takeCare
    }

    /// One word as it is written, without the marks around it.
    struct Word: Sendable {
        /// In lower case, with a straight apostrophe.
        let lower: String
        /// The bytes of the passage's text.
        let bytes: Range<Int>
        /// Whether all of its letters are capitals, and it has two at least.
        let isCapitals: Bool
        let isCapitalised: Bool
    }

    /// Words that are a link, or emphasised.
    struct Mark: Sendable {
        enum Kind: Hashable, Sendable {
            case link(Reference?)
            case emphasis
        }

        let kind: Kind
        let bytes: Range<Int>
    }

    let kind: Kind
    let section: Section
    let text: [UInt8]
    let marks: [Mark]
    /// Where the whole passage stands.
    let range: SourceRange
    private let origins: [PassageText.Origin]
    private let tokens = AtomicLazyReference<Tokens>()

    init(_ content: PassageText, kind: Kind, section: Section, range: SourceRange) {
        self.kind = kind
        self.section = section
        self.range = range
        text = content.bytes
        marks = content.marks
        origins = content.origins
    }

    var words: [Word] { split.words }

    /// The words of each sentence.
    var sentences: [Range<Int>] { split.sentences }

    private var split: Tokens { tokens.load() ?? tokens.storeIfNil(Tokens(text)) }

    /// Whether there is a word in it at all.
    var hasWords: Bool { Tokens.haveWord(text) }

    /// Whether some letters stand in it one after another, in lower case or as capitals, inside a word or as one: most passages can be passed
    /// over without knowing their words.
    func mayHold(_ letters: StaticString) -> Bool {
        letters.withUTF8Buffer { letters in
            guard let first = letters.first, text.count >= letters.count else { return false }
            return text.withUnsafeBufferPointer { text in
                for start in 0...(text.count - letters.count) where text[start] | 0x20 == first {
                    var offset = 1
                    while offset < letters.count, text[start + offset] | 0x20 == letters[offset] { offset += 1 }
                    if offset == letters.count { return true }
                }
                return false
            }
        }
    }

    /// The text of some bytes.
    func string(_ bytes: Range<Int>) -> String { String(decoding: text[bytes], as: UTF8.self) }

    var isAlternativeText: Bool { if case .alternativeText = kind { true } else { false } }

    var isHeading: Bool { if case .heading = kind { true } else { false } }

    var string: String { String(decoding: text, as: UTF8.self) }

    /// The text of some words, as it is written.
    func string(words range: Range<Int>) -> String {
        range.isEmpty ? "" : string(words[range.lowerBound].bytes.lowerBound..<words[range.upperBound - 1].bytes.upperBound)
    }

    /// Where some bytes stand in the file; where that is not known exactly, the whole place that holds them.
    func source(_ bytes: Range<Int>) -> SourceRange {
        guard let first = origins.last(where: { $0.start <= bytes.lowerBound }),
            let last = origins.last(where: { $0.start < max(bytes.upperBound, 1) })
        else { return range }
        let start = first.isExact ? first.source.lowerBound + bytes.lowerBound - first.start : first.source.lowerBound
        let end = last.isExact ? last.source.lowerBound + bytes.upperBound - last.start : last.source.upperBound
        return SourceRange(start, end)
    }

    func source(words range: Range<Int>) -> SourceRange {
        range.isEmpty
            ? self.range : source(words[range.lowerBound].bytes.lowerBound..<words[range.upperBound - 1].bytes.upperBound)
    }

    /// The same range, only where the file has exactly these bytes there, so that they can be replaced.
    func exactSource(_ bytes: Range<Int>) -> SourceRange? {
        guard let origin = origins.last(where: { $0.start <= bytes.lowerBound }), origin.isExact,
            bytes.upperBound - origin.start <= origin.source.upperBound - origin.source.lowerBound
        else { return nil }
        return source(bytes)
    }

    /// Whether a word stands in a link that names a figure of the dose, a source or a page.
    func isLinked(_ word: Word) -> Bool {
        marks.contains { mark in
            if case .link = mark.kind { mark.bytes.contains(word.bytes.lowerBound) } else { false }
        }
    }

    func startsWithDigit(_ word: Word) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[word.bytes.lowerBound])
    }

    /// Whether the words from `index` on are these.
    func has(_ phrase: [String], at index: Int) -> Bool {
        guard index + phrase.count <= words.count else { return false }
        for offset in phrase.indices where words[index + offset].lower != phrase[offset] { return false }
        return true
    }

    /// Whether a sentence says no: then what it names is warned of.
    func isNegated(_ sentence: Range<Int>, before index: Int) -> Bool {
        words[sentence.lowerBound..<min(index, sentence.upperBound)].contains { Self.negations.contains($0.lower) }
    }

    private static let negations: Set = [
        "not", "no", "never", "don't", "doesn't", "without", "nobody", "nothing", "cannot", "can't", "avoid", "stop", "need", "neither",
    ]
}

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

    init() {}

    /// A scalar of the front matter; its range holds quotes where there are some.
    init(field text: String, at range: SourceRange, of file: SourceFile) {
        let excess = range.upperBound - range.lowerBound - text.utf8.count
        let inner = excess == 2 ? SourceRange(range.lowerBound + 1, range.upperBound - 1) : range
        append(text, inner, isExact: (excess == 0 || excess == 2) && file.text(in: inner) == text)
    }

    mutating func append(_ text: String, _ source: SourceRange, isExact: Bool? = nil) {
        let exact = isExact ?? (source.upperBound - source.lowerBound == text.utf8.count)
        origins.append(Origin(start: bytes.count, source: source, isExact: exact))
        bytes += text.utf8
    }

    /// Adds inlines; images go to `images` instead.
    mutating func append(_ inlines: [Inline], images: inout [(link: Link, inlines: [Inline], range: SourceRange)]) {
        for inline in inlines {
            switch inline.kind {
            case .text(let text), .code(let text): append(text, inline.range)
            case .softBreak, .lineBreak: append(" ", inline.range, isExact: false)
            case .html: break
            case .strong(let children): append(children, images: &images)
            case .emphasis(let children):
                let start = bytes.count
                append(children, images: &images)
                marks.append(Passage.Mark(kind: .emphasis, bytes: start..<bytes.count))
            case .link(let link, let children):
                let start = bytes.count
                append(children, images: &images)
                let reference = try? Reference(destination: link.destination)
                marks.append(Passage.Mark(kind: .link(reference), bytes: start..<bytes.count))
            case .image(let link, let children): images.append((link, children, inline.range))
            }
        }
    }
}
