import ContentLoading
import Diagnostics
import Exercises

/// The action of an emergency sign tells readers to get help now. Somebody in fear reads only this line.
///
/// ```bad
/// {level: emergency, sign: New loss of control of your bowels, action: Stop the exercise., contact: emergency}
/// ```
/// ```good
/// {level: emergency, sign: New loss of control of your bowels, action: Stop and call now., contact: emergency}
/// ```
enum EmergencyAction: LibraryRule {
    static let id = "emergency-action"
    static let group = RuleGroup.safety
    static let severity = Diagnostic.Severity.error
    static let least = RuleLevel.warning
    static let readsEnglish = true

    private static let help: Set = ["call", "phone", "ring", "dial", "ambulance", "hospital", "emergency"]

    static func check(_ content: CheckedLibrary, _ report: inout RuleReport) {
        for (index, sign) in content.library.safety.signs.enumerated() where sign.level == .emergency {
            guard help.isDisjoint(with: Tokens(Array(sign.action.utf8)).words.map(\.lower)) else { continue }
            report.found(
                "the action “\(sign.action)” does not tell readers to get help", in: content.settingOrigins["Content/safety.yaml"],
                field: "signs.\(index).action", fix: Fix("write whom to call, such as `Stop and call now.`"))
        }
    }
}
