import Diagnostics
import Exercises
import Readability

/// A handout reads at grade 8 at most, by Flesch–Kincaid and by SMOG; grade 6 is the target. All that the handout of a page says in its author's words is measured as one text: title, summary, introduction, sections, steps, reasons to stop and not to start; of a programme with its exercises. What every handout says in the same words is left out, such as the emergency card and the labels, as are alternative texts and notes on sources; a link to a source counts as that word. A text of fewer than 100 words is too short to score. `limber check --format json` has the score of every page.
///
/// ```bad
/// Individuals experiencing intermittent radiating symptomatology should discontinue performing rotational exercises immediately and arrange an appropriate physiotherapeutic consultation.
/// ```
/// ```good
/// Stop if pain runs down your leg. Do not twist any more. Call your doctor.
/// ```
enum HardToRead: PageRule {
    static let id = "reading-grade"
    static let group = RuleGroup.language
    static let severity = Diagnostic.Severity.warning
    static let limits = [RuleLimit("grade", 8, "the highest grade of school that a handout may ask for")]

    private static let target = 6

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        let text = ReadingText(HandoutWords(page.content, in: page.library).passages)
        guard case .scored(let fleschKincaid, let smog, let words, let sentences) = ReadingGrade(text) else { return }
        let grades = (fleschKincaid: tenths(fleschKincaid), smog: tenths(smog))
        guard max(grades.fleschKincaid, grades.smog) > report.limit("grade") * 10 else { return }
        let hardest = text.hardestSentences(2).map { "hardest sentence: “\($0.text)”" }
        let longWords = text.longWords(6)
        report.found(
            "the \(words) words in \(sentences) sentences read like grade \(written(grades.fleschKincaid)) by Flesch–Kincaid and "
                + "\(written(grades.smog)) by SMOG; at most \(report.limit("grade")) is asked, and \(target) is the target",
            field: "title", notes: hardest + ["words of three and more syllables: \(longWords.joined(separator: ", "))"],
            fix: Fix("make two sentences of a long one, and say it in shorter words"))
    }

    private static func tenths(_ grade: Double) -> Int { Int((grade * 10).rounded()) }

    private static func written(_ tenths: Int) -> String { tenths < 0 ? "under 0" : "\(tenths / 10).\(tenths % 10)" }
}
