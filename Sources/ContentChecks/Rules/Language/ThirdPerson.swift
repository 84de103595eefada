import Diagnostics
import Exercises

/// Exercises and programmes speak to their reader. "The patient" speaks about readers to somebody else.
///
/// ```bad
/// The patient lies on the back.
/// ```
/// ```good
/// Lie on your back.
/// ```
enum ThirdPerson: PageRule {
    static let id = "third-person"
    static let group = RuleGroup.language
    static let severity = Diagnostic.Severity.warning

    private static let nouns: Set = ["patient", "patients", "client", "clients", "user", "users", "exerciser", "individual", "individuals"]

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard page.taughtExercise != nil || page.programme != nil, !page.vocabulary.isDisjoint(with: nouns) else { return }
        for passage in page.passages {
            if case .field(let path) = passage.kind, path.hasPrefix("sources.") || path == "audience" { continue }
            for index in passage.words.indices where nouns.contains(passage.words[index].lower) {
                report.found(
                    "“\(passage.words[index].lower)” speaks about readers, not to them", at: passage.source(words: index..<index + 1),
                    fix: Fix("write `you`"))
            }
        }
    }
}
