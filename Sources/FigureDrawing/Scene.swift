import Exercises

/// Everything that a picture shows, projected: what the tracing starts from.
struct Scene: Sendable {
    var buffer: GeometryBuffer
    var viewport: Viewport
    /// The bodies, the second person last, and who they are.
    var postures: [Posture]
    var persons: [Person]
    /// Where the start pose's body lies.
    var ghost: Mask?
    /// Where bodies darken the floor.
    var shadow: Mask?
    /// The mat's corners in the room, one after the other; none without a mat.
    var mat: [Vector] = []
    var arrows: [ProjectedArrow] = []
    var sideMarks: [SideMark] = []
    /// The letter of the step in the upper left corner.
    var letter: Character?
    /// Whether left and right change places, the letters of side marks included.
    var isMirrored = false
    /// Pieces of furniture without straight edges.
    var roundProps: Set<PartID> = []
}

/// A movement to be shown, in picture units.
struct ProjectedArrow: Hashable, Sendable {
    /// The way that a place on the body goes.
    var points: [Point]
    /// Whether it is an arc over the head, which stays where it is; a path is moved beside the body.
    var isTurn: Bool
}

/// A letter that tells a right limb from a left one.
struct SideMark: Hashable, Sendable {
    /// The place on the body, in picture units.
    var place: Point
    var side: Side
}
