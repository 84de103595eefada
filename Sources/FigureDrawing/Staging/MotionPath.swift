import Exercises

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The way that an arrow shows, through the room.
struct MotionPath: Sendable {
    let points: [Vector]
    /// An arc over the head stands where it is; a path is moved beside the body.
    let isTurn: Bool

    /// How many postures between start and end are looked at.
    private static let steps = 8

    init(_ arrow: DrawnPose.Arrow, from start: Posture, to end: Posture, view: View) {
        switch arrow {
        case .path(let anchor):
            isTurn = false
            points = (0...Self.steps).map { step in
                start.mixed(with: end, Double(step) / Double(Self.steps)).place(of: anchor, side: anchor.side ?? .right).position
            }
        case .turn:
            isTurn = true
            points = Self.arc(from: start, to: end, view: view)
        }
    }

    /// A flat arc over the head on the side of the viewer, tilted so that it opens up, the way that the chest turns.
    private static func arc(from start: Posture, to end: Posture, view: View) -> [Vector] {
        let spine = SpineCurve(end.spine)
        let chest = spine.frame(at: 0.44)
        let chestBefore = SpineCurve(start.spine).frame(at: 0.44)
        let axis = (chest.y * 0.35 + .up).normalized
        let before = chestBefore.x.orthogonal(to: axis).normalized
        let after = chest.x.orthogonal(to: axis).normalized
        let turn: Double = before.cross(after).dot(axis) > 0 ? 1 : -1
        let top = end.head.position + end.head.rotation * Vector(0, 0.175, 0) + Vector(0, 0.125, 0)
        let front = view.towardsEye.orthogonal(to: axis).normalized
        let side = axis.cross(front)
        let tilted = front - .up * 0.22
        return (0...27).map { step in
            let angle = (-105 + 205 * Double(step) / 27) * turn * .pi / 180
            return top + (tilted * cos(angle) + side * sin(angle)) * 0.15
        }
    }
}
