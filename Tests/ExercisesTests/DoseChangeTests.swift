import Testing

@testable import Exercises

/// Figures set in place of an exercise's own.
@Suite struct DoseChangeTests {
    /// Many times over, because the order of a dictionary differs with its contents and from run to run.
    @Test(arguments: 1...40)
    func aChangedPhaseHoldsAgainstAChangeOfTheWholeHold(number: Int) throws {
        let names = ["rounded", "sagged", "phase\(number)"]
        let own = try QuantityNotation.time("5 s")
        let whole = try QuantityNotation.time("10 s")
        let single = try QuantityNotation.time("20 s")
        var dose = Dose()
        dose.hold = Hold(phases: names.map { (name: $0, time: own) })
        var change = DoseChange()
        let fits = [change.set(.hold(phase: nil), to: .time(whole)), change.set(.hold(phase: names[2]), to: .time(single))]
        #expect(fits == [true, true])
        let changed = dose.changed(by: change)
        #expect(changed.hold?[names[0]] == whole)
        #expect(changed.hold?[names[2]] == single)
    }
}
