import Diagnostics
import Exercises

/// A step and its picture name the same side. Readers follow whichever they look at first.
///
/// ```bad
/// 1. Lift your right leg.
///    ![The left leg is lifted](figure:left-lifted)
/// ```
/// ```good
/// 1. Lift your left leg.
///    ![The left leg is lifted](figure:left-lifted)
/// ```
enum StepPictureSide: PageRule {
    static let id = "step-picture-side"
    static let group = RuleGroup.sides
    static let severity = Diagnostic.Severity.error
    static let readsEnglish = true

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        for step in page.steps {
            guard let instruction = step.instruction, let pose = step.poses.first(where: { Side(poseName: $0) != nil }),
                let shown = Side(poseName: pose)
            else { continue }
            let mentions = SideWords.mentions(in: instruction.words)
            guard let first = mentions.first, !mentions.contains(where: { $0.side == shown }) else { continue }
            report.found(
                "the step says \(first.side.rawValue), but its picture `\(pose)` shows the \(shown.rawValue)",
                at: instruction.source(words: first.index..<first.index + 1), fix: Fix("make the two the same side"))
        }
    }
}
