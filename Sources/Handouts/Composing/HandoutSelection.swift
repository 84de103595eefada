import Exercises

/// What a request chose from a library, with every dose in force.
struct HandoutSelection {
    struct Item {
        let exercise: Exercise
        /// After the programme's and the handout's change.
        let dose: Dose
        let changedByProgramme: DoseChange
        let changedByHandout: DoseChange
        let note: String?
    }

    let programme: Programme?
    /// At least one.
    let items: [Item]

    /// - Throws: every reason at once.
    init(_ request: HandoutRequest, in library: Library) throws(HandoutRefusal) {
        var reasons: [HandoutRefusal.Reason] = []
        if request.slugs.isEmpty { reasons.append(.empty) }
        if !(1...12).contains(request.weeks) { reasons.append(.weeks(request.weeks)) }
        var programme: Programme?
        var entries: [(exercise: Exercise, change: DoseChange, note: String?)] = []
        func add(_ exercise: Exercise, change: DoseChange, note: String?) {
            guard exercise.mayBeHandedOut else { return reasons.append(Self.refusal(of: exercise, in: library)) }
            // A programme may come back to an exercise; a list that names one twice is a slip.
            if programme == nil, entries.contains(where: { $0.exercise.slug == exercise.slug }) {
                return reasons.append(.twice(exercise.slug))
            }
            entries.append((exercise, change, note))
        }
        for text in request.slugs {
            if let exercise = Slug(text).flatMap(library.exercise) {
                add(exercise, change: DoseChange(), note: nil)
            } else if let found = Slug(text).flatMap(library.programme) {
                guard request.slugs.count == 1 else {
                    reasons.append(.programmeNotAlone(found.slug))
                    continue
                }
                programme = found
                for entry in found.entries {
                    guard let exercise = library.exercise(entry.exercise) else {
                        reasons.append(.unknown(entry.exercise.text, known: library.exercises.map(\.slug.text)))
                        continue
                    }
                    add(exercise, change: entry.doseChange, note: entry.note)
                }
            } else if let page = Slug(text).flatMap(library.guidance) {
                reasons.append(.notAnExercise(page.slug))
            } else {
                reasons.append(.unknown(text, known: Self.known(in: library)))
            }
        }
        let present = entries.map(\.exercise.slug.text)
        for slug in request.doseChanges.keys.sorted() where !present.contains(slug) {
            reasons.append(.doseOfAbsent(slug, present: present))
        }
        var items: [Item] = []
        for entry in entries {
            let own = entry.exercise.dose ?? Dose()
            let changed = request.doseChanges[entry.exercise.slug.text] ?? DoseChange()
            let dose = own.changed(by: entry.change).changed(by: changed)
            reasons += Self.unknownPhases(of: changed, in: own, entry.exercise.slug)
            reasons += Self.contradictions(in: dose, changed, of: entry.exercise)
            items.append(
                Item(
                    exercise: entry.exercise, dose: dose, changedByProgramme: entry.change,
                    changedByHandout: changed, note: request.notes[entry.exercise.slug.text] ?? entry.note))
        }
        // A draft programme without entries would be an empty handout.
        if items.isEmpty, reasons.isEmpty { reasons.append(.empty) }
        guard reasons.isEmpty else { throw HandoutRefusal(reasons: reasons) }
        self.programme = programme
        self.items = items
    }

    private static func refusal(of exercise: Exercise, in library: Library) -> HandoutRefusal.Reason {
        .notForReaders(
            exercise.slug, title: exercise.title, advice: exercise.advice, performer: exercise.performedBy,
            guidance: Slug("who-may-treat-your-back").flatMap(library.guidance))
    }

    /// What may be asked for, for a suggestion.
    private static func known(in library: Library) -> [String] {
        library.exercises.filter(\.mayBeHandedOut).map(\.slug.text) + library.programmes.map(\.slug.text)
    }

    /// What a dose in a content file may not say either, and what no day has time for.
    private static func contradictions(in dose: Dose, _ change: DoseChange, of exercise: Exercise) -> [HandoutRefusal.Reason] {
        guard !change.isEmpty else { return [] }
        var reasons: [HandoutRefusal.Reason] = []
        let own = exercise.dose ?? Dose()
        let states = own.statedFields.compactMap { field in own[field].map { "\(field.name) \($0.notation)" } }.joined(separator: ", ")
        if change.figures[.daysPerWeek] != nil, case .stated(let days)? = dose.daysPerWeek?.amount,
            days.upperBound > DoseField.daysPerWeek.highestFigure
        {
            reasons.append(.daysOfAWeek(exercise.slug))
        }
        let changesTime = change.figures.keys.contains { if case .hold = $0 { true } else { $0 == .duration } }
        if changesTime, dose.hold != nil, dose.duration != nil {
            reasons.append(.holdAndDuration(exercise.slug, states: states))
        } else if dose.secondsPerDay > Dose.secondsOfADay {
            reasons.append(.longerThanADay(exercise.slug, states: states.nonEmpty ?? "no figures"))
        }
        return reasons
    }

    private static func unknownPhases(of change: DoseChange, in dose: Dose, _ slug: Slug) -> [HandoutRefusal.Reason] {
        let known = dose.hold?.phases.compactMap(\.name) ?? []
        return change.figures.keys.compactMap { field -> String? in
            guard case .hold(let phase?) = field, !known.contains(phase) else { return nil }
            return phase
        }.sorted().map { .unknownPhase(slug, phase: $0, known: known) }
    }
}
