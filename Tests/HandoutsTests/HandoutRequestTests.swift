import Diagnostics
import Exercises
import Testing

@testable import Handouts

/// What a request may change, and what it may not.
struct HandoutRequestTests {
    private func change(_ field: DoseField, _ text: String) throws -> DoseChange {
        var change = DoseChange()
        let figure: DoseFigure = field.isTime ? .time(try QuantityNotation.time(text)) : .count(try QuantityNotation.count(text))
        let fits = change.set(field, to: figure)
        try #require(fits)
        return change
    }

    @Test func aTitleAndANoteOfItsOwnGoIn() throws {
        let request = HandoutRequest(
            slugs: ["chair-twist", "side-bend"], title: "Your set", notes: ["side-bend": "To the left first."])
        let document = try SmallLibrary.composer().document(request)
        #expect(document.title == "Your set")
        #expect(document.exercises.map(\.note) == [nil, "To the left first."])
    }

    @Test func aNoteStandsInPlaceOfTheProgrammes() throws {
        let document = try SmallLibrary.composer().document(HandoutRequest(slugs: ["desk-break"], notes: ["chair-twist": "Twice."]))
        #expect(document.exercises.first?.note == "Twice.")
    }

    @Test func aDoseThatNoDayHasTimeForIsRefused() throws {
        let request = HandoutRequest(slugs: ["chair-twist"], doseChanges: ["chair-twist": try change(.hold(phase: nil), "10000 min")])
        let refusal = HandoutRefusal(of: request, in: try SmallLibrary.library())
        #expect(refusal?.diagnostics.map(\.id) == ["longer-than-a-day"])
        #expect(refusal?.diagnostics.first?.notes == ["the exercise's own dose: hold 10 s, repetitions 3, sessionsPerDay 2–3"])
    }

    @Test func strongerChangesGoBeforeWeakerOnes() throws {
        let weaker = try change(.hold(phase: "up"), "5 s").overridden(by: try change(.repetitions, "4"))
        let changed = weaker.overridden(by: try change(.hold(phase: nil), "9 s"))
        #expect(weaker.figures.count == 2)
        #expect(changed.figures.keys.map(\.name).sorted() == ["hold", "repetitions"])
    }

    @Test(arguments: [["crack"], ["chair-twist", "crack"], ["crack", "chair-twist", "crack"]])
    func whatIsNotForReadersIsRefused(slugs: [String]) throws {
        let refusal = HandoutRefusal(of: HandoutRequest(slugs: slugs), in: try SmallLibrary.library())
        #expect(refusal?.diagnostics.first { $0.id == "not-for-readers" }?.notes.first?.contains("`who-may-treat-your-back`") == true)
    }
}
