import ContentLoading
import Diagnostics
import Exercises

/// The emergency card names every sign that cannot wait: numbness between the legs, bladder, bowels, both legs, sexual function, and a
/// major injury. The first five are the usual warning signs that nerves at the end of the spine are pressed (cauda equina syndrome). Each
/// stands among the signs of the level `emergency`.
///
/// ```bad
/// signs:
///   - {level: emergency, sign: New numbness between your legs, action: Stop and call now., contact: emergency}
/// ```
/// ```good
/// signs:
///   - {level: emergency, sign: New numbness between your legs, action: Stop and call now., contact: emergency}
///   - {level: emergency, sign: New loss of control of your bladder or bowels, action: Stop and call now., contact: emergency}
///   - {level: emergency, sign: Weakness or pain in both legs, action: Stop and call now., contact: emergency}
///   - {level: emergency, sign: A new change in sexual function, action: Stop and call now., contact: emergency}
///   - {level: emergency, sign: Pain after a major injury, action: Do not stretch. Call now., contact: emergency}
/// ```
enum EmergencyCard: LibraryRule {
    static let id = "emergency-card"
    static let group = RuleGroup.safety
    static let severity = Diagnostic.Severity.error
    static let least = RuleLevel.warning
    static let readsEnglish = true

    /// What the card must name: for each, groups of words of which one word must stand in the same sign.
    private static let topics: [(name: String, words: [Set<String>])] = [
        (
            "numbness between the legs or around the genitals",
            [["numbness", "numb", "tingling"], ["legs", "genitals", "bottom", "saddle", "groin", "buttocks"]]
        ),
        ("loss of control of the bladder", [["bladder", "urine", "pee", "urinate"]]),
        ("loss of control of the bowels", [["bowel", "bowels", "stool", "poo"]]),
        ("weakness or pain in both legs", [["both"], ["legs"], ["weakness", "weak", "pain", "tingling"]]),
        ("a change in sexual function", [["sexual", "sex", "erection", "genital"]]),
        ("a major injury, such as a bad fall or a crash", [["injury", "accident", "crash", "fall", "trauma"]]),
    ]

    static func check(_ content: CheckedLibrary, _ report: inout RuleReport) {
        let signs = content.library.safety.signs(.emergency).map { Set(Tokens(Array($0.sign.utf8)).words.map(\.lower)) }
        let missing = topics.filter { topic in
            !signs.contains { sign in topic.words.allSatisfy { !$0.isDisjoint(with: sign) } }
        }
        guard let first = missing.first else { return }
        let count = missing.count - 1
        report.found(
            "the emergency card does not name \(first.name)\(count == 0 ? "" : ", and \(count) more")",
            in: content.settingOrigins["Content/safety.yaml"], field: "signs", notes: missing.dropFirst().map { "nor \($0.name)" },
            fix: Fix("add what is missing under `signs:` with `level: emergency`"))
    }
}
