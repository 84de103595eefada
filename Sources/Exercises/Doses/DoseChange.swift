/// Figures that a programme or a handout sets in place of an exercise's own.
package struct DoseChange: Hashable, Sendable {
    /// The changed figures by field.
    package private(set) var figures: [DoseField: DoseFigure]

    package init() {
        figures = [:]
    }

    /// Sets a figure; false when the figure's kind does not fit the field.
    package mutating func set(_ field: DoseField, to figure: DoseFigure) -> Bool {
        switch figure {
        case .time: guard field.isTime else { return false }
        case .count: guard !field.isTime else { return false }
        }
        figures[field] = figure
        return true
    }

    /// This change with the figures of another, stronger one in their places; a whole hold there replaces each of its phases here.
    package func overridden(by stronger: DoseChange) -> DoseChange {
        var change = self
        if stronger.figures[.hold(phase: nil)] != nil {
            change.figures = change.figures.filter { if case .hold = $0.key { false } else { true } }
        }
        change.figures.merge(stronger.figures) { $1 }
        return change
    }

    package var isEmpty: Bool { figures.isEmpty }
}

extension Dose {
    /// The same dose with a change applied. A phase that the hold does not have is left out of account; `hold` without a phase sets all.
    package func changed(by change: DoseChange) -> Dose {
        var dose = self
        // The whole hold before its phases: a dictionary's order differs from run to run, and a dose must not.
        let general = change.figures.filter { $0.key == .hold(phase: nil) }
        let others = change.figures.filter { $0.key != .hold(phase: nil) }
        for (field, figure) in Array(general) + Array(others) {
            switch (field, figure) {
            case (.hold(nil), .time(let time)):
                let named = hold?.phases.compactMap { phase in phase.name.map { (name: $0, time: time) } } ?? []
                dose.hold = Hold(phases: named) ?? Hold(time)
            case (.hold(let phase?), .time(let time)):
                let named = dose.hold?.phases.compactMap { old in old.name.map { (name: $0, time: $0 == phase ? time : old.time) } } ?? []
                dose.hold = Hold(phases: named) ?? dose.hold
            case (.duration, .time(let time)): dose.duration = time
            case (.rest, .time(let time)): dose.rest = time
            case (.repetitions, .count(let count)): dose.repetitions = count
            case (.repetitionsPerDay, .count(let count)): dose.repetitionsPerDay = count
            case (.sets, .count(let count)): dose.sets = count
            case (.sessionsPerDay, .count(let count)): dose.sessionsPerDay = count
            case (.daysPerWeek, .count(let count)): dose.daysPerWeek = count
            case (_, .time), (_, .count): break
            }
        }
        return dose
    }
}
