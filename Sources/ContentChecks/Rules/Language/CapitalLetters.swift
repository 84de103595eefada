import Diagnostics
import Exercises

/// No text is set in capitals: words lose their shape, and screen readers may spell them. Bold is for what matters.
///
/// ```bad
/// STOP AT ONCE if you feel any pain.
/// ```
/// ```good
/// **Stop at once** if you feel any pain.
/// ```
enum CapitalLetters: PageRule {
    static let id = "capital-letters"
    static let group = RuleGroup.language
    static let severity = Diagnostic.Severity.warning

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        for passage in page.passages {
            var index = 0
            while index < passage.words.count {
                var end = index
                while end < passage.words.count, passage.words[end].isCapitals { end += 1 }
                // One short word is an acronym, such as NHS.
                if end - index > 1 || (end > index && passage.words[index].bytes.count > 5) {
                    report.found(
                        "“\(passage.string(words: index..<end))” is in capitals", at: passage.source(words: index..<end),
                        fix: Fix("write it in small letters, and set it in bold if it matters"))
                }
                index = end + 1
            }
        }
    }
}
