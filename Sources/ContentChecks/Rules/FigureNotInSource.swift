import Diagnostics
import Exercises

/// A recommended figure stands in the report of the source that it names: the same hedge, the same range, the same unit. Otherwise a figure
/// that nobody stated would carry somebody's name.
enum FigureNotInSource: ContentRule {
    static let id = "figure-not-in-source"

    static func findings(in content: RuleInput) -> [Diagnostic] {
        content.library.exercises.flatMap { exercise -> [Diagnostic] in
            guard let dose = exercise.dose else { return [] }
            return dose.statedFields.compactMap { field in
                guard let origin = exercise.doseOrigins[field], let figure = dose[field],
                    let report = exercise.sources.first(where: { $0.id == origin })
                else { return nil }
                let reported = report.dose?[field]
                guard reported != figure else { return nil }
                let says = reported.map { "it reports `\($0.notation)`" } ?? "it reports no such figure"
                return content.finding(
                    id, .error, "`\(field.name): \(figure.notation)` is not what `\(origin)` states", page: exercise.slug,
                    field: "dose.\(field.name)", notes: [says], fix: Fix("name the source that states it, or correct the figure"))
            }
        }
    }
}
