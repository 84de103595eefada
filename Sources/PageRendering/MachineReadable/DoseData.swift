import Exercises

/// Doses as data.
struct DoseData {
    let doses: DosePhrasing

    /// A dose with every stated figure as data and as it is said. What no source states has no member.
    func json(_ dose: Dose) -> JSONValue {
        .object([
            "text": .string(doses.sentence(dose)),
            "hold": dose.hold.map { .array($0.phases.map(json)) },
            "duration": dose.duration.map(json),
            "repetitions": dose.repetitions.map(json),
            "repetitionsPerDay": dose.repetitionsPerDay.map(json),
            "sets": dose.sets.map(json),
            "rest": dose.rest.map(json),
            "sides": .string(dose.sides.rawValue),
            "firstSide": dose.firstSide.map { .string($0.rawValue) },
            "sessionsPerDay": dose.sessionsPerDay.map(json),
            "daysPerWeek": dose.daysPerWeek.map(json),
            "progression": dose.progression.map(JSONValue.string),
        ])
    }

    private func json(_ phase: Hold.Phase) -> JSONValue {
        .object(["phase": phase.name.map(JSONValue.string), "time": json(phase.time)])
    }

    private func json(_ time: TimeQuantity) -> JSONValue {
        json(time, text: doses.phrase(time), unit: time.unit.rawValue)
            + .object(["seconds": .integer(time.timerSeconds)])
    }

    private func json(_ count: CountQuantity) -> JSONValue {
        json(count, text: doses.phrase(count), unit: nil) + .object(["count": .integer(count.timerValue)])
    }

    /// A vague amount has no hedge and no figures of its own: only the number that timers and counters use.
    private func json<Unit>(_ quantity: Quantity<Unit>, text: String, unit: String?) -> JSONValue {
        switch quantity.amount {
        case .stated(let range):
            .object([
                "text": .string(text), "hedge": .string(quantity.hedge.rawValue), "min": .integer(range.lowerBound),
                "max": .integer(range.upperBound), "unit": unit.map(JSONValue.string),
            ])
        case .vague(let vague):
            .object(["text": .string(text), "vague": .string(vague.rawValue), "unit": unit.map(JSONValue.string)])
        }
    }
}
