/// A word as its letters tell how it is spoken. The rules hold for most English words; `Syllables.exceptions` has others.
struct SpelledWord {
    /// In lower case.
    let letters: [UInt8]
    let text: String
    /// A bit for each letter; of what is longer than any word, the rest are consonants.
    private let vowels: UInt64

    init(_ letters: [UInt8]) {
        self.letters = letters
        text = String(decoding: letters, as: UTF8.self)
        var vowels: UInt64 = 0
        for index in 0..<min(letters.count, 64) {
            let isBeforeVowel = index + 1 < letters.count && Self.isPlainVowel(letters[index + 1])
            let isVowel =
                switch letters[index] {
                // A consonant in "yes" and "player".
                case UInt8(ascii: "y"): !(isBeforeVowel && (index == 0 || vowels >> UInt64(index - 1) & 1 == 1))
                // "Quick".
                case UInt8(ascii: "u"): !(isBeforeVowel && index > 0 && letters[index - 1] == UInt8(ascii: "q"))
                default: Self.isPlainVowel(letters[index])
                }
            if isVowel { vowels |= 1 << UInt64(index) }
        }
        self.vowels = vowels
    }

    private static func isPlainVowel(_ letter: UInt8) -> Bool {
        switch letter {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
        default: false
        }
    }

    /// Whether a letter is a vowel, counted from the end where the place is negative.
    func isVowel(_ place: Int) -> Bool {
        let index = place < 0 ? letters.count + place : place
        return letters.indices.contains(index) && index < 64 && vowels >> UInt64(index) & 1 == 1
    }

    /// Whether there is such a letter, and it is a consonant.
    private func isConsonant(_ place: Int) -> Bool {
        let index = place < 0 ? letters.count + place : place
        return letters.indices.contains(index) && !isVowel(index)
    }

    /// Whether one of the letters there is a vowel.
    private func hasVowel(in range: Range<Int>) -> Bool { range.contains(where: isVowel) }

    func ends(_ ending: [UInt8]) -> Bool { letters.count >= ending.count && has(ending, at: letters.count - ending.count) }

    private func has(_ part: [UInt8], at index: Int) -> Bool {
        guard index + part.count <= letters.count else { return false }
        for place in part.indices where letters[index + place] != part[place] { return false }
        return true
    }

    func ends(_ ending: String) -> Bool { letters.count >= ending.utf8.count && has(ending, at: letters.count - ending.utf8.count) }

    private func has(_ part: String, at index: Int) -> Bool {
        guard index >= 0, index + part.utf8.count <= letters.count else { return false }
        var place = index
        for byte in part.utf8 {
            guard letters[place] == byte else { return false }
            place += 1
        }
        return true
    }

    private func hasOne(of parts: [String], at index: Int) -> Bool { parts.contains { has($0, at: index) } }

    private func endsInOne(of endings: [String]) -> Bool { endings.contains(where: ends) }

    /// Whether an s at its end makes a syllable.
    var endsInSibilant: Bool { endsInOne(of: ["s", "x", "z", "ch", "sh", "ce", "ge", "se", "ze"]) }

    /// Runs of vowels, each at least one syllable.
    var vowelGroups: Int { (vowels & ~(vowels << 1)).nonzeroBitCount }

    /// Vowels that stand together and are spoken apart, and endings that are spoken with a vowel that nobody writes.
    var spokenApart: Int {
        var count = (ends("m") || ends("ms")) && endsInOne(of: ["sm", "sms", "thm", "thms"]) ? 1 : 0
        var pairs = vowels & vowels >> 1
        guard pairs != 0 else { return count }
        if Self.prefixes.fitting(letters.first).contains(where: { has($0, at: 0) }) { count += 1 }
        while pairs != 0 {
            if isSpokenApart(pairs.trailingZeroBitCount) { count += 1 }
            pairs &= pairs - 1
        }
        return count
    }

    /// Beginnings that keep their vowel apart from that of the word behind.
    private static let prefixes = WordParts(
        [
            "react", "reass", "reapp", "readj", "readm", "rearr", "reali", "reallo", "reacq", "reaff", "reent", "reest", "reeva", "reexa",
            "reele",
            "preem", "preex", "pream", "reinf", "reins", "reint", "reinv", "reitera", "reimb", "reuse", "reusi", "reusa", "reuni", "coord",
            "cooper",
            "coinci", "coerc", "coale", "coaut", "deact", "proact", "coeff", "coex",
        ], by: .firstLetter)

    /// Syllables at the end that are written and not spoken.
    var silentEndings: Int {
        // "Basically".
        var count = ends("ically") && letters.count > 6 ? 1 : 0
        guard let last = letters.last, "eds".utf8.contains(last) else { return count }
        if endsInOne(of: ["gue", "gues"]), hasVowel(in: 0..<(letters.count - 3)) {
            count += 1
        } else if ends("e"), letters.count > 2, isConsonant(-2) {
            if !isSpokenWithConsonants(-2) { count += 1 }
        } else if ends("es"), letters.count > 3, isConsonant(-3) {
            let isSpoken = endsInOne(of: ["ses", "xes", "zes", "ches", "shes", "ces", "ges"]) || isSpokenWithConsonants(-3)
            if !isSpoken { count += 1 }
        } else if ends("ed"), letters.count > 3, isConsonant(-3) {
            if !ends("ted"), !ends("ded"), !isSpokenWithConsonants(-3) { count += 1 }
        }
        return count
    }

    /// Whether the consonant there makes a syllable with the one before it: "table", "acre", "hundred".
    private func isSpokenWithConsonants(_ place: Int) -> Bool {
        guard isConsonant(place - 1), letters.count + place - 1 >= 0 else { return false }
        let (before, letter) = (letters[letters.count + place - 1], letters[letters.count + place])
        if letter == UInt8(ascii: "l") { return !"lrwh".utf8.contains(before) }
        return letter == UInt8(ascii: "r") && "bcdgkptv".utf8.contains(before)
    }

    /// An e that is silent before the rest of a word that is put together: "careful", "something".
    var silentInside: Int {
        for part in Self.firstParts.fitting(letters.first) where has(part, at: 0) && isConsonant(part.count) {
            // Not "timer" and "stated".
            if hasVowel(in: part.count..<letters.count) { return 1 }
        }
        for part in Self.lastParts.fitting(letters.last) {
            let place = letters.count - part.count - 1
            guard place > 1, letters[place] == UInt8(ascii: "e"), ends(part), isConsonant(place - 1), !isLong(before: place) else {
                continue
            }
            return hasVowel(in: 0..<(place - 1)) ? 1 : 0
        }
        return 0
    }

    private func isLong(before place: Int) -> Bool {
        isConsonant(place - 2) && letters[place - 1] == UInt8(ascii: "l") && letters[place - 2] != UInt8(ascii: "l")
    }

    private static let firstParts = WordParts(
        [
            "some", "every", "fore", "home", "house", "horse", "life", "side", "time", "note", "base", "fire", "there", "where", "eye",
            "stone",
            "name", "store", "safe", "whole", "state", "sales", "care",
        ], by: .firstLetter)

    private static let lastParts = WordParts(
        [
            "ful", "fully", "fulness", "less", "lessly", "lessness", "ly", "ment", "ments", "ness", "some", "thing", "things", "time",
            "times",
            "ty", "work", "works", "line", "lines", "side", "sides", "where", "way", "ways", "man", "men", "fore", "board", "boards",
            "maker",
            "makers",
        ], by: .lastLetter)

    /// Whether the vowel there and the next one are two syllables.
    private func isSpokenApart(_ index: Int) -> Bool {
        let next = index + 1
        if has("ing", at: next), next + 3 == letters.count || ends("ings") && next + 4 == letters.count { return true }
        let before: Character = index > 0 ? Character(Unicode.Scalar(letters[index - 1])) : " "
        let after: Character = next + 1 < letters.count ? Character(Unicode.Scalar(letters[next + 1])) : " "
        switch (Character(Unicode.Scalar(letters[index])), Character(Unicode.Scalar(letters[next]))) {
        case ("i", "a"): return !("tcs".contains(before) && "ln".contains(after) || has("iage", at: index))
        case ("i", "o"): return !isWeakIO(index, before: before, after: after)
        case ("i", "u"), ("a", "o"), ("i", "i"), ("u", "u"), ("y", "a"), ("y", "o"), ("y", "i"): return true
        case ("i", "e"): return isApartIE(index, before: before, after: after)
        case ("y", "e"): return after == "r" && next + 2 == letters.count
        case ("e", "o"): return !(before == "g" && index > 1) && !has("peop", at: index - 1)
        case ("e", "a"): return isApartEA(index)
        case ("u", "a"): return !"gq".contains(before) && !hasOne(of: ["suad", "suas", "suav"], at: index - 1)
        case ("u", "o"): return before != "q"
        case ("u", "e"): return "nlt".contains(after) && !"gq".contains(before)
        case ("u", "i"):
            return before != "q" && (before != "g" && "nd".contains(after) || hasOne(of: ["uity", "uiti", "uitou"], at: index))
        case ("o", "e"): return "tlm".contains(after) || after == "r" && next + 2 == letters.count
        case ("e", "u"): return hasOne(of: ["eum", "eus"], at: index) && next + 2 == letters.count
        case ("o", "i"): return after == "c" && !hasOne(of: ["oice", "oici"], at: index)
        case ("a", "i"): return after == "c" && next + 2 == letters.count
        default: return false
        }
    }

    /// "Create" and "peritoneal", but "creature" and "steal".
    private func isApartEA(_ index: Int) -> Bool {
        if has("creat", at: index - 2) { return !has("creatu", at: index - 2) }
        return hasOne(of: ["ineal", "oneal", "rneal", "ageal"], at: index - 2)
    }

    /// "Nation", "region", "million", "cushion", "junior".
    private func isWeakIO(_ index: Int, before: Character, after: Character) -> Bool {
        if "nv".contains(before), after == "r" || has("iour", at: index) { return true }
        guard after == "n" || after == "u" else { return false }
        if "tscgx".contains(before) { return true }
        guard after == "n", index > 1 else { return false }
        return before == "n" || has("ll", at: index - 2) || has("il", at: index - 2) || has("sh", at: index - 2)
    }

    /// "Easier", "diet" and "alien", but "friend", "patient" and "field".
    private func isApartIE(_ index: Int, before: Character, after: Character) -> Bool {
        switch after {
        case "t": return true
        case "n": return index == 2 && has("sci", at: 0) || !("ctsn".contains(before) || has("frien", at: index - 2))
        case "r": return index > 1 && (index + 3 == letters.count || has("iers", at: index) && index + 4 == letters.count)
        case "s": return has("iest", at: index) && index + 4 == letters.count && index > 1
        default: return false
        }
    }
}
