package import Exercises

/// What somebody wants on paper.
package struct HandoutRequest: Hashable, Sendable {
    /// Exercises in order, or one programme, as they were typed.
    package var slugs: [String]
    /// Figures that this handout changes, by the exercise's slug as it was typed.
    package var doseChanges: [String: DoseChange]
    /// Whom it is for; a line to fill in when nil.
    package var preparedFor: String?
    package var preparedBy: String?
    package var date: String?
    /// A few words to the reader.
    package var note: String?
    /// The weeks of the grid, 1 to 12.
    package var weeks: Int

    package init(
        slugs: [String], doseChanges: [String: DoseChange] = [:], preparedFor: String? = nil, preparedBy: String? = nil,
        date: String? = nil, note: String? = nil, weeks: Int = 4
    ) {
        self.slugs = slugs
        self.doseChanges = doseChanges
        self.preparedFor = preparedFor
        self.preparedBy = preparedBy
        self.date = date
        self.note = note
        self.weeks = weeks
    }
}
