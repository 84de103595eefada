import CommonMark
import ContentLoading
import Diagnostics
import Exercises

/// An exercise says how to get ready, how to breathe and what to take care of, each in its section.
///
/// ```bad
/// ## Steps
/// ```
/// ```good
/// ## Get ready
/// ## Steps
/// ## Breathing
/// ## Take care
/// ```
enum MissingSection: PageRule {
    static let id = "missing-section"
    static let group = RuleGroup.structure
    static let severity = Diagnostic.Severity.warning

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard let body = page.taughtExercise?.body else { return }
        for (name, blocks) in [("Get ready", body.getReady), ("Breathing", body.breathing), ("Take care", body.takeCare)]
        where blocks.isEmpty {
            report.found(
                "the exercise has nothing under `\(name)`", at: body.steps.first?.range,
                fix: Fix("add the heading `## \(name)` with a text"))
        }
    }
}
