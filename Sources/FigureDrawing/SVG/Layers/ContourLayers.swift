/// The lines inside bodies and furniture.
enum ContourLayers {
    static let occlusionWidth = 2.1
    static let creaseWidth = 1.4

    static func layers(_ tracing: inout SceneTracing, _ palette: Palette) -> [Layer] {
        var occlusions: [Outline] = []
        var creases: [Outline] = []
        let scale = tracing.scale
        let smoothing = GaussianSmoothing(sigma: tracing.detail.smoothing * 0.9 * scale)
        let fitting = CurveFitting(error: tracing.detail.error * scale, stride: 2)
        let simplification = LineSimplification(tolerance: 1.4 * scale)
        let joining = ContourJoining(gap: 40 * scale, foreignGap: 8 * scale, reach: 8 * scale)
        var grid = LineGrid(width: tracing.scene.buffer.width, height: tracing.scene.buffer.height, cell: 3.2 * scale)
        for loop in tracing.loops(.bodies) { grid.add(loop.points) }
        func length(_ chain: Chain) -> Double { Double(chain.points.count - 1) / scale }
        // The longest first: what runs beside them is left out.
        let contours = joining.joined(tracing.contours.contours).enumerated().sorted {
            ($1.element.chain.points.count, $0.offset) < ($0.element.chain.points.count, $1.offset)
        }
        for contour in contours.map(\.element) {
            let isRound = tracing.scene.roundProps.contains(contour.prop)
            let shortest = contour.isCrease ? 26.0 : 16
            guard length(contour.chain) >= (contour.isJoined ? 4 : shortest) else { continue }
            if contour.prop.isProp, !isRound {
                creases.append(
                    Outline(lines: simplification.simplified(contour.chain).points.map(tracing.unit), isClosed: contour.chain.isClosed))
                continue
            }
            let pieces = contour.prop.isProp ? [contour.chain] : grid.pieces(of: contour.chain)
            for piece in pieces {
                let isWhole = piece.points.count == contour.chain.points.count
                guard length(piece) >= shortest || (isWhole && contour.isJoined) else { continue }
                grid.add(piece.points)
                let curves = fitting.curves(through: smoothing.smoothed(piece))
                guard let outline = tracing.outline(curves, isClosed: piece.isClosed) else { continue }
                if contour.isCrease || contour.prop.isProp { creases.append(outline) } else { occlusions.append(outline) }
            }
        }
        return [
            Layer(paint: Paint(stroke: palette.ink, strokeWidth: occlusionWidth), outlines: occlusions),
            Layer(paint: Paint(stroke: palette.ink, strokeWidth: creaseWidth), outlines: creases),
        ]
    }
}
