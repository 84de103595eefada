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
        return JSONWriter.script { json in
            json.member("title", title)
            json.objects("entries", taught) { json, entry in
                json.member("slug", entry.exercise.slug.text)
                if let dose = entry.dose { json.object("dose") { data.write(dose, to: &$0) } }
                json.member("note", entry.note)
            }
            json.member("readySeconds", readySeconds)
            json.member("transitionSeconds", transitionSeconds)
        }
    }
}
