import Diagnostics
import Exercises

/// An alternative text has at least three words, and no more than a long sentence. One word says too little of a posture; a paragraph
/// belongs in the text, where everybody can read it.
///
/// ```bad
/// ![Bridge](figure:lifted)
/// ```
/// ```good
/// ![The hips are lifted, and shoulders, hips and knees make one straight line](figure:lifted)
/// ```
enum AlternativeTextLength: PageRule {
    static let id = "alternative-text-length"
    static let group = RuleGroup.pictures
    static let severity = Diagnostic.Severity.warning
    static let limits = [
        RuleLimit("leastWords", 3, "the fewest words of an alternative text"),
        RuleLimit("characters", 180, "the most characters of an alternative text"),
    ]

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        for passage in page.alternativeTexts where !passage.words.isEmpty {
            if passage.words.count < report.limit("leastWords") {
                report.found(
                    "the alternative text has \(passage.words.count) word\(passage.words.count == 1 ? "" : "s"), which is too few to see it",
                    at: passage.range, fix: Fix("say what the body does in the picture"))
            } else if passage.string.count > report.limit("characters") {
                report.found(
                    "the alternative text has \(passage.string.count) characters; \(report.limit("characters")) are enough",
                    at: passage.range, fix: Fix("say only what the picture is there for"))
            }
        }
    }
}
