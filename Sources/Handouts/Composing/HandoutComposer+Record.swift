import Exercises

extension HandoutComposer {
    /// All exercises of a handout at a glance.
    func overview(_ selection: HandoutSelection) -> HandoutDocument.Overview {
        let seconds =
            selection.programme?.totalSeconds(doses: selection.items.map(\.dose))
            ?? selection.items.reduce(0) { $0 + $1.dose.sessionSeconds }
        return HandoutDocument.Overview(
            heading: book[HandoutPhrase.overviewHeading],
            columns: [book[HandoutPhrase.overviewExercise], book[HandoutPhrase.overviewDose], book[HandoutPhrase.overviewTime]],
            rows: selection.items.map { item in
                HandoutDocument.Overview.Row(
                    title: item.exercise.title, picture: thumbnail(item.exercise),
                    dose: phrasing.sentence(item.dose).nonEmpty ?? book[DosePhrase.notStated],
                    time: aboutMinutes(item.dose.sessionSeconds))
            },
            total: field(.overviewTotal, aboutMinutes(seconds)))
    }

    private func thumbnail(_ exercise: Exercise) -> HandoutPicture? {
        exercise.figures.flatMap { drawings.source($0.cardPicture, of: exercise.slug) }.map {
            HandoutPicture(source: $0, description: "")
        }
    }

    /// A time in whole minutes, at least one.
    private func aboutMinutes(_ seconds: Int) -> String {
        let minutes = min(max(1, (seconds + 30) / 60), TimeQuantity.allowedFigures.upperBound)
        return TimeQuantity(.about, minutes...minutes, .minute).map(phrasing.phrase) ?? ""
    }

    /// The grid to tick: a row of boxes for each exercise, and one for pain.
    func record(_ selection: HandoutSelection, weeks: Int) -> HandoutRecord {
        let isSingle = selection.items.count == 1
        let rows = selection.items.map { item in
            let boxes = Self.boxes(for: item.dose)
            return HandoutRecord.Row(
                label: isSingle ? book[HandoutPhrase.recordDone] : item.exercise.title, boxes: boxes.certain, optionalBoxes: boxes.optional)
        }
        let days: [HandoutPhrase] = [.monday, .tuesday, .wednesday, .thursday, .friday, .saturday, .sunday]
        let hasOptional = rows.contains { $0.optionalBoxes > 0 }
        return HandoutRecord(
            heading: book[HandoutPhrase.recordHeading],
            instructions: [book[HandoutPhrase.recordTick]] + (hasOptional ? [book[HandoutPhrase.recordOptional]] : [])
                + [book[HandoutPhrase.recordPain]],
            weekHeading: book[HandoutPhrase.recordWeekHeading], rowHeading: book[HandoutPhrase.recordRowHeading],
            days: days.map { book[$0] },
            weeks: (1...weeks).map { book.say(HandoutPhrase.recordWeek, ["number": "\($0)"]) }, rows: rows,
            painLabel: book[HandoutPhrase.recordPainLabel], notesLabel: book[HandoutPhrase.recordNotesLabel])
    }

    /// The most boxes that a day's cell has room for.
    static let mostBoxes = 6

    /// One box for each session of a day that a dose asks for, and further ones for what it allows; a dose without sessions has one.
    static func boxes(for dose: Dose) -> (certain: Int, optional: Int) {
        guard let sessions = dose.sessionsPerDay else { return (1, 0) }
        let range: ClosedRange<Int>
        switch (sessions.amount, sessions.hedge) {
        case (.stated(let stated), .exactly), (.stated(let stated), .about): range = stated
        case (.stated(let stated), .upTo): range = 1...stated.upperBound
        case (.stated(let stated), .atLeast): range = stated.lowerBound...(stated.upperBound + 1)
        case (.vague, _): range = sessions.timerValue...sessions.timerValue
        }
        let certain = min(range.lowerBound, mostBoxes)
        return (certain, min(range.upperBound, mostBoxes) - certain)
    }
}
