import Diagnostics
import Exercises

/// A step begins with the verb that says what to do. A condition may come before it.
///
/// ```bad
/// 1. Your hips are lifted toward the ceiling.
/// 2. Holding the position.
/// ```
/// ```good
/// 1. Lift your hips toward the ceiling.
/// 2. If it feels easy, hold the position.
/// ```
enum NotImperative: PageRule {
    static let id = "not-imperative"
    static let group = RuleGroup.language
    static let severity = Diagnostic.Severity.warning

    private static let conditions: Set = [
        "as", "when", "if", "once", "while", "with", "on", "from", "after", "before", "until", "without", "in", "at", "for",
    ]

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        for step in page.steps {
            guard let passage = step.instruction, let sentence = passage.sentences.first, let index = beginning(passage, sentence) else {
                continue
            }
            let word = passage.words[index].lower
            let isGerund = word.hasSuffix("ing") && word.count > 4 && !Verbs.endingInING.contains(word)
            guard isGerund || Verbs.notInstructions.contains(word) else { continue }
            report.found(
                "the step begins with “\(passage.words[index].lower)”, not with what to do",
                at: passage.source(words: index..<index + 1), fix: Fix("begin with a verb such as `Lift` or `Turn`"))
        }
    }

    /// The first word that is neither an adverb nor part of a condition; nil where a condition has no end.
    private static func beginning(_ passage: Passage, _ sentence: Range<Int>) -> Int? {
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            let word = passage.words[index].lower
            if word == "please" || word == "then" || word == "now" || word == "next" || word.hasSuffix("ly") {
                index += 1
            } else if conditions.contains(word) {
                guard let comma = passage.text[passage.words[index].bytes.lowerBound...].firstIndex(of: UInt8(ascii: ",")),
                    let after = passage.words[index..<sentence.upperBound].firstIndex(where: { $0.bytes.lowerBound > comma })
                else { return nil }
                return after
            } else {
                return index
            }
        }
        return nil
    }
}
