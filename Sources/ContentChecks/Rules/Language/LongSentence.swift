import Diagnostics
import Exercises

/// A sentence outside of the steps is short too. Long ones are the first that tired readers skip.
///
/// ```bad
/// If you have arthritis or another back condition, or if you have had an operation on your back in the last year, or if you take medicine that makes you dizzy, talk to your doctor before you start.
/// ```
/// ```good
/// Talk to your doctor before you start if you have arthritis. Do the same after an operation.
/// ```
enum LongSentence: PageRule {
    static let id = "long-sentence"
    static let group = RuleGroup.language
    static let severity = Diagnostic.Severity.warning
    static let limits = [RuleLimit("words", 28, "the most words of a sentence")]

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        for passage in page.texts {
            if case .step = passage.section { continue }
            if case .field(let path) = passage.kind, path.hasPrefix("sources.") { continue }
            for sentence in passage.sentences where sentence.count > report.limit("words") {
                report.found(
                    "the sentence has \(sentence.count) words; \(report.limit("words")) are enough",
                    at: passage.source(words: sentence), fix: Fix("make two sentences of it"))
            }
        }
    }
}
