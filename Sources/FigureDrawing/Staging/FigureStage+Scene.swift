import Exercises

/// The meshes of a stage, before they are projected.
struct StageMeshes: Sendable {
    /// One for each person.
    let bodies: [Mesh]
    let furniture: [Mesh]
    let roundPieces: Set<PartID>
    let ghost: Mesh?
    let mat: [Vector]

    init(_ stage: FigureStage) {
        let persons = zip(stage.postures, stage.persons).enumerated()
        bodies = persons.map { index, person in
            BodyMesh.mesh(of: person.0, person: person.1, detail: .fine, isPartner: index > 0)
        }
        var furniture: [Mesh] = []
        var pieces: [PropPiece] = []
        for prop in stage.props {
            furniture.append(
                PropMesh.mesh(of: prop, for: stage.postures[0], support: stage.support, firstPiece: pieces.count))
            pieces += PropMesh.pieces(of: prop, firstPiece: pieces.count)
        }
        self.furniture = furniture
        roundPieces = Set(pieces.filter(\.isRound).map(\.part))
        ghost = stage.ghost.map { BodyMesh.mesh(of: $0, person: stage.persons[0], detail: .coarse, isPartner: false) }
        mat =
            stage.props.contains(.mat)
            ? PropMesh.matCorners(under: bodies[0], pelvis: stage.postures[0].pelvis.position) : []
    }

    /// Everything that must be inside the picture.
    var everything: [Mesh] { bodies + furniture + (ghost.map { [$0] } ?? []) }
}

extension Scene {
    /// Metres around the figure.
    private static let margin = 0.04
    /// Pixels in a picture unit: fine enough that outlines are smooth after tracing.
    private static let pixelsPerUnit = 2.0
    /// Ghosts and shadows are soft shapes and need fewer pixels.
    private static let coarsePixelsPerUnit = 1.0
    /// Parts higher than this above the floor, in metres, cast no shadow.
    private static let shadowHeight = 0.30

    /// A stage seen from a camera, for a still picture.
    init(_ stage: FigureStage, figure: DrawnPose) {
        let meshes = StageMeshes(stage)
        let view = View(figure.camera)
        let viewport = Viewport.fitting(
            meshes.everything, points: meshes.mat, margin: Self.margin, view: view, pixelsPerUnit: Self.pixelsPerUnit)
        let coarse = viewport.at(pixelsPerUnit: Self.coarsePixelsPerUnit)
        self.init(
            buffer: Rasterizer.buffer(of: meshes.bodies + meshes.furniture, in: viewport), viewport: viewport,
            postures: stage.postures, persons: stage.persons)
        ghost = meshes.ghost.map { Mask(of: [$0], in: coarse) }
        shadow = Mask(of: meshes.bodies.map { $0.flattened(below: Self.shadowHeight) }, in: coarse)
        mat = meshes.mat
        arrows = stage.arrows.map { ProjectedArrow(points: $0.points.map(viewport.point), isTurn: $0.isTurn) }
        sideMarks = stage.sideMarks.map { SideMark(place: viewport.point($0.place), side: $0.side) }
        letter = figure.letter
        isMirrored = figure.isMirrored
        roundProps = meshes.roundPieces
    }
}

extension Mask {
    /// Where meshes are seen.
    init(of meshes: [Mesh], in viewport: Viewport) {
        self.init(
            width: viewport.width, height: viewport.height, pixelsPerUnit: viewport.pixelsPerUnit,
            values: Rasterizer.mask(of: meshes, in: viewport))
    }
}
