import Diagnostics
import Exercises

/// An amount in the steps is one that the dose states. A reader who finds 20 seconds in a step and 10 in the table does not know which is
/// meant.
///
/// ```bad
/// 3. Hold for 20 seconds.        (and `hold: 10 s` in the front matter)
/// ```
/// ```good
/// 3. Hold for [10 seconds](dose:hold).
/// ```
enum AmountContradictsDose: PageRule {
    static let id = "amount-contradicts-dose"
    static let group = RuleGroup.dose
    static let severity = Diagnostic.Severity.error
    static let readsEnglish = true

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard let dose = page.taughtExercise?.dose else { return }
        for step in page.steps {
            for passage in step.passages {
                for amount in WrittenAmount.all(in: passage) where amount.field(in: dose) == nil {
                    let fields = amount.candidates(in: dose)
                    let states = fields.map { "`\($0.name): \(dose[$0]?.notation ?? "")`" }.joined(separator: ", ")
                    report.found(
                        "the step says “\(passage.string(words: amount.words))”, but the dose does not",
                        at: passage.source(words: amount.words),
                        notes: [fields.isEmpty ? "the dose states no such figure" : "it states \(states)"],
                        fix: Fix("make the two the same, and link the amount to the dose"))
                }
            }
        }
    }
}

extension WrittenAmount {
    /// The figures of a dose that the amount could be.
    func candidates(in dose: Dose) -> [DoseField] {
        dose.statedFields.filter { field in
            switch field {
            case .hold, .duration, .rest: secondsOfUnit != nil
            case .repetitions: secondsOfUnit == nil && !isPerDay
            case .repetitionsPerDay, .sessionsPerDay: secondsOfUnit == nil && isPerDay
            case .sets, .daysPerWeek: false
            }
        }
    }

    /// The figure of a dose that the amount says, whatever its hedge.
    func field(in dose: Dose) -> DoseField? {
        candidates(in: dose).first { field in
            switch dose[field] {
            case .time(let time): time.seconds == range.scaled(by: secondsOfUnit ?? 1)
            case .count(let count): count.statedRange == range
            case nil: false
            }
        }
    }
}

extension Quantity {
    /// The figures; nil for a vague amount.
    var statedRange: ClosedRange<Int>? { if case .stated(let range) = amount { range } else { nil } }
}

extension Quantity<TimeUnit> {
    /// The figures in seconds; nil for a vague amount.
    var seconds: ClosedRange<Int>? { statedRange?.scaled(by: unit.seconds) }
}

extension ClosedRange<Int> {
    fileprivate func scaled(by factor: Int) -> ClosedRange<Int> { lowerBound * factor...upperBound * factor }
}
