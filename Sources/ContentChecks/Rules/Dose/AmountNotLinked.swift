import Diagnostics
import Exercises

/// An amount in the steps is a link to the dose, so that it follows when a programme or a clinician changes the dose. Without the link the
/// step would go on saying the old figure.
///
/// ```bad
/// 3. Hold for 10 seconds.
/// ```
/// ```good
/// 3. Hold for [10 seconds](dose:hold).
/// ```
enum AmountNotLinked: PageRule {
    static let id = "amount-not-linked"
    static let group = RuleGroup.dose
    static let severity = Diagnostic.Severity.warning
    static let readsEnglish = true

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard let dose = page.taughtExercise?.dose else { return }
        for step in page.steps {
            for passage in step.passages {
                for amount in WrittenAmount.all(in: passage) {
                    guard let field = amount.field(in: dose) else { continue }
                    let text = passage.string(words: amount.words)
                    let link = "[\(text)](dose:\(field.name))"
                    report.found(
                        "the amount “\(text)” is not a link to the dose", at: passage.source(words: amount.words),
                        fix: Fix("write `\(link)`", edit: edit(link, text, passage, amount, isCertain: figure(text, field) == dose[field])))
                }
            }
        }
    }

    private static func edit(_ link: String, _ text: String, _ passage: Passage, _ amount: WrittenAmount, isCertain: Bool) -> Edit? {
        guard isCertain, let first = passage.words[amount.words].first, let last = passage.words[amount.words].last else { return nil }
        return passage.exactSource(first.bytes.lowerBound..<last.bytes.upperBound).map { Edit($0, link) }
    }

    /// The text as the loader will read it.
    private static func figure(_ text: String, _ field: DoseField) -> DoseFigure? {
        field.isTime ? (try? QuantityNotation.time(text)).map(DoseFigure.time) : (try? QuantityNotation.count(text)).map(DoseFigure.count)
    }
}
