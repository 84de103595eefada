import Exercises
package import Handouts
package import PDFReading
package import Readability

/// Everything that a sheet rests on: the handout as data, what the rules of the content say of its pages, and its editions read back.
package struct HandoutEvidence: Sendable {
    /// An edition of the handout as a file.
    package struct Edition: Sendable {
        package let format: HandoutFormat
        /// None where the file was not read back.
        package let facts: PDFFacts?

        package init(format: HandoutFormat, facts: PDFFacts?) {
            self.format = format
            self.facts = facts
        }

        var id: String { format.edition == .standard ? format.paper.rawValue : format.edition.rawValue }

        var name: String {
            switch (format.edition, format.paper) {
            case (.large, _): "Large print"
            case (.compact, _): "Compact"
            case (.standard, .a4): "A4"
            case (.standard, .letter): "Letter"
            }
        }
    }

    package let slug: String
    package let document: HandoutDocument
    package let rules: RuleEvidence
    /// How hard its words are; none for a language that has no formula.
    package let reading: ReadingGrade?
    package let editions: [Edition]
    /// Why the editions were not read back; nil where they were.
    package let unread: String?
    package let reviewers: [String]

    package init(
        slug: String, document: HandoutDocument, rules: RuleEvidence, reading: ReadingGrade?, editions: [Edition], unread: String? = nil,
        reviewers: [String]
    ) {
        self.slug = slug
        self.document = document
        self.rules = rules
        self.reading = reading
        self.editions = editions
        self.unread = unread
        self.reviewers = reviewers
    }

    /// The first edition, where it was read back: what all editions have in common is asked of it.
    var facts: PDFFacts? { editions.first?.facts }

    var steps: [HandoutExercise.Steps.Step] { document.exercises.flatMap(\.steps.items) }

    /// The pictures of the exercises in reading order, without those of the overview, which are decoration.
    var pictures: [HandoutPicture] { document.exercises.flatMap(\.pictures) }
}
