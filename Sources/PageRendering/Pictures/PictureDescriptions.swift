package import Exercises

/// The alternative text of drawn pictures.
package struct PictureDescriptions: Sendable {
    private let book: Phrasebook

    package init(_ phrasebook: Phrasebook) {
        book = phrasebook
    }

    /// The author's words where an image in the text shows the pose, else the exercise's title and summary.
    package func description(of picture: FigurePicture, in exercise: Exercise) -> String {
        let shown: String? =
            switch picture {
            case .pose(let name): exercise.body.poseDescriptions.first { $0.pose == name }?.description
            case .card, .motion: nil
            }
        if let shown, !shown.isEmpty { return shown }
        let phrase: SitePhrase = picture == .motion ? .movementOf : .pictureOf
        return book.say(phrase, ["title": exercise.title, "summary": exercise.summary])
    }
}
