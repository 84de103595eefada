import Diagnostics
import Exercises

extension MappingDecoder {
    /// A dose: an exercise's own, or as a source reports it.
    mutating func dose() -> Dose {
        var dose = Dose()
        dose.hold = hold()
        dose.duration = time("duration")
        dose.repetitions = count("repetitions")
        dose.repetitionsPerDay = count("repetitionsPerDay")
        dose.sets = count("sets")
        dose.rest = time("rest")
        dose.sides = term("sides", Sides.self) ?? .none
        dose.firstSide = term("firstSide", FirstSide.self)
        dose.sessionsPerDay = count("sessionsPerDay")
        dose.daysPerWeek = count("daysPerWeek")
        dose.progression = text("progression")
        reportContradictions(dose)
        return dose
    }

    private mutating func hold() -> Hold? {
        guard let value = value("hold") else { return nil }
        guard case .mapping(let entries) = value.kind else { return time(value, path(of: "hold")).map { Hold($0) } }
        var phases: [(name: String, time: TimeQuantity)] = []
        let path = path(of: "hold")
        for entry in entries {
            log.ranges.note(entry.key, in: path, entry.value.range)
            if !Self.isPhase(entry.key) || YAMLAmbiguity.reading(of: entry.key) != nil {
                log.report(
                    "not-a-phase", "`\(entry.key)` cannot be the name of a phase", entry.keyRange,
                    notes: ["expected a word such as `rounded` or `armsForward`"])
            } else if let time = time(entry.value, "\(path).\(entry.key)") {
                phases.append((entry.key, time))
            }
        }
        return Hold(phases: phases)
    }

    /// Whether a name has letters, digits and hyphens, the first a letter.
    private static func isPhase(_ name: String) -> Bool {
        func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) }
        return name.utf8.first.map(isLetter) == true
            && name.utf8.allSatisfy { isLetter($0) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-") }
    }

    private func reportContradictions(_ dose: Dose) {
        if dose.firstSide != nil, dose.sides == .none {
            log.report(
                "first-side-without-sides", "`firstSide` needs `sides: both` or `sides: alternate`", log.ranges[path(of: "firstSide")],
                fix: Fix("add `sides: both`"))
        }
        if dose.hold != nil, dose.duration != nil {
            log.report(
                "hold-and-duration", "a dose has a hold or a duration, not both", log.ranges[path(of: "duration")],
                fix: Fix("keep the one that the source states"))
        }
        if case .stated(let days)? = dose.daysPerWeek?.amount, days.upperBound > DoseField.daysPerWeek.highestFigure {
            log.report("out-of-bounds", "a week has 7 days", log.ranges[path(of: "daysPerWeek")])
        }
    }

    /// The figures that a programme changes.
    mutating func doseChange() -> DoseChange {
        var change = DoseChange()
        for phase in hold()?.phases ?? [] { _ = change.set(.hold(phase: phase.name), to: .time(phase.time)) }
        for field in DoseField.plain.dropFirst() {
            let figure = field.isTime ? time(field.name).map(DoseFigure.time) : count(field.name).map(DoseFigure.count)
            if let figure { _ = change.set(field, to: figure) }
        }
        return change
    }

    /// Whose figures a dose has: one source for all of them, or a source a figure.
    mutating func doseOrigins(of dose: Dose) -> [DoseField: SourceID] {
        guard let value = value("from") else { return [:] }
        if case .scalar = value.kind {
            guard let id = slug(value, path(of: "from")) else { return [:] }
            return Dictionary(uniqueKeysWithValues: dose.statedFields.map { ($0, id) })
        }
        guard case .mapping(let entries) = value.kind else {
            log.report("wrong-type", "`\(path(of: "from"))` must be a source, or a source for each figure", value.range)
            return [:]
        }
        var origins: [DoseField: SourceID] = [:]
        let known = dose.statedFields + (dose.hold == nil ? [] : [DoseField.hold(phase: nil)])
        for entry in entries {
            log.ranges.note(entry.key, in: path(of: "from"), entry.value.range)
            guard let field = DoseField(entry.key), known.contains(field) else {
                log.report(
                    "unknown-key", "the dose has no figure `\(entry.key)`", entry.keyRange,
                    notes: ["expected one of: \(dose.statedFields.map(\.name).joined(separator: ", "))"],
                    fix: Suggestion.fix(for: entry.key, among: dose.statedFields.map(\.name)))
                continue
            }
            guard let id = slug(entry.value, path(of: "from.\(entry.key)")) else { continue }
            if field == .hold(phase: nil) {
                for phase in dose.hold?.phases ?? [] { origins[.hold(phase: phase.name)] = id }
            } else {
                origins[field] = id
            }
        }
        return origins
    }
}
