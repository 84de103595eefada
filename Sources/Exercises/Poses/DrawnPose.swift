/// A picture to be drawn: all that the drawing depends on.
package struct DrawnPose: Hashable, Sendable, Encodable {
    /// A movement that an arrow shows, from the start pose to this one.
    package enum Arrow: Hashable, Sendable, Encodable {
        /// The path of a place on the body.
        case path(BodyAnchor)
        /// An arc over the head, the way that the trunk turns.
        case turn
    }

    /// The pose's name, as `figure:` images write it.
    package let name: String
    /// With everything that it inherits.
    package let pose: PoseDescription
    /// The pose that the movement starts from, drawn pale behind; none for a start.
    package let start: PoseDescription?
    package let camera: Camera
    package let props: [Prop]
    package let person: Person
    package let arrows: [Arrow]
    /// Limbs that are marked with the letter of their side.
    package let sideMarks: [BodyAnchor]
    /// Whether the picture shows the pose's mirror image: left and right change places.
    package let isMirrored: Bool
    /// The letter by which a step is found; none for a picture that stands alone.
    package let letter: Character?

    package init(
        name: String, pose: PoseDescription, start: PoseDescription? = nil, camera: Camera = .side, props: [Prop] = [],
        person: Person = Person(), arrows: [Arrow] = [], sideMarks: [BodyAnchor] = [], isMirrored: Bool = false, letter: Character? = nil
    ) {
        self.name = name
        self.pose = pose
        self.start = start
        self.camera = camera
        self.props = props
        self.person = person
        self.arrows = arrows
        self.sideMarks = sideMarks
        self.isMirrored = isMirrored
        self.letter = letter
    }
}

/// The drawn pictures of one exercise.
package struct Figures: Hashable, Sendable, Encodable {
    /// In the author's order, the start first; names are unique.
    package let poses: [DrawnPose]
    /// The name of the most telling pose, for cards.
    package let cover: String
    /// The names of the poses that a moving picture passes through; fewer than two for none.
    package let motion: [String]

    /// None without a pose; a cover or a motion that names no pose falls back to the last pose and to none.
    package init?(poses: [DrawnPose], cover: String?, motion: [String]) {
        guard let last = poses.last else { return nil }
        let names = Set(poses.map(\.name))
        self.poses = poses
        self.cover = cover.flatMap { names.contains($0) ? $0 : nil } ?? last.name
        self.motion = motion.allSatisfy(names.contains) ? motion : []
    }

    package subscript(name: String) -> DrawnPose? { poses.first { $0.name == name } }
}
