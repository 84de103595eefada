import Diagnostics
import Exercises

/// A programme takes half an hour at most, and takes about as long as its text says. The time is reckoned from the doses, the same as on
/// the page.
///
/// ```bad
/// summary: Five minutes for your back.        (and three holds of 10 minutes)
/// ```
/// ```good
/// summary: Half an hour for your back.
/// ```
enum ProgrammeTime: PageRule {
    static let id = "programme-time"
    static let group = RuleGroup.dose
    static let severity = Diagnostic.Severity.warning
    static let limits = [RuleLimit("minutes", 30, "the longest programme")]
    static let readsEnglish = true

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard let programme = page.programme else { return }
        let doses = programme.entries.compactMap { entry in page.library.exercise(entry.exercise)?.dose?.changed(by: entry.doseChange) }
        guard doses.count == programme.entries.count else { return }
        let minutes = Double(programme.totalSeconds(doses: doses)) / 60
        if minutes > Double(report.limit("minutes")) {
            report.found(
                "the programme takes about \(Int(minutes.rounded())) minutes; few people keep up with more than \(report.limit("minutes"))",
                field: "exercises", fix: Fix("take out an exercise, or lower a dose"))
        }
        for passage in page.texts {
            for amount in WrittenAmount.all(in: passage) {
                guard let unit = amount.secondsOfUnit, unit == 60, isOfTheWhole(passage) else { continue }
                let said = Double(amount.range.lowerBound)...Double(amount.range.upperBound)
                guard minutes < said.lowerBound * 0.6 - 1 || minutes > said.upperBound * 1.6 + 1 else { continue }
                report.found(
                    "the text says “\(passage.string(words: amount.words))”, but the programme takes about \(Int(minutes.rounded(.up)))",
                    at: passage.source(words: amount.words), fix: Fix("correct the text, or the doses"))
            }
        }
    }

    /// Whether minutes in a text are those of the programme: in the title or the summary, or where the text says what takes them.
    private static func isOfTheWhole(_ passage: Passage) -> Bool {
        switch passage.kind {
        case .field("title"), .field("summary"): true
        case .paragraph:
            passage.words.contains { $0.lower == "takes" || $0.lower == "take" }
                && passage.words.contains { $0.lower == "programme" || $0.lower == "program" || $0.lower == "it" || $0.lower == "all" }
        default: false
        }
    }
}
