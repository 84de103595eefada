import Exercises

/// What a page opens a guided session with: its title, its exercises, and the seconds before and between them. What the session says of an
/// exercise is in the data of that exercise.
struct SessionData {
    /// One exercise of the session.
    struct Entry {
        let exercise: Exercise
        /// None for the exercise's own.
        let dose: Dose?
        let note: String?
    }

    /// Before an exercise that no programme sets the seconds for. Limber's own.
    static let usualReadySeconds = 10

    let title: String
    let entries: [Entry]
    let readySeconds: Int
    let transitionSeconds: Int

    /// None where there is nothing to be led through.
    func html(_ doses: DosePhrasing) -> HTML? {
        let taught = entries.filter(\.exercise.mayBeHandedOut)
        guard !taught.isEmpty else { return nil }
        let data = DoseData(doses: doses)
        let json = JSONValue.object([
            "title": .string(title),
            "entries": .array(
                taught.map { entry in
                    .object([
                        "slug": .string(entry.exercise.slug.text), "dose": entry.dose.map(data.json),
                        "note": entry.note.map(JSONValue.string),
                    ])
                }),
            "readySeconds": .integer(readySeconds), "transitionSeconds": .integer(transitionSeconds),
        ])
        return HTML(jsonScript: json.scriptText)
    }
}
