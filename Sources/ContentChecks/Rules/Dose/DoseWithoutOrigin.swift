import Diagnostics
import Exercises

/// Every figure of a recommended dose says whose it is, in `dose: from:`. A figure that nobody stands for is a guess.
///
/// ```bad
/// dose: {hold: 30 s}
/// ```
/// ```good
/// dose: {hold: 30 s, from: cleveland-clinic-2021}
/// ```
enum DoseWithoutOrigin: PageRule {
    static let id = "dose-without-origin"
    static let group = RuleGroup.dose
    static let severity = Diagnostic.Severity.warning

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard let exercise = page.exercise else { return }
        for field in exercise.dose?.statedFields ?? [] where exercise.doseOrigins[field] == nil {
            report.found(
                "`\(field.name)` does not say whose figure it is", field: "dose.\(field.name)",
                fix: Fix("name the source under `dose: from:`"))
        }
    }
}
