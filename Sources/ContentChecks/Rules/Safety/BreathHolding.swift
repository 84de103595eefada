import Diagnostics
import Exercises

/// No text tells readers to hold their breath, which raises the blood pressure.
///
/// ```bad
/// 2. Hold your breath and lift your hips.
/// ```
/// ```good
/// 2. Lift your hips as you breathe out.
/// ```
enum BreathHolding: PageRule {
    static let id = "breath-holding"
    static let group = RuleGroup.safety
    static let severity = Diagnostic.Severity.warning
    static let readsEnglish = true

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard page.taughtExercise != nil || page.programme != nil, page.vocabulary.contains("breath") else { return }
        for passage in page.texts {
            if case .field(let path) = passage.kind, path.hasPrefix("sources.") { continue }
            for sentence in passage.sentences {
                for index in sentence where passage.words[index].lower == "hold" || passage.words[index].lower == "holding" {
                    let phrase = [passage.words[index].lower, "your", "breath"]
                    guard passage.has(phrase, at: index), !passage.isNegated(sentence, before: index) else { continue }
                    report.found(
                        "the text asks readers to hold their breath", at: passage.source(words: index..<index + 3),
                        fix: Fix("say when to breathe in and out"))
                }
            }
        }
    }
}
