import Diagnostics
import Exercises

/// No small word stands twice in a row.
///
/// ```bad
/// Lift your your hips.
/// ```
/// ```good
/// Lift your hips.
/// ```
enum RepeatedWord: PageRule {
    static let id = "repeated-word"
    static let group = RuleGroup.language
    static let severity = Diagnostic.Severity.warning

    /// Words that never stand twice in a row on purpose.
    private static let words: Set = [
        "the", "a", "an", "to", "of", "and", "your", "you", "with", "for", "or", "as", "at", "from", "are", "be", "if", "not", "into", "it",
    ]

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        for passage in page.passages {
            for index in passage.words.indices.dropFirst() where passage.words[index].lower == passage.words[index - 1].lower {
                let (first, second) = (passage.words[index - 1], passage.words[index])
                guard words.contains(second.lower),
                    passage.text[first.bytes.upperBound..<second.bytes.lowerBound].allSatisfy({ $0 == UInt8(ascii: " ") })
                else { continue }
                let excess = first.bytes.upperBound..<second.bytes.upperBound
                report.found(
                    "“\(second.lower)” stands twice", at: passage.source(words: index..<index + 1),
                    fix: Fix("remove one", edit: passage.exactSource(excess).map { Edit($0, "") }))
            }
        }
    }
}
