import Diagnostics
import Exercises

/// A dose stays within what people are usually asked to do. A figure beyond is more often a slip of the pen than meant: `30 min` for `30 s`.
///
/// ```bad
/// dose: {hold: 30 min}
/// ```
/// ```good
/// dose: {hold: 30 s}
/// ```
enum ExtremeDose: PageRule {
    static let id = "extreme-dose"
    static let group = RuleGroup.dose
    static let severity = Diagnostic.Severity.warning
    static let limits = [
        RuleLimit("holdSeconds", 300, "the longest hold"), RuleLimit("durationMinutes", 60, "the longest duration"),
        RuleLimit("repetitions", 50, "the most repetitions, in a session or a day"), RuleLimit("sets", 10, "the most sets"),
        RuleLimit("restSeconds", 600, "the longest rest"), RuleLimit("sessionsPerDay", 12, "the most sessions a day"),
    ]

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        for (dose, path) in page.doses {
            for field in dose.statedFields {
                guard let (name, factor) = limit(field), let figure = dose[field], let most = highest(figure),
                    most > report.limit(name) * factor
                else { continue }
                report.found(
                    "`\(figure.notation)` is unusually much for `\(field.name)`", field: "\(path).\(field.name)",
                    notes: ["more than \(report.limit(name)) (`\(name)`) is seldom meant"], fix: Fix("correct the figure or its unit"))
            }
        }
    }

    private static func limit(_ field: DoseField) -> (name: String, factor: Int)? {
        switch field {
        case .hold: ("holdSeconds", 1)
        case .duration: ("durationMinutes", 60)
        case .repetitions, .repetitionsPerDay: ("repetitions", 1)
        case .sets: ("sets", 1)
        case .rest: ("restSeconds", 1)
        case .sessionsPerDay: ("sessionsPerDay", 1)
        case .daysPerWeek: nil
        }
    }

    private static func highest(_ figure: DoseFigure) -> Int? {
        switch figure {
        case .time(let time): time.seconds?.upperBound
        case .count(let count): count.statedRange?.upperBound
        }
    }
}
