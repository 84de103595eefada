import Diagnostics
import Exercises

/// No text tells readers to force a movement, to work through pain, or to chase a sound. Sentences that warn of it may say so.
///
/// ```bad
/// 3. Push through the pain until your back cracks.
/// ```
/// ```good
/// 3. Stop when you feel a mild stretch.
/// ```
enum UnsafeInstruction: PageRule {
    static let id = "unsafe-instruction"
    static let group = RuleGroup.safety
    static let severity = Diagnostic.Severity.warning
    static let readsEnglish = true

    private static let phrases = [
        "push through", "work through the pain", "ignore the pain", "ignore any pain", "no pain no gain", "until it hurts",
        "as hard as you can", "as far as you can", "until you hear", "until it cracks", "until it pops", "until your back cracks",
        "until your back pops", "bounce", "jerk", "force your", "force the", "push past",
    ].map { $0.split(separator: " ").map(String.init) }
    private static let firstWords = Set(phrases.compactMap(\.first))

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard page.taughtExercise != nil || page.programme != nil, !page.vocabulary.isDisjoint(with: firstWords) else { return }
        for passage in page.texts {
            switch passage.kind {
            case .field(let path) where path.hasPrefix("sources."): continue
            default: break
            }
            for sentence in passage.sentences {
                for index in sentence where firstWords.contains(passage.words[index].lower) {
                    guard let phrase = phrases.first(where: { passage.has($0, at: index) }),
                        // "No pain, no gain" begins with the no that it means.
                        phrase[0] == "no" || !passage.isNegated(sentence, before: index)
                    else { continue }
                    let words = index..<index + phrase.count
                    report.found(
                        "“\(passage.string(words: words))” asks readers to go too far", at: passage.source(words: words),
                        fix: Fix("say how far is enough, such as `as far as is comfortable`"))
                }
            }
        }
    }
}
