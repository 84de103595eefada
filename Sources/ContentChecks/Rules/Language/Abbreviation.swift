import Diagnostics
import Exercises

/// Text for patients is written out: abbreviations stop readers, and screen readers say them oddly.
///
/// ```bad
/// Use a firm surface, e.g. a mat. Do 10 reps.
/// ```
/// ```good
/// Use a firm surface, for example a mat. Do 10 repetitions.
/// ```
enum Abbreviation: PageRule {
    static let id = "abbreviation"
    static let group = RuleGroup.language
    static let severity = Diagnostic.Severity.warning

    private static let words =
        [
            "approx": "about", "reps": "repetitions", "rep": "repetition", "secs": "seconds", "sec": "seconds", "mins": "minutes",
            "etc": nil, "incl": "including", "excl": "without", "vs": "or",
        ] as [String: String?]

    /// Clipped words, after which a full stop ends the sentence.
    private static let clipped: Set = ["reps", "rep", "secs", "sec", "mins"]

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard page.vocabulary.contains("e") || page.vocabulary.contains("i") || !page.vocabulary.isDisjoint(with: words.keys) else {
            return
        }
        for passage in page.passages {
            if case .field(let path) = passage.kind, path.hasPrefix("sources.") { continue }
            for index in passage.words.indices {
                let word = passage.words[index]
                if word.bytes.count == 1, let meaning = latin(passage, index) {
                    found(word.bytes.lowerBound..<passage.words[index + 1].bytes.upperBound, meaning, passage, &report)
                } else if let meaning = words[word.lower] {
                    found(word.bytes, meaning, passage, &report)
                }
            }
        }
    }

    /// "e.g." and "i.e.".
    private static func latin(_ passage: Passage, _ index: Int) -> String? {
        guard index + 1 < passage.words.count else { return nil }
        let (word, next) = (passage.words[index], passage.words[index + 1])
        guard passage.string(word.bytes.upperBound..<next.bytes.lowerBound) == "." else { return nil }
        switch (word.lower, next.lower) {
        case ("e", "g"): return "for example"
        case ("i", "e"): return "that is"
        default: return nil
        }
    }

    private static func found(_ bytes: Range<Int>, _ meaning: String?, _ passage: Passage, _ report: inout RuleReport) {
        // The full stop of the abbreviation goes with it; one that may end the sentence stays.
        var end = bytes.upperBound
        var isCertain = true
        if end < passage.text.count, passage.text[end] == UInt8(ascii: "."), !clipped.contains(passage.string(bytes).lowercased()) {
            let next = passage.text[(end + 1)...].first { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: ",") }
            isCertain =
                next.map { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
                ?? false
            end += 1
        }
        let whole = bytes.lowerBound..<end
        let edit = isCertain ? meaning.flatMap { meaning in passage.exactSource(whole).map { Edit($0, meaning) } } : nil
        report.found(
            "“\(passage.string(whole))” is an abbreviation", at: passage.source(whole),
            fix: Fix(meaning.map { "write `\($0)`" } ?? "write it out", edit: edit))
    }
}
