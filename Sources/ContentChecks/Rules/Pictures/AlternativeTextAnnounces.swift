import Diagnostics
import Exercises

/// An alternative text begins with what the picture shows. That it is a picture, screen readers say themselves.
///
/// ```bad
/// ![Image of a person on their hands and knees](figure:start)
/// ```
/// ```good
/// ![A person on their hands and knees](figure:start)
/// ```
enum AlternativeTextAnnounces: PageRule {
    static let id = "alternative-text-announces"
    static let group = RuleGroup.pictures
    static let severity = Diagnostic.Severity.warning
    static let readsEnglish = true

    private static let nouns: Set = ["image", "picture", "photo", "photograph", "drawing", "illustration", "figure", "diagram", "graphic"]

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        for passage in page.alternativeTexts {
            let words = passage.words.prefix(4).map(\.lower)
            let noun = words.first.map { ["a", "an", "the", "this"].contains($0) } == true ? 1 : 0
            guard words.count > noun + 1, nouns.contains(words[noun]), ["of", "showing", "shows"].contains(words[noun + 1]),
                passage.words.count > noun + 2
            else { continue }
            let excess = 0..<passage.words[noun + 2].bytes.lowerBound
            // The first word that is left gets the capital.
            let next = passage.words[noun + 2].bytes
            let range = passage.exactSource(excess.lowerBound..<next.upperBound)
            let replacement = passage.string(next).prefix(1).uppercased() + passage.string(next).dropFirst()
            report.found(
                "the alternative text announces a picture", at: passage.source(words: 0..<noun + 2),
                fix: Fix("begin with “\(replacement)”", edit: range.map { Edit($0, replacement) }))
        }
    }
}
