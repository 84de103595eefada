package import Exercises

/// The alternative text of drawn pictures.
package struct PictureDescriptions: Sendable {
    private let book: Phrasebook

    package init(_ phrasebook: Phrasebook) {
        book = phrasebook
    }

    /// The author's words where an image in the text shows the pose, else the exercise's title and summary.
    package func description(of picture: FigurePicture, in exercise: Exercise) -> String {
        switch picture {
        case .pose(let name): description(of: name, in: exercise, shown: exercise.body.poseDescriptions)
        case .card: general(.pictureOf, exercise)
        case .motion: general(.movementOf, exercise)
        }
    }

    /// The same for a pose, where the poses that the text shows are known.
    func description(of pose: String, in exercise: Exercise, shown: [(pose: String, description: String)]) -> String {
        guard let words = shown.first(where: { $0.pose == pose })?.description, !words.isEmpty else { return general(.pictureOf, exercise) }
        return words
    }

    private func general(_ phrase: SitePhrase, _ exercise: Exercise) -> String {
        book.say(phrase, ["title": exercise.title, "summary": exercise.summary])
    }
}
