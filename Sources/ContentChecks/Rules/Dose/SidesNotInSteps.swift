import Diagnostics
import Exercises

/// Where the dose has sides, the steps say what is done on which side, or that the other side follows.
///
/// ```bad
/// dose: {hold: 30 s, sides: both}
/// …
/// 1. Lift your right leg.
/// 2. Hold for [30 seconds](dose:hold).
/// ```
/// ```good
/// dose: {hold: 30 s, sides: both}
/// …
/// 1. Lift your right leg.
/// 2. Hold for [30 seconds](dose:hold).
/// 3. Do the same with your left leg.
/// ```
enum SidesNotInSteps: PageRule {
    static let id = "sides-not-in-steps"
    static let group = RuleGroup.dose
    static let severity = Diagnostic.Severity.warning
    static let readsEnglish = true

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard let exercise = page.taughtExercise, let dose = exercise.dose, dose.sides != .none, !page.steps.isEmpty else { return }
        let words = page.steps.flatMap(\.words)
        if words.contains(where: { others.contains($0.lower) }) { return }
        let sides = SideWords.sides(in: words)
        guard sides.count < 2 else { return }
        let message =
            sides.first.map { "the dose has sides, but the steps are only done on the \($0.rawValue)" }
            ?? "the dose has sides, but no step says which side is meant"
        report.found(
            message, field: "dose.sides", fix: Fix("write the steps of the other side too, or that it follows"))
    }

    /// Words that send readers to the other side.
    private static let others: Set = ["other", "opposite", "side", "sides", "same", "switch", "each"]
}
