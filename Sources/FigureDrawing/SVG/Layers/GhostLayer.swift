/// The start pose, pale and dashed behind the body.
enum GhostLayer {
    static func layers(_ tracing: SceneTracing, _ palette: Palette) -> [Layer] {
        guard let ghost = tracing.scene.ghost else { return [] }
        let outlines = tracing.curves(ghost, smoothing: 3, error: 1.6, minimumArea: 400)
        let paint = Paint(fill: palette.ghost, stroke: palette.ghostLine, strokeWidth: 1.5, dashes: "5 4")
        return [Layer(paint: paint, outlines: outlines)]
    }
}
