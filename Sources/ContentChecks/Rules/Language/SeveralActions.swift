import Diagnostics
import Exercises

/// A step is one action. Readers look up, do it, and look back for the next number.
///
/// ```bad
/// 1. Lift your right leg and bend your right knee, then hold.
/// ```
/// ```good
/// 1. Lift your right leg, with your knee bent.
/// 2. Hold for [a few seconds](dose:hold).
/// ```
enum SeveralActions: PageRule {
    static let id = "several-actions"
    static let group = RuleGroup.language
    static let severity = Diagnostic.Severity.warning

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        for step in page.steps {
            guard let passage = step.instruction, let second = secondAction(passage) else { continue }
            report.found(
                "the step has more than one action; a second begins with “\(passage.words[second].lower)”",
                at: passage.source(words: second..<second + 1), fix: Fix("make two steps of it"))
        }
    }

    /// The verb of a second action.
    private static func secondAction(_ passage: Passage) -> Int? {
        for sentence in passage.sentences.dropFirst() where Verbs.actions.contains(passage.words[sentence.lowerBound].lower) {
            return sentence.lowerBound
        }
        for index in passage.words.indices.dropFirst() where Verbs.actions.contains(passage.words[index].lower) {
            let before = passage.words[index - 1].lower
            if before == "then" { return index }
            guard before == "and" else { continue }
            let next = index + 1 < passage.words.count ? passage.words[index + 1].lower : nil
            if next.map(Verbs.followers.contains) ?? true { return index }
        }
        return nil
    }
}
