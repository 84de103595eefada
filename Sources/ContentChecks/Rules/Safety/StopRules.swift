import ContentLoading
import Diagnostics
import Exercises

/// The stop rules, which stand on every page and every handout, tell readers to stop when something hurts.
///
/// ```bad
/// stopRules: [Take it easy.]
/// ```
/// ```good
/// stopRules: [Stop at once if you feel any pain.]
/// ```
enum StopRules: LibraryRule {
    static let id = "stop-rules"
    static let group = RuleGroup.safety
    static let severity = Diagnostic.Severity.error
    static let least = RuleLevel.error
    static let readsEnglish = true

    static func check(_ content: CheckedLibrary, _ report: inout RuleReport) {
        let saysSo = content.library.safety.stopRules.contains { rule in
            let words = Tokens(Array(rule.utf8)).words.map(\.lower)
            return words.contains { $0 == "stop" || $0 == "end" } && words.contains { ["pain", "painful", "hurts", "hurt"].contains($0) }
        }
        guard !saysSo else { return }
        report.found(
            "no stop rule says to stop when something hurts", in: content.settingOrigins["Content/safety.yaml"], field: "stopRules",
            fix: Fix("add a sentence such as `Stop at once if you feel any pain.`"))
    }
}
