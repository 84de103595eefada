import Diagnostics
import Exercises

/// A programme has as many exercises as its text says.
///
/// ```bad
/// summary: Three stretches on your back.        (and four under `exercises:`)
/// ```
/// ```good
/// summary: Four stretches on your back.
/// ```
enum ProgrammeCount: PageRule {
    static let id = "programme-count"
    static let group = RuleGroup.dose
    static let severity = Diagnostic.Severity.warning
    static let readsEnglish = true

    private static let nouns: Set = ["exercise", "exercises", "stretch", "stretches", "movements", "moves"]

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard let programme = page.programme else { return }
        for passage in page.texts {
            if case .field(let path) = passage.kind, path != "title", path != "summary" { continue }
            for sentence in passage.sentences {
                let numbers = sentence.filter { NumberWords.value(passage.words[$0].lower) != nil }
                let isAll = { (index: Int) in index > sentence.lowerBound && passage.words[index - 1].lower == "all" }
                // More numbers than one are parts of a sum, or of something else.
                guard let index = numbers.first(where: isAll) ?? (numbers.count == 1 ? numbers.first : nil),
                    let number = NumberWords.value(passage.words[index].lower), number > 1, number != programme.entries.count,
                    isAll(index) || says(passage, index, sentence)
                else { continue }
                report.found(
                    "the text says \(passage.words[index].lower), but the programme has \(programme.entries.count) exercises",
                    at: passage.source(words: index..<index + 1), fix: Fix("make the two the same"))
            }
        }
    }

    /// Whether "exercises" is among the three words after a number.
    private static func says(_ passage: Passage, _ index: Int, _ sentence: Range<Int>) -> Bool {
        let next = passage.words[index + 1..<min(index + 4, sentence.upperBound)].map(\.lower)
        return next.first != "of" && next.contains(where: nouns.contains)
    }
}
