import Testing

@testable import Exercises

struct DoseLimitsTests {
    private let others = ["repetitions", "sets", "rest", "repetitionsPerDay", "sessionsPerDay", "daysPerWeek"]

    @Test func phasesAreChangedOneByOne() throws {
        let time = try #require(TimeQuantity(.exactly, 10...10, .second))
        let dose = Dose(hold: Hold(phases: [("rounded", time), ("sagged", time)]))
        #expect(dose.changeableFields.map(\.name) == ["hold.rounded", "hold.sagged"] + others)
    }

    @Test func aHoldAndADurationExcludeEachOther() throws {
        let time = try #require(TimeQuantity(.exactly, 10...10, .second))
        #expect(Dose(hold: Hold(time)).changeableFields.map(\.name) == ["hold"] + others)
        #expect(Dose(duration: time).changeableFields.map(\.name) == ["duration"] + others)
    }

    @Test func aDoseWithoutATimeMayGetEither() {
        #expect(Dose().changeableFields.map(\.name) == ["hold", "duration"] + others)
    }

    @Test func everyChangeableFieldTakesAFigure() throws {
        let time = try #require(TimeQuantity(.exactly, 10...10, .second))
        let count = try #require(CountQuantity(.exactly, 3...3, .times))
        for dose in [Dose(), Dose(hold: Hold(time)), Dose(duration: time), Dose(hold: Hold(phases: [("out", time)]))] {
            for field in dose.changeableFields {
                var change = DoseChange()
                let figure = field.isTime ? DoseFigure.time(time) : .count(count)
                let isSet = change.set(field, to: figure)
                #expect(isSet)
                #expect(dose.changed(by: change)[field] == figure)
            }
        }
    }

    @Test func aDayCountsItsSessions() throws {
        let time = try #require(TimeQuantity(.exactly, 10...10, .second))
        let dose = Dose(hold: Hold(time), sessionsPerDay: CountQuantity(.exactly, 3...3, .times))
        #expect(dose.secondsPerDay == 3 * dose.sessionSeconds)
    }
}
