import ContentLoading
import Diagnostics
import Exercises
import Handouts

/// What a person asks `limber handout` for: the options as they were typed, over a saved selection where there is one.
struct HandoutOrder {
    let request: HandoutRequest
    let format: HandoutFormat
    private let file: SelectionFile?
    /// Figures that were typed, by slug; the others are the file's.
    private let typed: [String: DoseChange]

    init(content: HandoutContentOptions, layout: HandoutLayoutOptions) {
        let file = content.selection.map(SelectionFile.read)
        let saved = file?.selection ?? SavedSelection()
        var typed: [String: DoseChange] = [:]
        for argument in content.dose { _ = typed[argument.slug, default: DoseChange()].set(argument.field, to: argument.figure) }
        var changes: [String: DoseChange] = [:]
        var notes: [String: String] = [:]
        for entry in saved.entries {
            let slug = entry.exercise.text
            if !entry.doseChange.isEmpty { changes[slug] = changes[slug]?.overridden(by: entry.doseChange) ?? entry.doseChange }
            if let note = entry.note { notes[slug] = note }
        }
        request = HandoutRequest(
            slugs: content.slugs.isEmpty ? saved.programme.map { [$0.text] } ?? saved.entries.map(\.exercise.text) : content.slugs,
            title: saved.title, doseChanges: changes.merging(typed) { $0.overridden(by: $1) }, notes: notes,
            preparedFor: content.name ?? saved.preparedFor, preparedBy: content.author ?? saved.preparedBy,
            date: content.date ?? saved.date, note: content.note ?? saved.note, weeks: content.weeks ?? saved.weeks ?? 4)
        format = HandoutFormat(
            paper: layout.paper ?? saved.paper ?? .a4, edition: layout.editions.first ?? saved.edition ?? .standard,
            isBlackAndWhite: layout.blackAndWhite ?? saved.isBlackAndWhite ?? false)
        self.file = file
        self.typed = typed
    }

    /// The name of the PDF where nobody says another; never that of a person.
    var fileName: String {
        let name = request.slugs.count == 1 ? request.slugs[0] : "handout"
        let edition = format.edition == .standard ? "" : "-\(format.edition.rawValue)"
        return "\(name)-\(format.paper.rawValue)\(edition).pdf"
    }

    /// What others may see in a printer's queue: the title of the exercise or the programme, and nothing that was typed for one person.
    func publicTitle(in library: Library, _ phrasebook: Phrasebook) -> String {
        let only = request.slugs.count == 1 ? Slug(request.slugs[0]) : nil
        return only.flatMap { library.exercise($0)?.title ?? library.programme($0)?.title } ?? phrasebook[HandoutPhrase.listTitle]
    }

    /// Everything that is wrong: with the selection's file by itself and, where the library is sound, with what is asked of it.
    func problems(in library: Library?) -> [Diagnostic] {
        let found = file?.diagnostics ?? []
        guard let library, !request.slugs.isEmpty else { return found }
        var namings: [String: Int] = [:]
        let refused = HandoutRefusal(of: request, in: library)?.reasons ?? []
        return (found + misplaced(in: library) + refused.map { located($0.diagnostic, path(of: $0, &namings)) }).inReadingOrder()
    }

    /// A programme among the file's exercises, or an exercise as its programme.
    private func misplaced(in library: Library) -> [Diagnostic] {
        guard let file else { return [] }
        if let slug = file.selection.programme {
            guard library.exercise(slug) != nil else { return [] }
            let found = Diagnostic(
                "not-a-programme", "`\(slug)` is an exercise, not a programme", at: nil, fix: Fix("write `exercises: [\(slug)]`"))
            return [located(found, "programme")]
        }
        guard let only = file.selection.entries.first, file.selection.entries.count == 1, library.programme(only.exercise) != nil else {
            return []
        }
        let found = Diagnostic(
            "not-an-exercise", "`\(only.exercise)` is a programme, not an exercise", at: nil,
            fix: Fix("write `programme: \(only.exercise)` in place of the list"))
        return [located(found, file.places[0] + ".exercise")]
    }

    /// The same problem at its place in the selection's file; a path of nil is of what was typed.
    private func located(_ found: Diagnostic, _ path: String?) -> Diagnostic {
        guard let file, let range = path.flatMap(file.origin.ranges.nearest) else { return found }
        return Diagnostic(found.id, found.severity, found.message, in: file.origin.file, range, notes: found.notes, fix: found.fix)
    }

    /// The dotted path of what a reason speaks of; nil for what was typed. `namings` counts how often a slug was named already.
    private func path(of reason: HandoutRefusal.Reason, _ namings: inout [String: Int]) -> String? {
        switch reason {
        case .empty, .weeks, .doseOfAbsent: nil
        case .unknown(let slug, _): exercisePath(slug, after: 0, &namings)
        case .notAnExercise(let slug), .notForReaders(let slug, _, _, _, _), .programmeNotAlone(let slug):
            exercisePath(slug.text, after: 0, &namings)
        case .twice(let slug): exercisePath(slug.text, after: 1, &namings)
        case .unknownPhase(let slug, let phase, _): dosePath(slug, ".hold.\(phase)")
        case .daysOfAWeek(let slug): dosePath(slug, ".daysPerWeek")
        case .holdAndDuration(let slug, _), .longerThanADay(let slug, _): dosePath(slug, "")
        }
    }

    /// The place where a slug is named next, having been named `first` times at least.
    private func exercisePath(_ slug: String, after first: Int, _ namings: inout [String: Int]) -> String? {
        guard let file else { return nil }
        if file.selection.programme != nil { return "programme" }
        let places = zip(file.selection.entries, file.places).filter { $0.0.exercise.text == slug }.map(\.1)
        let count = namings[slug, default: first]
        namings[slug] = count + 1
        return (places.indices.contains(count) ? places[count] : places.last).map { $0 + ".exercise" }
    }

    private func dosePath(_ slug: Slug, _ field: String) -> String? {
        guard let file, typed[slug.text] == nil else { return nil }
        return zip(file.selection.entries, file.places).first { $0.0.exercise == slug }.map { $0.1 + ".dose" + field }
    }
}
