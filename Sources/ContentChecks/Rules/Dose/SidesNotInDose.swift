import Diagnostics
import Exercises

/// Steps that are done on one side belong to a dose that says `sides:`, else the other side is forgotten: in the time, in the guided
/// session and in the tick boxes.
///
/// ```bad
/// dose: {hold: 30 s}
/// …
/// 1. Lift your right leg.
/// ```
/// ```good
/// dose: {hold: 30 s, sides: both, firstSide: right}
/// …
/// 1. Lift your right leg.
/// ```
enum SidesNotInDose: PageRule {
    static let id = "sides-not-in-dose"
    static let group = RuleGroup.dose
    static let severity = Diagnostic.Severity.warning
    static let readsEnglish = true

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard let dose = page.taughtExercise?.dose, dose.sides == .none else { return }
        for step in page.steps {
            for passage in step.passages {
                let mentions = SideWords.mentions(in: passage.words)
                guard Set(mentions.map(\.side)).count == 1, let first = mentions.first else { continue }
                report.found(
                    "the step is done on the \(first.side.rawValue), but the dose has no sides",
                    at: passage.source(words: first.index..<first.index + 1),
                    fix: Fix("add `sides: both` to the dose, or remove the side from the step"))
                return
            }
        }
    }
}
