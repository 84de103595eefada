/// Furniture: what stands behind bodies is drawn before them, what hides more of them than they of it after them.
enum PropLayers {
    static let strokeWidth = 2.4

    static func layers(_ tracing: inout SceneTracing, _ palette: Palette, isInFront: Bool) -> [Layer] {
        [false, true].map { isShaded in
            var outlines: [Outline] = []
            let straight = SceneLabels.Choice.props(isShaded: isShaded, isRound: false, isInFront: isInFront)
            let round = SceneLabels.Choice.props(isShaded: isShaded, isRound: true, isInFront: isInFront)
            if !tracing.isEmpty(straight) { outlines += tracing.polygons(straight, tolerance: 1.5) }
            if !tracing.isEmpty(round) { outlines += tracing.curves(round, smoothing: 1.6, error: 0.8, cornerAngle: 50) }
            let fill = isShaded ? palette.propShade : palette.prop
            return Layer(paint: Paint(fill: fill, stroke: palette.propLine, strokeWidth: strokeWidth), outlines: outlines)
        }
    }
}
