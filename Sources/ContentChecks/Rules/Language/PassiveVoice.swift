import Diagnostics
import Exercises

/// At most a fifth of the sentences of a page are in the passive. The passive hides who does what, and that is what readers need to know.
///
/// ```bad
/// The hips are lifted. The position is held. The back is lowered.
/// ```
/// ```good
/// Lift your hips. Hold. Lower your back.
/// ```
enum PassiveVoice: PageRule {
    static let id = "passive-voice"
    static let group = RuleGroup.language
    static let severity = Diagnostic.Severity.warning
    static let limits = [RuleLimit("percent", 20, "the most sentences in the passive, of a hundred")]

    private static let forms: Set = ["is", "are", "was", "were", "be", "been", "being"]

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        var count = 0
        var passives: [(passage: Passage, sentence: Range<Int>)] = []
        for passage in page.texts where passage.section != .frontMatter {
            for sentence in passage.sentences {
                count += 1
                if isPassive(passage, sentence) { passives.append((passage, sentence)) }
            }
        }
        guard count >= 5, let first = passives.first, passives.count * 100 > count * report.limit("percent") else { return }
        report.found(
            "\(passives.count) of the \(count) sentences of the page are in the passive; this is the first",
            at: first.passage.source(words: first.sentence), fix: Fix("say who does it, or tell readers to do it"))
    }

    private static func isPassive(_ passage: Passage, _ sentence: Range<Int>) -> Bool {
        for index in sentence.dropLast() where forms.contains(passage.words[index].lower) {
            var next = index + 1
            while next < sentence.upperBound - 1, passage.words[next].lower.hasSuffix("ly") || passage.words[next].lower == "not" {
                next += 1
            }
            let word = passage.words[next].lower
            if Verbs.adjectives.contains(word) { continue }
            if Verbs.irregularParticiples.contains(word) || (word.hasSuffix("ed") && word.count > 4) { return true }
        }
        return false
    }
}
