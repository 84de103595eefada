/// Reads quantities as authors write them: `10 s`, `10–20 s`, `about 30 s`, `at least 10 min`, `a few seconds`, `2–3`.
package enum QuantityNotation {
    /// Why a text is not a quantity; the sentences are written where the place is known.
    package enum Problem: Error, Hashable, Sendable {
        case empty
        case notAQuantity
        case missingUnit
        case unknownUnit(String)
        /// A count may not have a unit.
        case unexpectedUnit(String)
        case leadingZero(String)
        /// A range whose low end is not below its high end.
        case emptyRange(Int, Int)
        case outOfBounds(String)
    }

    /// A length of time; its unit must be written.
    package static func time(_ text: String) throws(Problem) -> TimeQuantity {
        var words = words(of: text)
        let hedge = takeHedge(from: &words)
        if words.isEmpty { throw text.allSatisfy(\.isWhitespace) ? .empty : .notAQuantity }
        if let vague = takeVague(from: &words) {
            guard hedge == .exactly else { throw .notAQuantity }
            guard let unitWord = words.first else { throw .missingUnit }
            guard words.count == 1, let quantity = TimeQuantity(vague, try unit(unitWord)) else { throw .notAQuantity }
            return quantity
        }
        let range = try takeRange(from: &words)
        guard let unitWord = words.first else { throw .missingUnit }
        let unit = try unit(unitWord)
        guard words.count == 1 else { throw .notAQuantity }
        guard let quantity = TimeQuantity(hedge, range, unit) else { throw .outOfBounds("\(range.upperBound)") }
        return quantity
    }

    /// A number of times; it has no unit, though `times` may follow.
    package static func count(_ text: String) throws(Problem) -> CountQuantity {
        var words = words(of: text)
        let hedge = takeHedge(from: &words)
        if words.isEmpty { throw text.allSatisfy(\.isWhitespace) ? .empty : .notAQuantity }
        if let vague = takeVague(from: &words) {
            if words.count == 1, words.first == "times" { words = [] }
            guard hedge == .exactly, words.isEmpty, let quantity = CountQuantity(vague, .times) else { throw .notAQuantity }
            return quantity
        }
        let range = try takeRange(from: &words)
        if words.count == 1, words.first == "times" || words.first == "time" { words = [] }
        if let word = words.first { throw .unexpectedUnit(word) }
        guard let quantity = CountQuantity(hedge, range, .times) else { throw .outOfBounds("\(range.upperBound)") }
        return quantity
    }

    /// Lower-cased words; a number and the unit that touches it are two words, and a dash between numbers is `to`.
    private static func words(of text: String) -> ArraySlice<String> {
        if let words = plainWords(of: text) { return words[...] }
        var spaced = ""
        var last: Character?
        for character in text.lowercased() {
            if let last, last.isASCIIDigit != character.isASCIIDigit, last.isASCIIDigit ? character.isLetter : character.isASCIIDigit {
                spaced.append(" ")
            }
            spaced += character == "–" || character == "-" ? " to " : String(character)
            last = character
        }
        return spaced.split(whereSeparator: \.isWhitespace).map(String.init)[...]
    }

    /// The same of a text of lower-case letters, digits, spaces and dashes, as nearly all are; nil of another.
    private static func plainWords(of text: String) -> [String]? {
        var text = text
        return text.withUTF8 { text in
            var words: [String] = []
            words.reserveCapacity(6)
            var index = 0
            while index < text.count {
                let start = index
                switch text[index] {
                case UInt8(ascii: "a")...UInt8(ascii: "z"):
                    while index < text.count, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text[index]) { index += 1 }
                case UInt8(ascii: "0")...UInt8(ascii: "9"):
                    while index < text.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[index]) { index += 1 }
                case UInt8(ascii: " "):
                    index += 1
                    continue
                case UInt8(ascii: "-"):
                    words.append("to")
                    index += 1
                    continue
                case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] == 0x93:
                    words.append("to")
                    index += 3
                    continue
                default: return nil
                }
                words.append(String(decoding: text[start..<index], as: UTF8.self))
            }
            return words
        }
    }

    private static func takeHedge(from words: inout ArraySlice<String>) -> Hedge {
        switch words.first {
        case "about"?: return take(1, from: &words, as: .about)
        case "exactly"?: return take(1, from: &words, as: .exactly)
        case "up"? where words.dropFirst().first == "to": return take(2, from: &words, as: .upTo)
        case "at"? where words.dropFirst().first == "least": return take(2, from: &words, as: .atLeast)
        default: return .exactly
        }
    }

    private static func takeVague(from words: inout ArraySlice<String>) -> VagueAmount? {
        switch words.first {
        case "several"?: return take(1, from: &words, as: .several)
        case "a"? where words.dropFirst().first == "few": return take(2, from: &words, as: .aFew)
        case "as"? where words.dropFirst().first == "needed": return take(2, from: &words, as: .asNeeded)
        default: return nil
        }
    }

    /// What some words mean that are taken away.
    private static func take<Meaning>(_ count: Int, from words: inout ArraySlice<String>, as meaning: Meaning) -> Meaning {
        words.removeFirst(count)
        return meaning
    }

    private static func takeRange(from words: inout ArraySlice<String>) throws(Problem) -> ClosedRange<Int> {
        let low = try takeFigure(from: &words)
        guard words.first == "to" else { return low...low }
        words.removeFirst()
        let high = try takeFigure(from: &words)
        guard low < high else { throw .emptyRange(low, high) }
        return low...high
    }

    private static func takeFigure(from words: inout ArraySlice<String>) throws(Problem) -> Int {
        guard let word = words.first, !word.isEmpty, word.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else {
            throw .notAQuantity
        }
        if word.utf8.count > 1, word.utf8.first == UInt8(ascii: "0") { throw .leadingZero(word) }
        guard let figure = Int(word), TimeQuantity.allowedFigures.contains(figure) else { throw .outOfBounds(word) }
        words.removeFirst()
        return figure
    }

    private static func unit(_ word: String) throws(Problem) -> TimeUnit {
        switch word {
        case "s", "sec", "secs", "second", "seconds": .second
        case "min", "mins", "minute", "minutes": .minute
        default: throw .unknownUnit(word)
        }
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
