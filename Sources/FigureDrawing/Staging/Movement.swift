import Exercises

/// The frames of a moving picture: postures on the way from pose to pose, all seen in one frame.
struct Movement: Sendable {
    /// The frames that a file has room for, as far as the poses themselves are not more.
    private static let room = 8
    /// Frames from a pose to the next one, the first of the two included, where there is room.
    private static let mostSteps = 4

    /// One scene for each frame, without arrows, ghosts or letters.
    let frames: [Scene]
    /// Whether a frame is one of the poses, where the movement rests.
    let holds: [Bool]
    /// The floor and the furniture, which stay.
    let background: Scene

    /// None with fewer than two of the poses, and none with a second person.
    init?(_ figures: Figures) {
        let poses = figures.motion.compactMap { figures[$0] }
        guard let first = poses.first, poses.count > 1, poses.allSatisfy({ $0.pose.partner.isEmpty }) else { return nil }
        let (postures, holds) = Self.way(through: poses)
        let stages = postures.map { FigureStage(posture: $0, of: first) }
        let meshes = stages.map(StageMeshes.init)
        let viewport = Viewport.fitting(
            meshes.flatMap(\.everything), points: meshes.flatMap(\.mat), margin: 0.06, view: View(first.camera), pixelsPerUnit: 1.6)
        // One of the poses is mirrored, so all are.
        let isMirrored = poses.contains(where: \.isMirrored)
        func scene(_ bodies: [Mesh], _ furniture: [Mesh], _ stage: FigureStage) -> Scene {
            var scene = Scene(
                buffer: Rasterizer.buffer(of: bodies + furniture, in: viewport), viewport: viewport,
                postures: bodies.isEmpty ? [] : stage.postures, persons: stage.persons)
            scene.isMirrored = isMirrored
            scene.roundProps = meshes[0].roundPieces
            return scene
        }
        frames = zip(stages, meshes).map { scene($1.bodies, meshes[0].furniture, $0) }
        self.holds = holds
        var background = scene([], meshes[0].furniture, stages[0])
        background.mat = meshes.first { !$0.mat.isEmpty }?.mat ?? []
        self.background = background
    }

    /// The postures from pose to pose, each pose moved so that what stays in place does.
    private static func way(through poses: [DrawnPose]) -> (postures: [Posture], holds: [Bool]) {
        var placed: [Posture] = []
        for (index, pose) in poses.enumerated() {
            let posture = PoseSolver.solve(pose.pose, build: pose.person.build).posture
            guard let before = placed.last else {
                placed.append(posture)
                continue
            }
            placed.append(
                posture.aligned(with: before, by: AlignmentAnchor(from: pose.pose, to: poses[index - 1].pose)))
        }
        let steps = max(1, min(mostSteps, (room - 1) / max(1, placed.count - 1)))
        var postures: [Posture] = []
        var holds: [Bool] = []
        for (start, end) in zip(placed, placed.dropFirst()) {
            for step in 0..<steps {
                let linear = Double(step) / Double(steps)
                postures.append(start.mixed(with: end, linear * linear * (3 - 2 * linear)))
                holds.append(step == 0)
            }
        }
        if let last = placed.last {
            postures.append(last)
            holds.append(true)
        }
        return (postures, holds)
    }
}
