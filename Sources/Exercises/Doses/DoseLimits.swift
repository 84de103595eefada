extension Dose {
    /// The figures that a change of this dose may set, in the order in which a dose is said: the phases of a hold one by one, and a hold or
    /// a duration, whichever it has. A dose with neither may get one of the two.
    package var changeableFields: [DoseField] {
        let holds = hold?.phases.map { DoseField.hold(phase: $0.name) } ?? (duration == nil ? [.hold(phase: nil)] : [])
        return holds + DoseField.plain.dropFirst().filter { $0 != .duration || hold == nil }
    }

    /// About how many seconds all sessions of a day take; a changed dose may take no more than `secondsOfADay`.
    package var secondsPerDay: Int { sessionSeconds * (sessionsPerDay?.timerValue ?? 1) }

    package static let secondsOfADay = 24 * 60 * 60
}

extension DoseField {
    /// The highest figure that a change may set; the lowest is 1.
    package var highestFigure: Int { self == .daysPerWeek ? 7 : CountQuantity.allowedFigures.upperBound }
}
