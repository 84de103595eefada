import Diagnostics
import Exercises

/// A recommended figure stands in the report of the source that it names: the same hedge, the same range, the same unit. Otherwise a figure
/// that nobody stated would carry somebody's name.
///
/// ```bad
/// dose: {hold: 30 s, from: cleveland-clinic-2021}
/// sources: [{id: cleveland-clinic-2021, dose: {hold: about 30 s}}]
/// ```
/// ```good
/// dose: {hold: about 30 s, from: cleveland-clinic-2021}
/// sources: [{id: cleveland-clinic-2021, dose: {hold: about 30 s}}]
/// ```
enum FigureNotInSource: PageRule {
    static let id = "figure-not-in-source"
    static let group = RuleGroup.dose
    static let severity = Diagnostic.Severity.error

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard let exercise = page.exercise, let dose = exercise.dose else { return }
        for field in dose.statedFields {
            guard let origin = exercise.doseOrigins[field], let figure = dose[field],
                let source = exercise.sources.first(where: { $0.id == origin })
            else { continue }
            let reported = source.dose?[field]
            guard reported != figure else { continue }
            report.found(
                "`\(field.name): \(figure.notation)` is not what `\(origin)` states", field: "dose.\(field.name)",
                notes: [reported.map { "it reports `\($0.notation)`" } ?? "it reports no such figure"],
                fix: Fix("name the source that states it, or correct the figure"))
        }
    }
}
