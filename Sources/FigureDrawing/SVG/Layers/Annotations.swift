/// Arrows, side marks and the step's letter, with the rectangle that the picture needs to hold them.
struct Annotations: Sendable {
    private(set) var layers: [Layer] = []
    /// The picture's corners in picture units.
    private(set) var least = Point.zero
    private(set) var most: Point

    init(_ scene: Scene, _ palette: Palette) {
        let size = scene.viewport.size * Viewport.unitsPerMetre
        most = size
        guard !scene.arrows.isEmpty || !scene.sideMarks.isEmpty || scene.letter != nil else { return }
        let pixelsPerUnit = scene.viewport.pixelsPerUnit
        let bodies = DistanceField(scene.buffer, pixelsPerUnit: pixelsPerUnit) { $0.isBody }
        let placement = ArrowPlacement(field: bodies, size: size)
        var lines: [[Point]] = []
        for arrow in scene.arrows {
            if let line = placement.placed(arrow, besides: lines) { lines.append(line) }
        }
        layers += ArrowLayers.layers(lines, palette)
        for point in lines.joined() { include(point, reach: ArrowLayers.reach) }

        var centres: [Point] = []
        if !scene.sideMarks.isEmpty {
            let heads = DistanceField(scene.buffer, pixelsPerUnit: pixelsPerUnit) { $0.anatomical == .head }
            centres = SideMarkLayers.centres(scene.sideMarks, body: bodies, heads: heads, arrows: lines)
            layers += SideMarkLayers.layers(scene.sideMarks, centres: centres, isMirrored: scene.isMirrored, palette)
            for centre in centres { include(centre, reach: SideMarkLayers.radius + 3) }
        }
        if let letter = scene.letter {
            let all = DistanceField(
                scene.buffer, pixelsPerUnit: pixelsPerUnit, obstacles: Array(lines.joined()) + centres
            ) { !$0.isNothing }
            let badge = LetterBadge(letter, from: least, to: most, isMirrored: scene.isMirrored, field: all)
            layers += badge.layers(palette)
            include(badge.centre, reach: LetterBadge.radius + 1)
        }
    }

    private mutating func include(_ point: Point, reach: Double) {
        least = Point(min(least.x, point.x - reach), min(least.y, point.y - reach))
        most = Point(max(most.x, point.x + reach), max(most.y, point.y + reach))
    }
}
