/// The words and sentences of a text, found by bytes: a library of ten thousand exercises has millions of words.
final class Tokens: Sendable {
    let words: [Passage.Word]
    /// The words of each sentence.
    let sentences: [Range<Int>]

    init(_ text: [UInt8]) {
        (words, sentences) = Self.split(text)
    }

    /// Whether a text has a word at all.
    static func haveWord(_ text: ArraySlice<UInt8>) -> Bool {
        if text.contains(where: isLetterOrDigit) { return true }
        let text = Array(text)
        return text.indices.contains { wordByteLength(text, $0, isInside: false) != nil }
    }

    private static func split(_ text: [UInt8]) -> (words: [Passage.Word], sentences: [Range<Int>]) {
        var words: [Passage.Word] = []
        words.reserveCapacity(text.count / 6)
        var sentences: [Range<Int>] = []
        var sentenceStart = 0
        var index = 0
        while index < text.count {
            if let length = wordByteLength(text, index, isInside: false) {
                let start = index
                index += length
                while index < text.count, let length = wordByteLength(text, index, isInside: true) { index += length }
                words.append(word(text, start..<index))
            } else {
                let byte = text[index]
                index += 1
                guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?") else { continue }
                if sentenceStart < words.count, endsSentence(text, index, byte, words.last?.lower ?? "") {
                    sentences.append(sentenceStart..<words.count)
                    sentenceStart = words.count
                }
            }
        }
        if sentenceStart < words.count { sentences.append(sentenceStart..<words.count) }
        return (words, sentences)
    }

    /// How many bytes of a word begin here; nil where none do. An apostrophe, a hyphen or a decimal point belongs to a word inside it.
    private static func wordByteLength(_ text: [UInt8], _ index: Int, isInside: Bool) -> Int? {
        let byte = text[index]
        if byte < 0x80 {
            if isLetterOrDigit(byte) { return 1 }
            guard isInside, index + 1 < text.count else { return nil }
            switch byte {
            case UInt8(ascii: "'"), UInt8(ascii: "-"): return isWordByte(text, index + 1) ? 1 : nil
            case UInt8(ascii: "."): return isDigit(text[index - 1]) && isDigit(text[index + 1]) ? 1 : nil
            default: return nil
            }
        }
        // The closing quote that is also an apostrophe.
        if byte == 0xE2, index + 2 < text.count, text[index + 1] == 0x80 {
            guard text[index + 2] == 0x99, isInside, index + 3 < text.count, isLetterOrDigit(text[index + 3]) else { return nil }
            return 3
        }
        return isWordByte(text, index) ? 1 : nil
    }

    private static func isWordByte(_ text: [UInt8], _ index: Int) -> Bool {
        let byte = text[index]
        if byte < 0x80 { return isLetterOrDigit(byte) }
        // Punctuation and signs of Latin-1, of the block of general punctuation, and the multiplication sign.
        if byte == 0xC2 || byte == 0xE2 { return false }
        if byte == 0xC3, index + 1 < text.count, text[index + 1] == 0x97 { return false }
        if byte < 0xC0, index > 0, text[index - 1] == 0xC2 || text[index - 1] == 0xE2 { return false }
        if byte < 0xC0, index > 1, text[index - 2] == 0xE2 { return false }
        if byte == 0x97, index > 0, text[index - 1] == 0xC3 { return false }
        return true
    }

    private static func word(_ text: [UInt8], _ range: Range<Int>) -> Passage.Word {
        var (capitals, letters) = (0, 0)
        var isASCII = true
        // Most words are so short that such a string needs no memory of its own.
        let folded = String(unsafeUninitializedCapacity: range.count) { lower in
            var (index, count) = (range.lowerBound, 0)
            while index < range.upperBound {
                var byte = text[index]
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"):
                    capitals += 1
                    letters += 1
                    byte |= 0x20
                case UInt8(ascii: "a")...UInt8(ascii: "z"): letters += 1
                case 0xE2 where index + 2 < range.upperBound:
                    byte = UInt8(ascii: "'")
                    index += 2
                case 0x80...: isASCII = false
                default: break
                }
                lower[count] = byte
                index += 1
                count += 1
            }
            return count
        }
        return Passage.Word(
            lower: isASCII ? folded : folded.lowercased(), bytes: range, isCapitals: capitals > 1 && capitals == letters && isASCII,
            isCapitalised: (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(text[range.lowerBound]))
    }

    /// Whether a mark after a word ends the sentence: a capital, a figure or nothing comes next, and the word is no abbreviation.
    private static func endsSentence(_ text: [UInt8], _ index: Int, _ mark: UInt8, _ word: String) -> Bool {
        if mark == UInt8(ascii: "."), abbreviations.contains(word) { return false }
        var index = index
        var sawSpace = false
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") {
                sawSpace = true
            } else if isLetterOrDigit(byte) || byte >= 0xC3 && byte != 0xE2 {
                return sawSpace && !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
            }
            index += 1
        }
        return true
    }

    private static let abbreviations: Set = ["dr", "mr", "mrs", "ms", "st", "vs", "e.g", "i.e", "g", "e", "i", "approx", "no"]

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
