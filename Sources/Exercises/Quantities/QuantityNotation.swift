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
            if words == ["times"] { words = [] }
            guard hedge == .exactly, words.isEmpty, let quantity = CountQuantity(vague, .times) else { throw .notAQuantity }
            return quantity
        }
        let range = try takeRange(from: &words)
        if words == ["times"] || words == ["time"] { words = [] }
        if let word = words.first { throw .unexpectedUnit(word) }
        guard let quantity = CountQuantity(hedge, range, .times) else { throw .outOfBounds("\(range.upperBound)") }
        return quantity
    }

    /// Lower-cased words; a number and the unit that touches it are two words, and a dash between numbers is `to`.
    private static func words(of text: String) -> [String] {
        var spaced = ""
        var last: Character?
        for character in text.lowercased() {
            if let last, last.isASCIIDigit != character.isASCIIDigit, last.isASCIIDigit ? character.isLetter : character.isASCIIDigit {
                spaced.append(" ")
            }
            spaced += character == "–" || character == "-" ? " to " : String(character)
            last = character
        }
        return spaced.split(whereSeparator: \.isWhitespace).map(String.init)
    }

    private static func takeHedge(from words: inout [String]) -> Hedge {
        let spellings: [([String], Hedge)] = [
            (["about"], .about), (["up", "to"], .upTo), (["at", "least"], .atLeast), (["exactly"], .exactly),
        ]
        for (spelling, hedge) in spellings where words.starts(with: spelling) {
            words.removeFirst(spelling.count)
            return hedge
        }
        return .exactly
    }

    private static func takeVague(from words: inout [String]) -> VagueAmount? {
        let spellings: [([String], VagueAmount)] = [(["a", "few"], .aFew), (["several"], .several), (["as", "needed"], .asNeeded)]
        for (spelling, vague) in spellings where words.starts(with: spelling) {
            words.removeFirst(spelling.count)
            return vague
        }
        return nil
    }

    private static func takeRange(from words: inout [String]) throws(Problem) -> ClosedRange<Int> {
        let low = try takeFigure(from: &words)
        guard words.first == "to" else { return low...low }
        words.removeFirst()
        let high = try takeFigure(from: &words)
        guard low < high else { throw .emptyRange(low, high) }
        return low...high
    }

    private static func takeFigure(from words: inout [String]) throws(Problem) -> Int {
        guard let word = words.first, !word.isEmpty, word.allSatisfy(\.isASCIIDigit) else { throw .notAQuantity }
        if word.count > 1, word.first == "0" { throw .leadingZero(word) }
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
