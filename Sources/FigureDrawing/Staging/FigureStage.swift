import Exercises

/// Everything that a picture shows, solved and in place, not yet seen from anywhere.
struct FigureStage: Sendable {
    /// The first person, then the second.
    let postures: [Posture]
    let persons: [Person]
    /// The start pose, moved so that what stays in place lies over itself.
    let ghost: Posture?
    let props: [Prop]
    /// Where the body rests on a thing, as on a foam roller.
    let support: Vector?
    /// The paths of the motion arrows.
    let arrows: [MotionPath]
    /// The middle of the limbs that carry the letter of their side.
    let sideMarks: [(place: Vector, side: Side)]

    /// One posture of a movement, with nothing that explains it.
    init(posture: Posture, of figure: DrawnPose) {
        postures = [posture]
        persons = [figure.person]
        ghost = nil
        props = figure.props
        support = figure.pose.supportAnchor.map { posture.place(of: $0, side: .right).position }
        arrows = []
        sideMarks = []
    }

    init(_ figure: DrawnPose) {
        let solved = PoseSolver.solve(figure.pose, build: figure.person.build)
        let start = figure.start.map { start in
            PoseSolver.solve(start, build: figure.person.build).posture.aligned(
                with: solved.posture, by: AlignmentAnchor(from: start, to: figure.pose))
        }
        postures = [solved.posture] + (solved.partner.map { [$0] } ?? [])
        persons = [figure.person, figure.person.companion]
        ghost = start
        props = figure.props
        support = figure.pose.supportAnchor.map { solved.posture.place(of: $0, side: .right).position }
        arrows =
            start.map { start in
                figure.arrows.map { MotionPath($0, from: start, to: solved.posture, view: View(figure.camera)) }
            } ?? []
        sideMarks = figure.sideMarks.map { anchor in
            (solved.posture.place(of: anchor, side: anchor.side ?? .right).position, anchor.side ?? .right)
        }
    }
}

extension PoseDescription {
    /// The place of the body that rests on a thing.
    fileprivate var supportAnchor: BodyAnchor? {
        for case .point(let anchor, _) in rest ?? [] { return anchor }
        return nil
    }
}

extension Person {
    /// Somebody else to stand beside this person: told apart by clothes and hair in colour and in black and white.
    fileprivate var companion: Person {
        Person(
            skin: skin == .light ? .tan : .light, hair: hair == .bun ? .short : .bun, hairColour: hairColour == .black ? .brown : .black,
            build: .average, clothes: clothes == .yellow ? .green : .yellow)
    }
}
