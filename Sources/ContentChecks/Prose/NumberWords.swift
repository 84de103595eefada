/// Numbers as text writes them.
enum NumberWords {
    private static let words = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12,
        "fifteen": 15, "twenty": 20, "thirty": 30, "sixty": 60,
    ]

    private static let initials = Set("otfsent".utf8)

    /// The number that a word is; nil for other words.
    static func value(_ word: String) -> Int? {
        // No other word is looked up: most are none.
        guard let first = word.utf8.first, first <= UInt8(ascii: "9") || (word.utf8.count <= 7 && initials.contains(first)) else {
            return nil
        }
        return word.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(word) : words[word]
    }
}

/// A length of time or a number of times that text says.
struct WrittenAmount {
    let range: ClosedRange<Int>
    /// Seconds of the unit; none for a number of times.
    let secondsOfUnit: Int?
    /// Whether it is said of a day.
    let isPerDay: Bool
    /// The words, with a hedge such as "about" before them.
    let words: Range<Int>

    private static let units: [String: Int] = [
        "second": 1, "seconds": 1, "sec": 1, "secs": 1, "s": 1, "minute": 60, "minutes": 60, "min": 60, "mins": 60,
    ]
    private static let times: Set = ["times", "repetitions", "reps"]

    /// Every amount of a passage that no link says.
    static func all(in passage: Passage) -> [WrittenAmount] {
        var found: [WrittenAmount] = []
        guard mayStand(in: passage.text) else { return [] }
        let words = passage.words
        guard words.contains(where: { units[$0.lower] != nil || times.contains($0.lower) }) else { return [] }
        for sentence in passage.sentences {
            var index = sentence.lowerBound
            while index < sentence.upperBound {
                defer { index += 1 }
                guard let (low, high, next) = numbers(passage, words, index, sentence), next < sentence.upperBound,
                    !passage.isLinked(words[index])
                else { continue }
                let unit = words[next].lower
                guard units[unit] != nil || times.contains(unit) else { continue }
                let after = words[min(next + 1, sentence.upperBound)..<sentence.upperBound].prefix(2).map(\.lower)
                let isPerDay =
                    ["a day", "each day", "per day", "every day"].contains(after.joined(separator: " ")) || after.first == "daily"
                found.append(
                    WrittenAmount(
                        range: low...max(low, high), secondsOfUnit: units[unit], isPerDay: isPerDay,
                        words: hedgeStart(passage, index, sentence)..<next + 1))
                index = next
            }
        }
        return found
    }

    /// Whether a word of a text begins as a unit does; then its words are looked at. Most steps have none.
    private static func mayStand(in text: [UInt8]) -> Bool {
        text.withUnsafeBufferPointer { text in
            func has(_ letters: StaticString, at index: Int) -> Bool {
                guard index + letters.utf8CodeUnitCount <= text.count else { return false }
                return letters.withUTF8Buffer { letters in letters.indices.allSatisfy { text[index + $0] | 0x20 == letters[$0] } }
            }
            var isInWord = false
            for (index, byte) in text.enumerated() {
                let isFirst = !isInWord
                isInWord = isLetterOrDigit(byte)
                guard isFirst, isInWord else { continue }
                let isUnit =
                    switch byte | 0x20 {
                    case UInt8(ascii: "s"): has("ec", at: index + 1) || index + 1 == text.count || !isLetterOrDigit(text[index + 1])
                    case UInt8(ascii: "m"): has("in", at: index + 1)
                    case UInt8(ascii: "t"): has("imes", at: index + 1)
                    case UInt8(ascii: "r"): has("eps", at: index + 1) || has("epet", at: index + 1)
                    default: false
                    }
                if isUnit { return true }
            }
            return false
        }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }

    /// A number, or two with "to" or a dash between, and the index after them.
    private static func numbers(
        _ passage: Passage, _ words: [Passage.Word], _ index: Int, _ sentence: Range<Int>
    ) -> (Int, Int, Int)? {
        let word = words[index].lower
        if word.utf8.contains(UInt8(ascii: "-")) {
            let parts = word.split(separator: "-").compactMap { NumberWords.value(String($0)) }
            if parts.count == 2 { return (parts[0], parts[1], index + 1) }
        }
        guard let low = NumberWords.value(word) else { return nil }
        if index + 2 < sentence.upperBound, words[index + 1].lower == "to",
            let high = NumberWords.value(words[index + 2].lower)
        {
            return (low, high, index + 3)
        }
        if index + 1 < sentence.upperBound, let high = NumberWords.value(words[index + 1].lower), high > low {
            let between = passage.string(words[index].bytes.upperBound..<words[index + 1].bytes.lowerBound)
            if between.contains("–") { return (low, high, index + 2) }
        }
        return (low, low, index + 1)
    }

    private static func hedgeStart(_ passage: Passage, _ index: Int, _ sentence: Range<Int>) -> Int {
        for phrase in [["about"], ["up", "to"], ["at", "least"]] where index - phrase.count >= sentence.lowerBound {
            if passage.has(phrase, at: index - phrase.count) { return index - phrase.count }
        }
        return index
    }
}
