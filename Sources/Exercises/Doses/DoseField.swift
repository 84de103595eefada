/// One figure of a dose, as prose and overrides name it: `hold`, `hold.rounded`, `repetitions`.
package enum DoseField: Hashable, Sendable {
    /// The hold, or one phase of it.
    case hold(phase: String?)
    case duration
    case repetitions
    case repetitionsPerDay
    case sets
    case rest
    case sessionsPerDay
    case daysPerWeek

    /// Reads `hold`, `hold.PHASE` or the name of another figure.
    package init?(_ text: String) {
        switch text {
        case "hold": self = .hold(phase: nil)
        case "duration": self = .duration
        case "repetitions": self = .repetitions
        case "repetitionsPerDay": self = .repetitionsPerDay
        case "sets": self = .sets
        case "rest": self = .rest
        case "sessionsPerDay": self = .sessionsPerDay
        case "daysPerWeek": self = .daysPerWeek
        default:
            let phase = text.dropFirst("hold.".count)
            guard text.hasPrefix("hold."), !phase.isEmpty else { return nil }
            self = .hold(phase: String(phase))
        }
    }

    /// The name as it is written; reading it gives the same field.
    package var name: String {
        switch self {
        case .hold(nil): "hold"
        case .hold(let phase?): "hold.\(phase)"
        case .duration: "duration"
        case .repetitions: "repetitions"
        case .repetitionsPerDay: "repetitionsPerDay"
        case .sets: "sets"
        case .rest: "rest"
        case .sessionsPerDay: "sessionsPerDay"
        case .daysPerWeek: "daysPerWeek"
        }
    }

    /// Whether the figure is a length of time, not a count.
    package var isTime: Bool {
        switch self {
        case .hold, .duration, .rest: true
        case .repetitions, .repetitionsPerDay, .sets, .sessionsPerDay, .daysPerWeek: false
        }
    }

    /// The fields without phases, in the order in which a dose is said.
    package static let plain: [DoseField] = [
        .hold(phase: nil), .duration, .repetitions, .sets, .rest, .repetitionsPerDay, .sessionsPerDay, .daysPerWeek,
    ]
}

/// A figure of a dose with its kind.
package enum DoseFigure: Hashable, Sendable {
    case time(TimeQuantity)
    case count(CountQuantity)
}

extension Dose {
    /// The figure of a field; nil when it is not stated.
    package subscript(field: DoseField) -> DoseFigure? {
        switch field {
        case .hold(let phase): hold?[phase].map(DoseFigure.time)
        case .duration: duration.map(DoseFigure.time)
        case .rest: rest.map(DoseFigure.time)
        case .repetitions: repetitions.map(DoseFigure.count)
        case .repetitionsPerDay: repetitionsPerDay.map(DoseFigure.count)
        case .sets: sets.map(DoseFigure.count)
        case .sessionsPerDay: sessionsPerDay.map(DoseFigure.count)
        case .daysPerWeek: daysPerWeek.map(DoseFigure.count)
        }
    }

    /// Every field that has a figure, phases one by one, in the order in which a dose is said.
    package var statedFields: [DoseField] {
        var fields: [DoseField] = []
        fields.reserveCapacity(DoseField.plain.count)
        for phase in hold?.phases ?? [] { fields.append(.hold(phase: phase.name)) }
        for field in DoseField.plain.dropFirst() where self[field] != nil { fields.append(field) }
        return fields
    }
}

extension DoseFigure {
    /// The figure as the content format writes it.
    package var notation: String {
        switch self {
        case .time(let time): time.description
        case .count(let count): count.description
        }
    }
}
