import Diagnostics
import Exercises

/// A dose fits into a day, and a session has no more repetitions than the whole day.
///
/// ```bad
/// dose: {repetitions: 10, repetitionsPerDay: up to 5}
/// ```
/// ```good
/// dose: {repetitions: 5, repetitionsPerDay: up to 30}
/// ```
enum ImpossibleDose: PageRule {
    static let id = "impossible-dose"
    static let group = RuleGroup.dose
    static let severity = Diagnostic.Severity.error

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        for (dose, path) in page.doses {
            if dose.secondsPerDay > Dose.secondsOfADay {
                report.found(
                    "the sessions of a day would take \(dose.secondsPerDay / 3600) hours", field: path,
                    fix: Fix("correct the figures; a day has 24 hours"))
            }
            if let session = dose.repetitions?.statedRange, let day = dose.repetitionsPerDay?.statedRange,
                dose.repetitionsPerDay?.hedge != .atLeast, session.lowerBound > day.upperBound
            {
                report.found(
                    "a session has \(session.lowerBound) repetitions, but a day only \(day.upperBound)", field: "\(path).repetitions",
                    fix: Fix("correct one of the two"))
            }
        }
    }
}

extension CheckedPage {
    /// The doses that the page recommends, each with the path of its field: an exercise's own, and those that a programme changes.
    var doses: [(dose: Dose, path: String)] {
        switch content {
        case .exercise(let exercise): exercise.dose.map { [($0, "dose")] } ?? []
        case .guidance: []
        case .programme(let programme):
            programme.entries.enumerated().compactMap { index, entry in
                guard !entry.doseChange.isEmpty, let dose = library.exercise(entry.exercise)?.dose else { return nil }
                return (dose.changed(by: entry.doseChange), "exercises.\(index).dose")
            }
        }
    }
}
