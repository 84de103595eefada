/// A selection for a handout as a clinic keeps it in a file: what is on it, for whom, and on what paper. What a file leaves open is nil.
package struct SavedSelection: Hashable, Sendable {
    package var title: String?
    /// One programme instead of `entries`.
    package var programme: Slug?
    package var entries: [Programme.Entry]
    package var preparedFor: String?
    package var preparedBy: String?
    package var date: String?
    /// A few words to the reader.
    package var note: String?
    /// The weeks of the grid, one of `allowedWeeks`.
    package var weeks: Int?
    package var paper: Paper?
    package var edition: HandoutEdition?
    package var isBlackAndWhite: Bool?

    /// The weeks that a grid to tick may have.
    package static let allowedWeeks = 1...12

    package init(programme: Slug? = nil, entries: [Programme.Entry] = []) {
        self.programme = programme
        self.entries = entries
    }
}
