/// A corner of a triangle on the picture.
struct PixelCorner: Sendable {
    /// In 1/256 pixel, to the right and down.
    let x: Int
    let y: Int
    /// Metres away from the eye, on a grid of 1/16384 m.
    let depth: Double
    /// Whether it is near enough to the picture for the integers of the coverage.
    let isUsable: Bool
}

/// Places corners on a picture.
struct PixelProjection {
    /// Further away from the picture's corner than this, in 1/256 pixel, or this deep, in 1/16384 m, a corner is not drawn.
    private static let limit = 134_217_728.0

    private let view: View
    private let origin: Point
    private let scale: Double

    init(_ viewport: Viewport) {
        view = viewport.view
        origin = viewport.origin
        scale = Viewport.unitsPerMetre * viewport.pixelsPerUnit * 256
    }

    func corner(_ place: Vector) -> PixelCorner {
        let projected = view.project(place)
        let across = (projected.x - origin.x) * scale
        let down = (projected.y - origin.y) * scale
        let away = projected.z * 16384
        guard abs(across) < Self.limit, abs(down) < Self.limit, abs(away) < Self.limit else {
            return PixelCorner(x: 0, y: 0, depth: 0, isUsable: false)
        }
        return PixelCorner(x: Self.nearest(across), y: Self.nearest(down), depth: Double(Self.nearest(away)) / 16384, isUsable: true)
    }

    /// The nearest whole number of a value within the limit; without the system's function for rounding, which is slow.
    @inline(__always)
    private static func nearest(_ value: Double) -> Int { Int(value + (value < 0 ? -0.5 : 0.5)) }
}

/// The pixels whose centres a triangle covers. A centre on an edge belongs to the triangle below or to the right of the edge.
struct TriangleCoverage {
    /// Pixels of one row that lie side by side.
    struct Span {
        /// Indices into rows from top to bottom.
        let pixels: Range<Int>
        /// How far the first pixel's centre lies beyond the sides that meet in the first corner: the weights of the other two corners.
        fileprivate let weights: (second: Int, third: Int)
    }

    /// A value that is linear over the triangle.
    struct Plane {
        fileprivate let corner: Double
        fileprivate let second: Double
        fileprivate let third: Double
        let perColumn: Double

        func value(at span: Span) -> Double { corner + (second * Double(span.weights.second) + third * Double(span.weights.third)) }
    }

    /// A side of the triangle: a function of the pixel that is not negative inside.
    private struct Edge {
        /// At the centre of the bounding box's first pixel.
        let start: Int
        let perColumn: Int
        let perRow: Int
        /// -1 where a centre on the edge belongs to the neighbour.
        let bias: Int

        init(_ from: PixelCorner, _ to: PixelCorner, column: Int, row: Int) {
            let (dx, dy) = (to.x &- from.x, to.y &- from.y)
            start = dx &* (row &* 256 &+ 128 &- from.y) &- dy &* (column &* 256 &+ 128 &- from.x)
            perColumn = dy &* -256
            perRow = dx &* 256
            bias = dy < 0 || (dy == 0 && dx > 0) ? 0 : -1
        }
    }

    private let columns: Range<Int>
    private let rows: Range<Int>
    private let width: Int
    private let edges: (opposite: Edge, second: Edge, third: Edge)
    private let area: Double
    /// Whether the corners were in counterclockwise order, so that the second and the third changed places.
    private let isTurned: Bool

    /// Nil when no pixel's centre can be covered, and when the triangle is seen from the side that `Mesh.Triangle.facing` says is inside.
    init?(_ a: PixelCorner, _ b: PixelCorner, _ c: PixelCorner, facing: Int8 = 0, width: Int, height: Int) {
        guard a.isUsable, b.isUsable, c.isUsable else { return nil }
        // Positive when the corners run clockwise, as y points down.
        let cross = (b.x &- a.x) &* (c.y &- a.y) &- (b.y &- a.y) &* (c.x &- a.x)
        guard cross != 0, facing == 0 || (facing < 0) == (cross > 0) else { return nil }
        let firstColumn = max(0, (min(a.x, min(b.x, c.x)) &+ 127) >> 8)
        let lastColumn = min(width - 1, (max(a.x, max(b.x, c.x)) &- 128) >> 8)
        let firstRow = max(0, (min(a.y, min(b.y, c.y)) &+ 127) >> 8)
        let lastRow = min(height - 1, (max(a.y, max(b.y, c.y)) &- 128) >> 8)
        guard firstColumn <= lastColumn, firstRow <= lastRow else { return nil }
        isTurned = cross < 0
        area = Double(abs(cross))
        columns = Range(uncheckedBounds: (firstColumn, lastColumn &+ 1))
        rows = Range(uncheckedBounds: (firstRow, lastRow &+ 1))
        self.width = width
        let (second, third) = cross < 0 ? (c, b) : (b, c)
        edges = (
            Edge(second, third, column: firstColumn, row: firstRow), Edge(third, a, column: firstColumn, row: firstRow),
            Edge(a, second, column: firstColumn, row: firstRow)
        )
    }

    /// The value that is `a`, `b` and `c` at the corners as they were given.
    func plane(_ a: Double, _ b: Double, _ c: Double) -> Plane {
        let second = ((isTurned ? c : b) - a) / area
        let third = ((isTurned ? b : c) - a) / area
        return Plane(
            corner: a, second: second, third: third,
            perColumn: second * Double(edges.second.perColumn) + third * Double(edges.third.perColumn))
    }

    /// Rows from top to bottom. The corners' limit keeps every sum below 2^62, so that none needs the check for overflow.
    @inline(__always)
    func forEachSpan(_ body: (Span) -> Void) {
        var (e0, e1, e2) = (
            edges.opposite.start &+ edges.opposite.bias, edges.second.start &+ edges.second.bias,
            edges.third.start &+ edges.third.bias
        )
        var row = rows.lowerBound
        while row < rows.upperBound {
            // The sign bit of the union tells whether any of the three is negative.
            var (w0, w1, w2) = (e0, e1, e2)
            var column = columns.lowerBound
            while column < columns.upperBound, (w0 | w1 | w2) < 0 {
                w0 &+= edges.opposite.perColumn
                w1 &+= edges.second.perColumn
                w2 &+= edges.third.perColumn
                column &+= 1
            }
            let first = column
            let weights = (second: w1 &- edges.second.bias, third: w2 &- edges.third.bias)
            while column < columns.upperBound, (w0 | w1 | w2) >= 0 {
                w0 &+= edges.opposite.perColumn
                w1 &+= edges.second.perColumn
                w2 &+= edges.third.perColumn
                column &+= 1
            }
            if column > first {
                let start = row &* width
                body(Span(pixels: Range(uncheckedBounds: (start &+ first, start &+ column)), weights: weights))
            }
            e0 &+= edges.opposite.perRow
            e1 &+= edges.second.perRow
            e2 &+= edges.third.perRow
            row &+= 1
        }
    }
}
