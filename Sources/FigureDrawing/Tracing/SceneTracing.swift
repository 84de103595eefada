import Exercises

/// A scene with its pixels sorted into regions, from which layers take their outlines.
struct SceneTracing {
    let scene: Scene
    let detail: TracingDetail
    let contours: ContourTracer
    private var tracer: RegionTracer
    private let labels: SceneLabels

    init(_ scene: Scene, detail: TracingDetail) {
        self.scene = scene
        self.detail = detail
        contours = ContourTracer(scene.buffer)
        labels = SceneLabels(scene, coverage: contours.coverage)
        tracer = RegionTracer(labels.map(of: scene.buffer))
    }

    /// Pixels in a picture unit, compared with the two that lengths are tuned for.
    var scale: Double {
        let scale = scene.viewport.pixelsPerUnit / 2
        return scale.isFinite && scale > 0 ? scale : 1
    }

    mutating func curves(_ choice: SceneLabels.Choice, smoothing: Double, error: Double, minimumArea: Double = 30, cornerAngle: Double = 62)
        -> [Outline]
    {
        return curves(
            loops(choice), smoothing: smoothing, error: error, minimumArea: minimumArea, cornerAngle: cornerAngle)
    }

    /// Boundaries in pixels.
    mutating func loops(_ choice: SceneLabels.Choice) -> [Chain] { tracer.loops(of: SceneLabels.labels(choice)) }

    /// Straight-edged outlines.
    mutating func polygons(_ choice: SceneLabels.Choice, tolerance: Double) -> [Outline] {
        let simplification = LineSimplification(tolerance: tolerance * scale)
        return loops(choice).compactMap { loop in
            guard Double(loop.points.count) >= 12 * scale else { return nil }
            let corners = simplification.simplified(loop)
            guard corners.points.count > 2 else { return nil }
            return Outline(lines: corners.points.map(unit), isClosed: true)
        }
    }

    /// The outlines of a mask that comes beside the picture.
    func curves(_ mask: Mask, smoothing: Double, error: Double, minimumArea: Double) -> [Outline] {
        var tracer = RegionTracer(RegionMap(width: mask.width, height: mask.height, labels: mask.values))
        let loops = tracer.loops(of: RegionMap.Labels([1]))
        let ratio = scene.viewport.pixelsPerUnit / mask.pixelsPerUnit
        guard ratio.isFinite, ratio > 0 else { return [] }
        let scaled = ratio == 1 ? loops : loops.map { Chain(points: $0.points.map { $0 * ratio }, isClosed: true) }
        return curves(scaled, smoothing: smoothing / ratio, error: error, minimumArea: minimumArea, cornerAngle: 62)
    }

    private func curves(_ loops: [Chain], smoothing: Double, error: Double, minimumArea: Double, cornerAngle: Double) -> [Outline] {
        let smoothing = GaussianSmoothing(sigma: smoothing * scale)
        let fitting = CurveFitting(error: error * scale, corners: CornerFinder(angle: cornerAngle), stride: 2)
        return loops.compactMap { loop in
            guard loop.points.count >= 12, abs(loop.doubledArea) >= 2 * minimumArea * scale * scale else { return nil }
            return outline(fitting.curves(through: smoothing.smoothed(loop)), isClosed: true)
        }
    }

    /// Curves given in pixels.
    func outline(_ curves: [CubicCurve], isClosed: Bool) -> Outline? {
        guard !curves.isEmpty else { return nil }
        return Outline(
            curves: curves.map {
                CubicCurve(start: unit($0.start), control1: unit($0.control1), control2: unit($0.control2), end: unit($0.end))
            }, isClosed: isClosed)
    }

    /// A place given in pixels.
    func unit(_ pixel: Point) -> Point { pixel / (2 * scale) }

    /// Whether any pixel shows this.
    func isEmpty(_ choice: SceneLabels.Choice) -> Bool { labels.present.isDisjoint(with: SceneLabels.labels(choice)) }
}
