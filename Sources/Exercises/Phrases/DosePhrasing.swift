/// Says doses in the words of a phrasebook. Text, table, handout and spoken cue all take their figures from here.
package struct DosePhrasing: Sendable {
    private let book: Phrasebook

    package init(_ book: Phrasebook) {
        self.book = book
    }

    /// One row of a dose table.
    package struct Row: Hashable, Sendable {
        /// The figure's field; none for the sides and the progression.
        package let field: DoseField?
        package let label: String
        package let value: String
        /// False for a row that only says that no source states the figure.
        package let isStated: Bool
    }

    /// `about 30 seconds`, `10 to 20 seconds`, `a few seconds`.
    package func phrase(_ time: TimeQuantity) -> String {
        let isOne = time.amount == .stated(1...1)
        let unit: DosePhrase =
            switch time.unit {
            case .second: isOne ? .second : .seconds
            case .minute: isOne ? .minute : .minutes
            }
        return hedged(time.hedge, book.say(unit, ["amount": amount(time.amount)]))
    }

    /// `2 to 3`, `at least 3`, `as needed`.
    package func phrase(_ count: CountQuantity) -> String {
        hedged(count.hedge, amount(count.amount))
    }

    package func phrase(_ figure: DoseFigure) -> String {
        switch figure {
        case .time(let time): phrase(time)
        case .count(let count): phrase(count)
        }
    }

    /// The dose as short sentences in one line; empty when nothing is stated.
    package func sentence(_ dose: Dose) -> String {
        var sentences: [String] = []
        for phase in dose.hold?.phases ?? [] {
            if let name = phase.name {
                sentences.append(book.say(DosePhrase.holdPhaseSentence, ["phase": Self.words(of: name), "amount": phrase(phase.time)]))
            } else {
                sentences.append(book.say(DosePhrase.holdSentence, ["amount": phrase(phase.time)]))
            }
        }
        if let duration = dose.duration { sentences.append(book.say(DosePhrase.durationSentence, ["amount": phrase(duration)])) }
        if let repetitions = dose.repetitions { sentences.append(repetitionsSentence(repetitions, sides: dose.sides)) }
        // "On each side" has said it already.
        let isSaid = dose.sides == .both && dose.firstSide == nil && dose.repetitions != nil
        if let phrase = sides(dose), !isSaid { sentences.append(phrase + ".") }
        if let sets = dose.sets { sentences.append(counted(sets, once: .setsOnceSentence, .setsSentence)) }
        if let rest = dose.rest { sentences.append(book.say(DosePhrase.restSentence, ["amount": phrase(rest)])) }
        if let total = dose.repetitionsPerDay {
            sentences.append(book.say(DosePhrase.repetitionsPerDaySentence, ["amount": phrase(total)]))
        }
        if let sessions = dose.sessionsPerDay {
            sentences.append(counted(sessions, once: .sessionsOncePerDaySentence, .sessionsPerDaySentence))
        }
        if let days = dose.daysPerWeek { sentences.append(counted(days, once: .daysOncePerWeekSentence, .daysPerWeekSentence)) }
        return sentences.joined(separator: " ")
    }

    /// The dose as rows. Hold (or duration), repetitions and sessions a day always have a row, which says so when no source states them,
    /// unless a daily total takes their place.
    package func rows(_ dose: Dose) -> [Row] {
        var rows: [Row] = dose.statedFields.compactMap { field in
            dose[field].map { Row(field: field, label: label(field), value: phrase($0), isStated: true) }
        }
        func addUnstated(_ field: DoseField, at index: Int) {
            rows.insert(
                Row(field: field, label: label(field), value: book[DosePhrase.notStated], isStated: false), at: min(index, rows.count))
        }
        if dose.hold == nil, dose.duration == nil { addUnstated(.hold(phase: nil), at: 0) }
        if dose.repetitions == nil, dose.duration == nil, dose.repetitionsPerDay == nil {
            addUnstated(.repetitions, at: max(1, dose.hold?.phases.count ?? 0))
        }
        if let sides = sides(dose) {
            let place = rows.firstIndex { $0.field == .sessionsPerDay || $0.field == .daysPerWeek } ?? rows.count
            rows.insert(Row(field: nil, label: book[DosePhrase.sidesLabel], value: sides, isStated: true), at: place)
        }
        if dose.sessionsPerDay == nil, dose.repetitionsPerDay == nil {
            addUnstated(.sessionsPerDay, at: rows.firstIndex { $0.field == .daysPerWeek } ?? rows.count)
        }
        if let progression = dose.progression {
            rows.append(Row(field: nil, label: book[DosePhrase.progressionLabel], value: progression, isStated: true))
        }
        return rows
    }

    /// The name of a figure, for a table.
    package func label(_ field: DoseField) -> String {
        switch field {
        case .hold(nil): book[DosePhrase.holdLabel]
        case .hold(let phase?): book.say(DosePhrase.holdPhaseLabel, ["phase": Self.words(of: phase)])
        case .duration: book[DosePhrase.durationLabel]
        case .repetitions: book[DosePhrase.repetitionsLabel]
        case .repetitionsPerDay: book[DosePhrase.repetitionsPerDayLabel]
        case .sets: book[DosePhrase.setsLabel]
        case .rest: book[DosePhrase.restLabel]
        case .sessionsPerDay: book[DosePhrase.sessionsPerDayLabel]
        case .daysPerWeek: book[DosePhrase.daysPerWeekLabel]
        }
    }

    /// Which side first; none for a symmetrical exercise.
    package func sides(_ dose: Dose) -> String? {
        switch (dose.sides, dose.firstSide) {
        case (.none, _): nil
        case (.both, nil): book[DosePhrase.sidesBoth]
        case (.both, .left): book[DosePhrase.sidesBothLeftFirst]
        case (.both, .right): book[DosePhrase.sidesBothRightFirst]
        case (.both, .either): book[DosePhrase.sidesBothEitherFirst]
        case (.alternate, .left): book[DosePhrase.sidesAlternateLeftFirst]
        case (.alternate, .right): book[DosePhrase.sidesAlternateRightFirst]
        case (.alternate, nil), (.alternate, .either): book[DosePhrase.sidesAlternate]
        }
    }

    private func repetitionsSentence(_ repetitions: CountQuantity, sides: Sides) -> String {
        switch repetitions.amount {
        case .vague(.asNeeded): book[DosePhrase.repetitionsAsNeededSentence]
        case _ where sides != .none: book.say(DosePhrase.repetitionsEachSideSentence, ["amount": phrase(repetitions)])
        default: counted(repetitions, once: .repetitionsOnceSentence, .repetitionsSentence)
        }
    }

    private func counted(_ count: CountQuantity, once: DosePhrase, _ many: DosePhrase) -> String {
        count.amount == .stated(1...1) && count.hedge == .exactly ? book[once] : book.say(many, ["amount": phrase(count)])
    }

    private func hedged(_ hedge: Hedge, _ amount: String) -> String {
        switch hedge {
        case .exactly: amount
        case .about: book.say(DosePhrase.about, ["amount": amount])
        case .upTo: book.say(DosePhrase.upTo, ["amount": amount])
        case .atLeast: book.say(DosePhrase.atLeast, ["amount": amount])
        }
    }

    private func amount(_ amount: TimeQuantity.Amount) -> String {
        switch amount {
        case .stated(let range): figures(range)
        case .vague(let vague): word(vague)
        }
    }

    private func amount(_ amount: CountQuantity.Amount) -> String {
        switch amount {
        case .stated(let range): figures(range)
        case .vague(let vague): word(vague)
        }
    }

    private func figures(_ range: ClosedRange<Int>) -> String {
        range.count == 1
            ? "\(range.lowerBound)" : book.say(DosePhrase.range, ["low": "\(range.lowerBound)", "high": "\(range.upperBound)"])
    }

    private func word(_ vague: VagueAmount) -> String {
        switch vague {
        case .aFew: book[DosePhrase.aFew]
        case .several: book[DosePhrase.several]
        case .asNeeded: book[DosePhrase.asNeeded]
        }
    }

    /// The words of a phase's key: `armsForward` and `arms-forward` are "arms forward".
    static func words(of key: String) -> String {
        key.reduce(into: "") { words, character in
            if character.isUppercase {
                words += " " + character.lowercased()
            } else {
                words.append(character == "-" || character == "_" ? " " : character)
            }
        }
    }
}
