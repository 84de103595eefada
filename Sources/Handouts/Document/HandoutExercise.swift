/// One exercise of a handout.
package struct HandoutExercise: Hashable, Sendable, Encodable {
    /// A heading with prose beneath it.
    package struct Section: Hashable, Sendable, Encodable {
        package let heading: String
        package let blocks: [HandoutBlock]
    }

    /// The numbered steps.
    package struct Steps: Hashable, Sendable, Encodable {
        package struct Step: Hashable, Sendable, Encodable {
            package let blocks: [HandoutBlock]
            /// Beside the step.
            package let pictures: [HandoutPicture]
        }

        package let heading: String
        package let items: [Step]
    }

    /// How much to do: in a sentence and in a table.
    package struct DoseTable: Hashable, Sendable, Encodable {
        package struct Row: Hashable, Sendable, Encodable {
            package let label: String
            package let value: String
            /// False for a row that says that no source states the figure.
            package let isStated: Bool
        }

        package let heading: String
        package let sentence: String
        package let columns: [String]
        package let rows: [Row]
        /// How to do more over time, which is too long for a table.
        package let progression: HandoutDocument.Field?
    }

    /// What to be careful of.
    package struct Caution: Hashable, Sendable, Encodable {
        package let heading: String
        /// Reasons not to do it.
        package let avoid: HandoutDocument.Lines?
        /// Reasons to stop, on top of those for every exercise.
        package let stop: HandoutDocument.Lines?
        package let blocks: [HandoutBlock]
    }

    package let title: String
    package let summary: String
    /// That it needs extra care.
    package let advice: String?
    /// What a programme adds to it.
    package let note: String?
    package let introduction: [HandoutBlock]
    /// Where it is felt and what it needs.
    package let facts: [HandoutDocument.Field]
    package let dose: DoseTable
    package let getReady: Section?
    package let steps: Steps
    /// At most three pictures that tell the movement without its steps.
    package let keyPictures: [HandoutPicture]
    package let breathing: Section?
    package let variations: Section?
    package let caution: Caution?
}
