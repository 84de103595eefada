import Testing

@testable import Exercises

@Suite struct DosePhrasingTests {
    let phrasing = DosePhrasing(Phrasebook(phrases: EnglishPhrases.phrases))

    @Test(arguments: [
        ("10 s", "10 seconds"), ("1 s", "1 second"), ("10–20 s", "10 to 20 seconds"), ("about 30 s", "about 30 seconds"),
        ("up to 10 s", "up to 10 seconds"), ("at least 10 min", "at least 10 minutes"), ("1 min", "1 minute"),
        ("a few seconds", "a few seconds"), ("several minutes", "several minutes"),
    ])
    func saysTimes(notation: String, phrase: String) throws {
        #expect(try phrasing.phrase(QuantityNotation.time(notation)) == phrase)
    }

    @Test func whatIsSaidCanBeReadBack() throws {
        for notation in ["10 s", "10–20 s", "about 30 s", "up to 10 s", "at least 10 min", "a few seconds", "several seconds"] {
            let time = try QuantityNotation.time(notation)
            #expect(try QuantityNotation.time(phrasing.phrase(time)) == time)
        }
    }

    @Test func saysAWholeDoseInOneLine() throws {
        let dose = Dose(
            hold: Hold(try QuantityNotation.time("10 s")), repetitions: try QuantityNotation.count("2–3"), sides: .both, firstSide: .left,
            sessionsPerDay: try QuantityNotation.count("at least 2"))
        #expect(
            phrasing.sentence(dose)
                == "Hold for 10 seconds. Repeat 2 to 3 times on each side. Left side first, then the right. Do at least 2 sessions a day.")
    }

    @Test func countsOnEachSideWhenSidesAlternateToo() throws {
        let dose = Dose(
            hold: Hold(try QuantityNotation.time("30 s")), repetitions: try QuantityNotation.count("2–3"), sides: .alternate,
            firstSide: .left)
        #expect(phrasing.sentence(dose) == "Hold for 30 seconds. Repeat 2 to 3 times on each side. Change sides, left first.")
        #expect(dose.sessionSeconds == (30 + Dose.secondsToMove) * 2 * 2)
    }

    @Test func saysTheSidesOnce() throws {
        let dose = Dose(repetitions: try QuantityNotation.count("3"), sides: .both)
        #expect(phrasing.sentence(dose) == "Repeat 3 times on each side.")
    }

    @Test func namesEachPhaseOfAHold() throws {
        let hold = try #require(
            Hold(phases: [("rounded", try QuantityNotation.time("a few seconds")), ("armsForward", try QuantityNotation.time("about 5 s"))])
        )
        #expect(
            phrasing.sentence(Dose(hold: hold))
                == "Hold for a few seconds (rounded). Hold for about 5 seconds (arms forward).")
    }

    @Test func aTableSaysWhatNoSourceStates() throws {
        let rows = phrasing.rows(Dose(hold: Hold(try QuantityNotation.time("about 30 s"))))
        #expect(rows.map(\.label) == ["Hold", "Repetitions", "Sessions a day"])
        #expect(rows.map(\.isStated) == [true, false, false])
    }

    @Test func aChangedDoseChangesOnlyItsFigures() throws {
        var change = DoseChange()
        #expect(change.set(.hold(phase: "a"), to: .time(try QuantityNotation.time("10 s"))))
        #expect(!change.set(.hold(phase: nil), to: .count(try QuantityNotation.count("3"))))
        let hold = try #require(Hold(phases: [("a", try QuantityNotation.time("5 s")), ("b", try QuantityNotation.time("5 s"))]))
        let changed = Dose(hold: hold).changed(by: change)
        #expect(changed.hold?["a"]?.description == "10 s")
        #expect(changed.hold?["b"]?.description == "5 s")
    }

    @Test func findsAPhraseThatWouldLoseAFigure() {
        var phrases = EnglishPhrases.phrases
        phrases["dose.hedge.about"] = "about"
        phrases["dose.range"] = nil
        #expect(
            Phrasebook(phrases: phrases).problems(with: DosePhrase.self) == [
                .missingPlaceholder(key: "dose.hedge.about", name: "amount"), .missing(key: "dose.range"),
            ])
    }
}

/// The dose section of the English language file, written out so that these tests need no file.
enum EnglishPhrases {
    static let phrases: [String: String] = [
        "dose.hedge.about": "about {amount}", "dose.hedge.upTo": "up to {amount}", "dose.hedge.atLeast": "at least {amount}",
        "dose.range": "{low} to {high}", "dose.unit.second": "{amount} second", "dose.unit.seconds": "{amount} seconds",
        "dose.unit.minute": "{amount} minute", "dose.unit.minutes": "{amount} minutes", "dose.vague.aFew": "a few",
        "dose.vague.several": "several", "dose.vague.asNeeded": "as needed", "dose.label.hold": "Hold",
        "dose.label.holdPhase": "Hold, {phase}", "dose.label.duration": "For how long", "dose.label.repetitions": "Repetitions",
        "dose.label.repetitionsPerDay": "Repetitions in a day", "dose.label.sets": "Sets", "dose.label.rest": "Rest",
        "dose.label.sessionsPerDay": "Sessions a day", "dose.label.daysPerWeek": "Days a week", "dose.label.sides": "Sides",
        "dose.label.progression": "Doing more", "dose.notStated": "Not stated", "dose.sides.both": "One side, then the other",
        "dose.sides.bothLeftFirst": "Left side first, then the right", "dose.sides.bothRightFirst": "Right side first, then the left",
        "dose.sides.bothEitherFirst": "Either side first", "dose.sides.alternate": "Change sides each time",
        "dose.sides.alternateLeftFirst": "Change sides, left first", "dose.sides.alternateRightFirst": "Change sides, right first",
        "dose.sentence.hold": "Hold for {amount}.", "dose.sentence.holdPhase": "Hold for {amount} ({phase}).",
        "dose.sentence.duration": "Do it for {amount}.", "dose.sentence.repetitionsOnce": "Do it once.",
        "dose.sentence.repetitions": "Repeat {amount} times.", "dose.sentence.repetitionsAsNeeded": "Repeat as needed.",
        "dose.sentence.repetitionsEachSide": "Repeat {amount} times on each side.",
        "dose.sentence.repetitionsPerDay": "Do {amount} in a day.", "dose.sentence.setsOnce": "Do one set.",
        "dose.sentence.sets": "Do {amount} sets.", "dose.sentence.rest": "Rest {amount}.",
        "dose.sentence.sessionsOncePerDay": "Do one session a day.", "dose.sentence.sessionsPerDay": "Do {amount} sessions a day.",
        "dose.sentence.daysOncePerWeek": "Do it on one day a week.", "dose.sentence.daysPerWeek": "Do it on {amount} days a week.",
    ]
}
