import ContentLoading
import Diagnostics
import Exercises

/// Emergency signs lead to another contact than signs that can wait, so that nobody waits for an appointment in an emergency.
///
/// ```bad
/// - {level: emergency, sign: Weakness in both legs, action: Call now., contact: doctor}
/// - {level: non-urgent, sign: Soreness that lasts, action: Make an appointment., contact: doctor}
/// ```
/// ```good
/// - {level: emergency, sign: Weakness in both legs, action: Call now., contact: emergency}
/// - {level: non-urgent, sign: Soreness that lasts, action: Make an appointment., contact: doctor}
/// ```
enum EmergencyContact: LibraryRule {
    static let id = "emergency-contact"
    static let group = RuleGroup.safety
    static let severity = Diagnostic.Severity.warning

    static func check(_ content: CheckedLibrary, _ report: inout RuleReport) {
        let signs = content.library.safety.signs
        let others = Set(signs.filter { $0.level == .nonUrgent }.map(\.contact))
        for (index, sign) in signs.enumerated() where sign.level == .emergency && others.contains(sign.contact) {
            report.found(
                "this emergency leads to the same contact as signs that can wait: “\(sign.contact.label)”",
                in: content.settingOrigins["Content/safety.yaml"], field: "signs.\(index).contact",
                fix: Fix("name the emergency number or department"))
        }
    }
}
