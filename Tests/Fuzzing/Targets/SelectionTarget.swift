import ContentLoading
import Diagnostics
import Exercises
import Foundation
import Handouts

/// Saved selections: one that is accepted gives a handout in which no dose is empty, or a reason why there is none.
struct SelectionTarget: FuzzTarget {
    static let name = "selections"
    static let longest = 3_000
    static let dictionary = [
        "title: ", "programme: ", "exercises: [", "- exercise: ", "dose: {", "hold: 5 s", "hold: {rounded: 5 s}", "duration: 3 min",
        "repetitions: 5", "sets: 2", "rest: 5 s", "sides: both", "sessionsPerDay: 3", "daysPerWeek: 7", "repetitionsPerDay: 30", "note: ",
        "preparedFor: ", "preparedBy: ", "date: 2026-11-21", "weeks: 12", "paper: letter", "edition: large", "edition: compact",
        "blackAndWhite: true", "as needed", "several", "about 5 s", "10000 min",
    ]

    let seeds: [[UInt8]]
    private let composer: HandoutComposer
    private let folder: ScratchLibrary

    init(root: String) throws {
        let phrasebook = PhrasebookLoading(root: root).phrasebook(language: "en").book
        guard let library = ContentLoader(root: root, headings: phrasebook).load().soundLibrary else {
            throw BrokenProperty("the library in \(root) has errors")
        }
        composer = HandoutComposer(library: library, phrasebook: phrasebook, baseURL: BaseURL("https://example.org/"))
        folder = try ScratchLibrary([:])
        let lists = library.exercises.map { exercise in
            let doses =
                exercise.dose?.statedFields.map { "\($0.name): \(exercise.dose?[$0]?.notation ?? "1")" }.joined(separator: ", ") ?? ""
            return
                "title: A set\nexercises:\n  - exercise: \(exercise.slug)\n    dose: {\(doses)}\n    note: Slowly.\npreparedFor: A\nweeks: 2\n"
        }
        seeds = (lists + library.programmes.map { "programme: \($0.slug)\npaper: letter\nedition: compact\n" }).map { Array($0.utf8) }
    }

    func run(_ input: [UInt8]) throws(BrokenProperty) -> Set<String> {
        do {
            try folder.write(input, to: "selection.yaml")
        } catch {
            throw BrokenProperty("the selection cannot be written: \(error)")
        }
        let file = SelectionFile.read(folder.root + "/selection.yaml")
        try DiagnosticProperties.check(file.diagnostics)
        guard !file.diagnostics.hasErrors else { return Set(file.diagnostics.map(\.id)) }
        let saved = file.selection
        let slugs = saved.programme.map { [$0.text] } ?? saved.entries.map(\.exercise.text)
        let changes = Dictionary(saved.entries.map { ($0.exercise.text, $0.doseChange) }) { $0.overridden(by: $1) }
        let notes = Dictionary(saved.entries.compactMap { entry in entry.note.map { (entry.exercise.text, $0) } }) { $1 }
        let request = HandoutRequest(
            slugs: slugs, title: saved.title, doseChanges: changes, notes: notes, preparedFor: saved.preparedFor,
            preparedBy: saved.preparedBy, date: saved.date, note: saved.note, weeks: saved.weeks ?? 4)
        let document: HandoutDocument
        do throws(HandoutRefusal) {
            document = try composer.document(request)
        } catch {
            try DiagnosticProperties.check(error.diagnostics)
            try BrokenProperty.require(!error.diagnostics.isEmpty, "a selection is refused without a reason")
            return Set(error.diagnostics.map { "refused: \($0.id)" })
        }
        try HandoutProperties.check(document)
        return ["document of \(document.exercises.count)"]
    }
}
