import Diagnostics
import Exercises

/// Where the steps of both sides are written out, each step has its mirror image: the same words with left and right exchanged. One that
/// has none often has a side mistaken.
///
/// ```bad
/// 1. Rest your right ankle on your left thigh.
/// …
/// 5. Rest your left ankle on your left thigh.
/// ```
/// ```good
/// 1. Rest your right ankle on your left thigh.
/// …
/// 5. Rest your left ankle on your right thigh.
/// ```
enum StepsNotMirrored: PageRule {
    static let id = "steps-not-mirrored"
    static let group = RuleGroup.sides
    static let severity = Diagnostic.Severity.warning
    static let readsEnglish = true

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        let sided = page.steps.compactMap { step -> (passage: Passage, words: [String])? in
            guard let passage = step.instruction, !SideWords.mentions(in: passage.words).isEmpty else { return nil }
            return (passage, passage.words.map(\.lower))
        }
        guard sided.count >= 4 else { return }
        let known = Set(sided.map(\.words))
        let odd = sided.filter { !known.contains(SideWords.mirrored($0.words)) }
        // Where many differ, the two sides are told in different words on purpose.
        guard odd.count * 3 <= sided.count else { return }
        for step in odd {
            let other = odd.first { $0.words != step.words && bare($0.words) == bare(step.words) }
            report.found(
                "no other step is this one with left and right exchanged", at: step.passage.range,
                notes: other.map { ["the nearest is “\($0.passage.string)”"] } ?? [],
                fix: Fix("check the sides of both steps"))
        }
    }

    private static func bare(_ words: [String]) -> [String] { words.filter { $0 != "left" && $0 != "right" } }
}
