import Diagnostics
import Exercises
import Foundation
import Testing

@testable import ContentLoading

/// Saved selections, which may lie anywhere.
struct SelectionFileTests {
    private func read(_ text: String) throws -> SelectionFile {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("limber-" + UUID().uuidString + ".yaml").path
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return SelectionFile.read(path)
    }

    @Test func everythingThatASelectionMaySayIsRead() throws {
        let file = try read(
            """
            title: After birth
            exercises:
              - cat-camel
              - {exercise: bridge, dose: {hold: 10s, repetitions: 5}, note: Slowly.}
            preparedFor: A. Reader
            preparedBy: The clinic
            date: 2026-11-21
            note: "Ring us: any day."
            weeks: 12
            paper: letter
            edition: large
            blackAndWhite: true
            """)
        #expect(file.diagnostics == [])
        let selection = file.selection
        #expect(selection.entries.map(\.exercise.text) == ["cat-camel", "bridge"])
        #expect(selection.entries[1].doseChange.figures[.hold(phase: nil)]?.notation == "10 s")
        #expect(selection.entries[1].note == "Slowly.")
        #expect([selection.preparedFor, selection.preparedBy, selection.date] == ["A. Reader", "The clinic", "2026-11-21"])
        #expect(selection.title == "After birth" && selection.note == "Ring us: any day." && selection.weeks == 12)
        #expect(selection.paper == .letter && selection.edition == .large && selection.isBlackAndWhite == true)
    }

    @Test func whatIsNotSaidIsLeftOpen() throws {
        let selection = try read("programme: desk-break\n").selection
        var expected = SavedSelection()
        expected.programme = Slug("desk-break")
        #expect(selection == expected)
    }

    @Test(arguments: [
        ("exercises: [bridge]\npapr: a4\n", "unknown-key"), ("exercises: [bridge]\nedition: larg\n", "unknown-term"),
        ("exercises: [bridge]\nweeks: 13\n", "not-a-number"), ("exercises: [Bridge!]\n", "not-a-slug"),
        ("exercises: [bridge]\nblackAndWhite: yes\n", "not-a-flag"), ("exercises: bridge\n", "wrong-type"),
        ("exercises: [{exercise: bridge, dose: {hold: 10}}]\n", "missing-unit"), ("exercises: [{note: x}]\n", "missing-key"),
        ("exercises: []\n", "empty-handout"), ("title: x\n", "missing-key"), ("", "missing-key"),
        ("exercises: [bridge]\nprogramme: desk-break\n", "programme-not-alone"), ("- bridge\n", "yaml-not-a-mapping"),
        ("exercises: [&a bridge, *a]\n", "yaml-alias"), ("exercises: [bridge]\npreparedFor: no\n", "ambiguous-scalar"),
    ])
    func aMistakeIsNamed(text: String, id: String) throws {
        #expect(try read(text).diagnostics.map(\.id) == [id])
    }

    @Test func allMistakesAreSaidAtOnceAndTheRestIsRead() throws {
        let file = try read("exercises:\n  - Bad Slug\n  - bridge\nweeks: many\npaper: a5\n")
        #expect(file.diagnostics.map(\.id) == ["not-a-slug", "not-a-number", "unknown-term"])
        #expect(file.selection.entries.map(\.exercise.text) == ["bridge"] && file.places == ["exercises.1"])
    }

    @Test func aFileThatIsNotThereIsNamedAsItWasTyped() {
        let file = SelectionFile.read("nowhere/set.yaml")
        #expect(TextPrinter().print(file.diagnostics) == "nowhere/set.yaml: error: this file does not exist [file-missing]\n")
    }
}
