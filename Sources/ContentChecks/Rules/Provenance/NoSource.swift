import Diagnostics
import Exercises

/// Every exercise names at least one source, so that readers can tell where its facts come from.
///
/// ```bad
/// sources: []
/// ```
/// ```good
/// sources:
///   - id: cleveland-clinic-2021
/// ```
enum NoSource: PageRule {
    static let id = "no-source"
    static let group = RuleGroup.provenance
    static let severity = Diagnostic.Severity.warning

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard let exercise = page.exercise, exercise.sources.isEmpty else { return }
        report.found("the exercise names no source", field: "sources", fix: Fix("add it under `sources:`"))
    }
}
