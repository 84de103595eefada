import Diagnostics
import Exercises

/// The steps begin with the side that `firstSide` names. The guided session counts sides from it, and would else show the wrong one.
///
/// ```bad
/// dose: {hold: 30 s, sides: both, firstSide: left}
/// …
/// 1. Turn to the right.
/// ```
/// ```good
/// dose: {hold: 30 s, sides: both, firstSide: right}
/// …
/// 1. Turn to the right.
/// ```
enum FirstSideOfSteps: PageRule {
    static let id = "first-side"
    static let group = RuleGroup.dose
    static let severity = Diagnostic.Severity.error
    static let readsEnglish = true

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard let dose = page.taughtExercise?.dose, dose.sides != .none, let first = dose.firstSide, let side = Side(first) else { return }
        for step in page.steps {
            if let shown = step.poses.lazy.compactMap({ Side(poseName: $0) }).first {
                if shown != side { say(side, shown, step, &report) }
                return
            }
            for passage in step.passages {
                let sides = SideWords.sides(in: passage.words)
                guard sides.count == 1, let named = sides.first else { continue }
                if named != side { say(side, named, step, &report) }
                return
            }
        }
    }

    private static func say(_ side: Side, _ first: Side, _ step: CheckedPage.Step, _ report: inout RuleReport) {
        report.found(
            "the steps begin on the \(first.rawValue), but the dose says `firstSide: \(side.rawValue)`",
            at: step.instruction?.range ?? step.range, fix: Fix("make the two the same"))
    }
}
