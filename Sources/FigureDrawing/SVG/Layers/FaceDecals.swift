/// Eyes, brows, nose and mouth, as lines on the head.
enum FaceDecals {
    private static let eyeWidth = 3.0
    private static let lineWidth = 1.7

    /// A feature as a quadratic curve in the head's frame from the chin, in metres, and the direction that it faces.
    private struct Feature {
        var start: Vector
        var middle: Vector
        var end: Vector
        var facing: Vector

        func place(at t: Double) -> Vector { start * ((1 - t) * (1 - t)) + middle * (2 * t * (1 - t)) + end * (t * t) }

        /// The middle point of the piece between two parameters, as a quadratic curve of its own.
        func bend(_ from: Double, _ to: Double) -> Vector {
            start * ((1 - from) * (1 - to)) + middle * (from * (1 - to) + to * (1 - from)) + end * (from * to)
        }
    }

    static func layers(_ scene: Scene, _ palette: Palette) -> [Layer] {
        var eyes: [Outline] = []
        var lines: [Outline] = []
        for (index, posture) in scene.postures.prefix(2).enumerated() {
            for side in [1.0, -1.0] {
                let eye = Feature(
                    start: Vector(0.088, 0.1115, side * 0.033), middle: Vector(0.0885, 0.108, side * 0.033),
                    end: Vector(0.088, 0.1045, side * 0.033), facing: Vector(1, 0, side * 0.45))
                eyes += outlines(eye, scene, posture, index)
                let brow = Feature(
                    start: Vector(0.097, 0.1275, side * 0.019), middle: Vector(0.093, 0.136, side * 0.034),
                    end: Vector(0.083, 0.128, side * 0.049), facing: Vector(1, 0.2, side * 0.45))
                lines += outlines(brow, scene, posture, index)
            }
            let nose = Feature(
                start: Vector(0.1035, 0.079, -0.012), middle: Vector(0.113, 0.071, 0), end: Vector(0.1035, 0.079, 0.012),
                facing: Vector(1, 0, 0))
            let mouth = Feature(
                start: Vector(0.087, 0.0475, -0.024), middle: Vector(0.101, 0.033, 0), end: Vector(0.087, 0.0475, 0.024),
                facing: Vector(1, -0.1, 0))
            lines += outlines(nose, scene, posture, index) + outlines(mouth, scene, posture, index)
        }
        return [
            Layer(paint: Paint(stroke: palette.ink, strokeWidth: eyeWidth), outlines: eyes),
            Layer(paint: Paint(stroke: palette.ink, strokeWidth: lineWidth), outlines: lines),
        ]
    }

    private static func outlines(_ feature: Feature, _ scene: Scene, _ posture: Posture, _ index: Int) -> [Outline] {
        let head = posture.head
        guard (head.rotation * feature.facing.normalized).dot(scene.viewport.view.towardsEye) > 0.2 else { return [] }
        let chin = head.position + head.rotation * Vector(-0.004, -Proportions.atlasAboveChin, 0)
        let places = (0...12).map { chin + head.rotation * feature.place(at: Double($0) / 12) }
        let part = index == 0 ? PartID.head : PartID.head.ofPartner
        let line = SurfaceLine(places: places, part: part, tolerance: 0.016)
        // A remainder of a feature that goes round the head reads as a speck.
        guard let longest = line.visibleRanges(in: scene).max(by: { $0.count < $1.count }), longest.count > 4 else { return [] }
        let (from, to) = (Double(longest.lowerBound) / 12, Double(longest.upperBound - 1) / 12)
        let points = [feature.place(at: from), feature.bend(from, to), feature.place(at: to)].map {
            scene.viewport.point(chin + head.rotation * $0)
        }
        let curve = CubicCurve(
            start: points[0], control1: (points[0] + 2 * points[1]) / 3, control2: (points[2] + 2 * points[1]) / 3, end: points[2])
        return [Outline(curves: [curve], isClosed: false)]
    }
}
