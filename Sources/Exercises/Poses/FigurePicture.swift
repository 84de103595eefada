/// One of the pictures that are drawn for an exercise.
package enum FigurePicture: Hashable, Sendable {
    /// A pose, by its name.
    case pose(String)
    /// The cover without the letter of its step, which would say nothing in a list.
    case card
    /// The picture that moves.
    case motion
}

extension Figures {
    /// Every picture, in the author's order: the poses, then the card where it is a picture of its own, then the moving one.
    package var pictures: [FigurePicture] {
        var pictures = poses.map { FigurePicture.pose($0.name) }
        if cardPicture == .card { pictures.append(.card) }
        if isMoving { pictures.append(.motion) }
        return pictures
    }

    /// Whether there is a moving picture: of two poses or more, with one person only.
    private var isMoving: Bool {
        motion.count > 1 && motion.allSatisfy { self[$0]?.pose.partner.isEmpty ?? false }
    }

    /// What a list shows: the cover itself where that has no letter.
    package var cardPicture: FigurePicture {
        self[cover]?.letter == nil ? .pose(cover) : .card
    }

    /// What is drawn for a picture; none for the moving one, which has several poses, and for a name that no pose has.
    package func pose(of picture: FigurePicture) -> DrawnPose? {
        switch picture {
        case .pose(let name): self[name]
        case .card: self[cover]?.withoutLetter
        case .motion: nil
        }
    }
}

extension DrawnPose {
    /// The same picture without the letter of a step.
    package var withoutLetter: DrawnPose {
        DrawnPose(
            name: name, pose: pose, start: start, camera: camera, props: props, person: person, arrows: arrows, sideMarks: sideMarks,
            isMirrored: isMirrored)
    }
}
