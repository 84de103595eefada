import Exercises

/// Doses as data.
struct DoseData {
    let doses: DosePhrasing

    /// A dose with every stated figure as data and as it is said. What no source states has no member.
    func write(_ dose: Dose, to json: inout JSONWriter) {
        json.member("text", doses.sentence(dose))
        if let hold = dose.hold {
            json.objects("hold", hold.phases) { json, phase in
                json.member("phase", phase.name)
                write("time", phase.time, to: &json)
            }
        }
        write("duration", dose.duration, to: &json)
        write("repetitions", dose.repetitions, to: &json)
        write("repetitionsPerDay", dose.repetitionsPerDay, to: &json)
        write("sets", dose.sets, to: &json)
        write("rest", dose.rest, to: &json)
        json.member("sides", dose.sides.rawValue)
        json.member("firstSide", dose.firstSide?.rawValue)
        write("sessionsPerDay", dose.sessionsPerDay, to: &json)
        write("daysPerWeek", dose.daysPerWeek, to: &json)
        json.member("progression", dose.progression)
    }

    private func write(_ name: StaticString, _ time: TimeQuantity?, to json: inout JSONWriter) {
        guard let time else { return }
        json.object(name) { json in
            write(time, text: doses.phrase(time), unit: time.unit.rawValue, to: &json)
            json.member("seconds", time.timerSeconds)
        }
    }

    private func write(_ name: StaticString, _ count: CountQuantity?, to json: inout JSONWriter) {
        guard let count else { return }
        json.object(name) { json in
            write(count, text: doses.phrase(count), unit: nil, to: &json)
            json.member("count", count.timerValue)
        }
    }

    /// A vague amount has no hedge and no figures of its own: only the number that timers and counters use.
    private func write<Unit>(_ quantity: Quantity<Unit>, text: String, unit: String?, to json: inout JSONWriter) {
        json.member("text", text)
        switch quantity.amount {
        case .stated(let range):
            json.member("hedge", quantity.hedge.rawValue)
            json.member("min", range.lowerBound)
            json.member("max", range.upperBound)
        case .vague(let vague): json.member("vague", vague.rawValue)
        }
        json.member("unit", unit)
    }
}
