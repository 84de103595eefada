/// Finds the words of a passage, and where its sentences end, by bytes: a library of ten thousand exercises has millions of words.
struct WordScanner {
    /// Valid UTF-8.
    private let bytes: [UInt8]
    private var index = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The bytes of the next word; none when there are no more.
    mutating func nextWord() -> Range<Int>? {
        var length = 0
        while index < bytes.count {
            length = wordLength(at: index)
            if length > 0 { break }
            index += byteLength(at: index)
        }
        guard length > 0 else { return nil }
        let start = index
        while length > 0 {
            index += length
            guard index < bytes.count, bytes[index] != UInt8(ascii: " ") else { break }
            length = wordLength(at: index)
            if length == 0 { length = joinerLength(at: index) }
        }
        return start..<index
    }

    /// Where the sentence ends whose last word this is; none when it goes on.
    func sentenceEnd(after word: Range<Int>) -> Int? {
        var index = word.upperBound
        // Nearly every word: a space, and the next one.
        if index + 1 < bytes.count, bytes[index] == UInt8(ascii: " "), isASCIILetterOrDigit(bytes[index + 1]) { return nil }
        var end: Int?
        while index < bytes.count, wordLength(at: index) == 0 {
            let (scalar, length) = scalar(at: index)
            let next = index + length
            if scalar.endsSentence, end == nil, next == bytes.count || wordLength(at: next) == 0 {
                end = next
            } else if end == index, scalar.endsSentence || scalar.closes {
                end = next
            }
            index = next
        }
        guard index < bytes.count else { return end ?? bytes.count }
        guard let end, end < index, !scalar(at: index).scalar.properties.isLowercase else { return nil }
        return bytes[word.upperBound] == UInt8(ascii: ".") && isAbbreviation(word, beforeFigure: isDigit(bytes[index])) ? nil : end
    }

    /// How many bytes of a word begin here; none of what is no letter and no figure.
    @inline(__always)
    private func wordLength(at index: Int) -> Int {
        bytes[index] < 0x80 ? (isASCIILetterOrDigit(bytes[index]) ? 1 : 0) : foreignWordLength(at: index)
    }

    private func foreignWordLength(at index: Int) -> Int {
        let (scalar, length) = scalar(at: index)
        let properties = scalar.properties
        let isWord = properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark
        return isWord ? length : 0
    }

    /// How many bytes a mark has that stands inside of a word or a figure: an apostrophe, a hyphen, the points of "e.g." and "1.5", the dash
    /// of "2–3". What stands before it is part of a word.
    private func joinerLength(at index: Int) -> Int {
        let (mark, length) = scalar(at: index)
        let next = index + length
        guard mark.value < 0x80 || mark.joins, next < bytes.count, wordLength(at: next) > 0 else { return 0 }
        switch mark {
        case ",", ":", "–", "/": return isDigit(bytes[index - 1]) && isDigit(bytes[next]) ? length : 0
        default: return mark.joins ? length : 0
        }
    }

    /// Whether the point after a word belongs to it. "No." is short for number only before a figure.
    private func isAbbreviation(_ word: Range<Int>, beforeFigure: Bool) -> Bool {
        guard word.count <= 6 else { return false }
        let lower = String(decoding: bytes[word], as: UTF8.self).lowercased()
        return Self.abbreviations.contains(lower) || (lower == "no" || lower == "fig") && beforeFigure
    }

    private static let abbreviations: Set = ["dr", "mr", "mrs", "ms", "prof", "st", "vs", "e.g", "i.e", "approx"]

    private func byteLength(at index: Int) -> Int {
        switch bytes[index] {
        case ..<0x80: 1
        case ..<0xE0: 2
        case ..<0xF0: 3
        default: 4
        }
    }

    private func scalar(at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let length = byteLength(at: index)
        var value = length == 1 ? UInt32(bytes[index]) : UInt32(bytes[index]) & (0x7F >> UInt32(length))
        for byte in bytes[(index + 1)..<(index + length)] { value = value << 6 | UInt32(byte) & 0x3F }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private func isASCIILetterOrDigit(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) && byte < 0x80
    }
}

extension Unicode.Scalar {
    /// Whether it may stand inside of a word.
    fileprivate var joins: Bool {
        switch self {
        case "'", "’", "-", "\u{2010}", "\u{2011}", "\u{AD}", ".", "–": true
        default: false
        }
    }

    fileprivate var endsSentence: Bool { self == "." || self == "!" || self == "?" || self == "…" }

    fileprivate var closes: Bool {
        switch self {
        case ")", "]", "\"", "'", "”", "’": true
        default: false
        }
    }
}
