/// A line of the drawing in picture units: cubic curves or straight pieces, one after the other.
struct Outline: Hashable, Sendable {
    enum Pieces: Hashable, Sendable {
        case curves([CubicCurve])
        case lines([Point])
    }

    var pieces: Pieces
    var isClosed: Bool
    /// The place that the points are relative to, for what a mirrored picture shows the right way round, such as letters.
    var anchor: Point?

    init(curves: [CubicCurve], isClosed: Bool, anchor: Point? = nil) {
        pieces = .curves(curves)
        self.isClosed = isClosed
        self.anchor = anchor
    }

    init(lines points: [Point], isClosed: Bool, anchor: Point? = nil) {
        pieces = .lines(points)
        self.isClosed = isClosed
        self.anchor = anchor
    }

    /// A circle from four curves.
    static func circle(centre: Point, radius: Double) -> Outline {
        // The handle length at which a cubic quarter is nearest to the circle.
        let handle = 0.5523 * radius
        let quarters = [Point(1, 0), Point(0, 1), Point(-1, 0), Point(0, -1)]
        let curves = quarters.indices.map { i in
            let (from, to) = (quarters[i], quarters[(i + 1) % 4])
            return CubicCurve(
                start: centre + from * radius, control1: centre + from * radius + to * handle,
                control2: centre + to * radius + from * handle, end: centre + to * radius)
        }
        return Outline(curves: curves, isClosed: true)
    }
}
