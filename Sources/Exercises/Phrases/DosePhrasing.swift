/// Says doses in the words of a phrasebook. Text, table, handout and spoken cue all take their figures from here.
package struct DosePhrasing: Sendable {
    let phrases: PreparedPhrases<DosePhrase>

    package init(_ book: Phrasebook) {
        phrases = PreparedPhrases(book)
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
        var text = PhraseText()
        write(time, to: &text)
        return text.string
    }

    /// `2 to 3`, `at least 3`, `as needed`.
    package func phrase(_ count: CountQuantity) -> String {
        var text = PhraseText()
        write(count, to: &text)
        return text.string
    }

    package func phrase(_ figure: DoseFigure) -> String {
        switch figure {
        case .time(let time): phrase(time)
        case .count(let count): phrase(count)
        }
    }

    /// The dose as short sentences in one line; empty when nothing is stated.
    package func sentence(_ dose: Dose) -> String {
        var text = PhraseText()
        var isFirst = true
        func add(_ write: (inout PhraseText) -> Void) {
            if !isFirst { text += " " }
            isFirst = false
            write(&text)
        }
        for phase in dose.hold?.phases ?? [] { add { writeSentence(phase, to: &$0) } }
        if let duration = dose.duration { add { write(.durationSentence, duration, to: &$0) } }
        if let repetitions = dose.repetitions { add { writeSentence(repetitions: repetitions, sides: dose.sides, to: &$0) } }
        // "On each side" has said it already.
        let isSaid = dose.sides == .both && dose.firstSide == nil && dose.repetitions != nil
        if let sides = sides(dose), !isSaid { add { $0 += sides + "." } }
        if let sets = dose.sets { add { write(sets, once: .setsOnceSentence, .setsSentence, to: &$0) } }
        if let rest = dose.rest { add { write(.restSentence, rest, to: &$0) } }
        if let total = dose.repetitionsPerDay { add { write(.repetitionsPerDaySentence, total, to: &$0) } }
        if let sessions = dose.sessionsPerDay {
            add { write(sessions, once: .sessionsOncePerDaySentence, .sessionsPerDaySentence, to: &$0) }
        }
        if let days = dose.daysPerWeek { add { write(days, once: .daysOncePerWeekSentence, .daysPerWeekSentence, to: &$0) } }
        return text.string
    }

    /// The dose as rows. Hold (or duration), repetitions and sessions a day always have a row, which says so when no source states them,
    /// unless a daily total takes their place.
    package func rows(_ dose: Dose) -> [Row] {
        var rows: [Row] = dose.statedFields.compactMap { field in
            dose[field].map { Row(field: field, label: label(field), value: phrase($0), isStated: true) }
        }
        func addUnstated(_ field: DoseField, at index: Int) {
            rows.insert(
                Row(field: field, label: label(field), value: phrases[.notStated].text, isStated: false), at: min(index, rows.count))
        }
        if dose.hold == nil, dose.duration == nil { addUnstated(.hold(phase: nil), at: 0) }
        if dose.repetitions == nil, dose.duration == nil, dose.repetitionsPerDay == nil {
            addUnstated(.repetitions, at: max(1, dose.hold?.phases.count ?? 0))
        }
        if let sides = sides(dose) {
            let place = rows.firstIndex { $0.field == .sessionsPerDay || $0.field == .daysPerWeek } ?? rows.count
            rows.insert(Row(field: nil, label: phrases[.sidesLabel].text, value: sides, isStated: true), at: place)
        }
        if dose.sessionsPerDay == nil, dose.repetitionsPerDay == nil {
            addUnstated(.sessionsPerDay, at: rows.firstIndex { $0.field == .daysPerWeek } ?? rows.count)
        }
        if let progression = dose.progression {
            rows.append(Row(field: nil, label: phrases[.progressionLabel].text, value: progression, isStated: true))
        }
        return rows
    }

    /// The name of a figure, for a table.
    package func label(_ field: DoseField) -> String {
        let label: DosePhrase =
            switch field {
            case .hold(nil): .holdLabel
            case .hold(_?): .holdPhaseLabel
            case .duration: .durationLabel
            case .repetitions: .repetitionsLabel
            case .repetitionsPerDay: .repetitionsPerDayLabel
            case .sets: .setsLabel
            case .rest: .restLabel
            case .sessionsPerDay: .sessionsPerDayLabel
            case .daysPerWeek: .daysPerWeekLabel
            }
        guard case .hold(let phase?) = field else { return phrases[label].text }
        var text = PhraseText()
        say(label, to: &text, "phase") { $0 += Self.words(of: phase) }
        return text.string
    }

    /// Which side first; none for a symmetrical exercise.
    package func sides(_ dose: Dose) -> String? {
        let sides: DosePhrase? =
            switch (dose.sides, dose.firstSide) {
            case (.none, _): nil
            case (.both, nil): .sidesBoth
            case (.both, .left): .sidesBothLeftFirst
            case (.both, .right): .sidesBothRightFirst
            case (.both, .either): .sidesBothEitherFirst
            case (.alternate, .left): .sidesAlternateLeftFirst
            case (.alternate, .right): .sidesAlternateRightFirst
            case (.alternate, nil), (.alternate, .either): .sidesAlternate
            }
        return sides.map { phrases[$0].text }
    }
}
