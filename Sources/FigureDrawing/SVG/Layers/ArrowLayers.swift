/// Arrows with a white edge, so that they stand off what they cross.
enum ArrowLayers {
    private static let strokeWidth = 5.0
    private static let haloWidth = 9.5
    private static let headLength = 15.0
    private static let headWidth = 17.0
    /// Picture units around an arrow's line that the arrow may cover.
    static let reach = 12.0

    /// Lines from tail to tip, in picture units.
    static func layers(_ lines: [[Point]], _ palette: Palette) -> [Layer] {
        guard !lines.isEmpty else { return [] }
        var shafts: [Outline] = []
        var heads: [Outline] = []
        for points in lines {
            let line = Polyline(points)
            let tip = line.point(at: line.length)
            let along = (tip - line.point(at: max(0, line.length - headLength * 1.2))).normalized
            let base = tip - along * headLength
            let across = Point(-along.y, along.x) * (headWidth / 2)
            heads.append(Outline(lines: [tip, base + across, base - across], isClosed: true))
            let shaft = (0..<24).map { line.point(at: max(1, line.length - headLength * 0.8) * Double($0) / 23) }
            let curves = CurveFitting(error: 0.8).curves(through: Chain(points: shaft, isClosed: false))
            shafts.append(Outline(curves: curves, isClosed: false))
        }
        return [
            Layer(paint: Paint(stroke: .white, strokeWidth: haloWidth), outlines: shafts + heads),
            Layer(paint: Paint(stroke: palette.arrow, strokeWidth: strokeWidth), outlines: shafts),
            Layer(paint: Paint(fill: palette.arrow, stroke: palette.arrow), outlines: heads),
        ]
    }
}
