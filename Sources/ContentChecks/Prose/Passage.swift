import CommonMark
import Diagnostics
import Exercises
import Synchronization

/// Running text of a page in one place, such as a paragraph, a step, or a field of the front matter, split into words and sentences.
///
/// A value that never changes; a class, because its text is read and its words are found when they are first asked for: the rules that
/// keep a page from being published look at those of few passages.
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
    /// Where the whole passage stands.
    let range: SourceRange
    private let source: Source
    private let read = AtomicLazyReference<ReadText>()
    private let tokens = AtomicLazyReference<Tokens>()

    /// What its text is read from.
    enum Source: Sendable {
        case inlines(Inlines)
        /// A scalar of the front matter, at its range.
        case field(String, SourceFile)
    }

    /// A text that was read; a class, so that it can be put in place once.
    private final class ReadText: Sendable {
        let text: PassageText

        init(_ text: PassageText) {
            self.text = text
        }
    }

    init(_ source: Source, kind: Kind, section: Section, range: SourceRange) {
        self.kind = kind
        self.section = section
        self.range = range
        self.source = source
    }

    private var content: PassageText {
        if let read = read.load() { return read.text }
        let content =
            switch source {
            case .inlines(let inlines): PassageText(inlines, at: range)
            case .field(let text, let file): PassageText(field: text, at: range, of: file)
            }
        return read.storeIfNil(ReadText(content)).text
    }

    var text: [UInt8] { content.bytes }
    var marks: [Mark] { content.marks }
    private var origins: [PassageText.Origin] { content.origins }

    var words: [Word] { split.words }

    /// The words of each sentence.
    var sentences: [Range<Int>] { split.sentences }

    private var split: Tokens { tokens.load() ?? tokens.storeIfNil(Tokens(text)) }

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
