/// Counts the syllables of English words as they are spoken: by the spelling, and by a list of words that are not spoken as they are spelt.
package enum Syllables {
    /// Of a word as it is written; of one with hyphens the sum over its parts. A figure counts as one, because it is read at a glance.
    package static func count(in word: String) -> Int {
        var total = 0
        var letters: [UInt8] = []
        letters.reserveCapacity(word.utf8.count)
        for scalar in word.unicodeScalars {
            switch scalar {
            case "-", "\u{2010}", "\u{2011}", ".", "–", ":", "/":
                total += count(ofPart: letters)
                letters.removeAll(keepingCapacity: true)
            case "'", "’": letters.append(UInt8(ascii: "'"))
            default: if let letter = letter(scalar) { letters.append(letter) }
            }
        }
        return max(1, total + count(ofPart: letters))
    }

    /// The plain letter in lower case. An accented e is never silent, so that it is taken for an i; what no English word has is a consonant.
    private static func letter(_ scalar: Unicode.Scalar) -> UInt8? {
        if scalar.isASCII {
            let byte = UInt8(truncatingIfNeeded: scalar.value) | 0x20
            return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) ? byte : nil
        }
        switch scalar {
        case "à"..."æ", "À"..."Æ": return UInt8(ascii: "a")
        case "è"..."ï", "È"..."Ï": return UInt8(ascii: "i")
        case "ò"..."ö", "ø", "œ", "Ò"..."Ö", "Ø": return UInt8(ascii: "o")
        case "ù"..."ü", "Ù"..."Ü": return UInt8(ascii: "u")
        default: return scalar.properties.isAlphabetic ? UInt8(ascii: "x") : nil
        }
    }

    /// A part without hyphens, perhaps with an apostrophe; none has no letters.
    private static func count(ofPart letters: [UInt8]) -> Int {
        guard let mark = letters.lastIndex(of: UInt8(ascii: "'")) else { return count(ofWord: SpelledWord(letters)) }
        let stem = SpelledWord(letters[..<mark].filter { $0 != UInt8(ascii: "'") })
        let ending = String(decoding: letters[(mark + 1)...], as: UTF8.self)
        switch ending {
        case "s": return count(ofWord: stem) + (stem.endsInSibilant ? 1 : 0)
        // "Didn't" and "isn't", but "don't" and "aren't".
        case "t" where stem.letters.count > 1 && stem.ends("n"):
            let verb = SpelledWord(Array(stem.letters.dropLast()))
            return count(ofWord: verb) + (["are", "were", "do", "ca", "wo", "sha", "ai"].contains(verb.text) ? 0 : 1)
        // "It'll" and "could've", but "we'll" and "you've".
        case "ll", "ve", "d": return count(ofWord: stem) + (stem.ends("t") || ending == "ve" && stem.ends("d") ? 1 : 0)
        case "re", "m", "": return count(ofWord: stem)
        default: return count(ofWord: SpelledWord(letters.filter { $0 != UInt8(ascii: "'") }))
        }
    }

    private static func count(ofWord word: SpelledWord) -> Int {
        guard !word.letters.isEmpty else { return 0 }
        return listed(word) ?? max(1, word.vowelGroups + word.spokenApart - word.silentEndings - word.silentInside)
    }

    /// Of a word on the list, or one that is made from it by an ending.
    private static func listed(_ word: SpelledWord) -> Int? {
        if let count = exceptions[word.text] { return count }
        for ending in endings.fitting(word.letters.last) where word.ends(ending) {
            let stem = word.text.dropLast(ending.count)
            if let count = exceptions[String(stem)] { return count + 1 }
            if ending[0] == UInt8(ascii: "i") || ending[0] == UInt8(ascii: "e"), let count = exceptions[stem + "e"] { return count + 1 }
        }
        if word.ends("s"), let count = exceptions[String(word.text.dropLast())] {
            return count + (SpelledWord(Array(word.letters.dropLast())).endsInSibilant ? 1 : 0)
        }
        guard word.ends("ed") else { return nil }
        let isSpoken = word.letters.count > 2 && (word.ends("ted") || word.ends("ded"))
        return (exceptions[String(word.text.dropLast())] ?? exceptions[String(word.text.dropLast(2))]).map { $0 + (isSpoken ? 1 : 0) }
    }

    /// What makes other words from those of the list, a syllable each.
    private static let endings = WordParts(["ing", "ings", "ly", "er", "ers", "ness", "ment", "ments", "ful", "less"], by: .lastLetter)
}
