package import Exercises

/// What somebody wants on paper.
package struct HandoutRequest: Hashable, Sendable {
    /// Exercises in order, or one programme, as they were typed.
    package var slugs: [String]
    /// Instead of the exercise's, the programme's or the usual title of a list.
    package var title: String?
    /// Figures that this handout changes, by the exercise's slug as it was typed.
    package var doseChanges: [String: DoseChange]
    /// What this handout adds to an exercise, by its slug as it was typed.
    package var notes: [String: String]
    /// Whom it is for; a line to fill in when nil.
    package var preparedFor: String?
    package var preparedBy: String?
    package var date: String?
    /// A few words to the reader.
    package var note: String?
    /// The weeks of the grid, 1 to 12.
    package var weeks: Int

    package init(
        slugs: [String], title: String? = nil, doseChanges: [String: DoseChange] = [:], notes: [String: String] = [:],
        preparedFor: String? = nil, preparedBy: String? = nil, date: String? = nil, note: String? = nil, weeks: Int = 4
    ) {
        self.slugs = slugs
        self.title = title
        self.doseChanges = doseChanges
        self.notes = notes
        self.preparedFor = preparedFor
        self.preparedBy = preparedBy
        self.date = date
        self.note = note
        self.weeks = weeks
    }
}
