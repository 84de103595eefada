/// Where the drawing's coordinates come to lie in the file: the upper left corner is the origin there, and left and right may change places.
struct PictureFrame: Hashable, Sendable {
    /// The upper left corner, in picture units.
    let origin: Point
    /// Picture units, at least 1.
    let width: Int
    let height: Int
    let isMirrored: Bool

    /// The smallest frame in whole units that holds a rectangle.
    init(from least: Point, to most: Point, isMirrored: Bool) {
        func whole(_ value: Double) -> Double { value.isFinite ? min(100_000, max(-100_000, value)) : 0 }
        origin = Point(whole(least.x).rounded(.down), whole(least.y).rounded(.down))
        // A hair's breadth beyond a whole unit is an error of the arithmetic.
        width = max(1, Int((whole(most.x) - origin.x - 0.001).rounded(.up)))
        height = max(1, Int((whole(most.y) - origin.y - 0.001).rounded(.up)))
        self.isMirrored = isMirrored
    }

    /// A point in tenths of a unit. Relative to an anchor, the point keeps its direction and only the anchor is mirrored.
    func tenths(_ point: Point, anchor: Point?) -> SIMD2<Int> {
        guard let anchor else { return placed(point) }
        return placed(anchor) &+ Self.rounded(point)
    }

    private func placed(_ point: Point) -> SIMD2<Int> {
        var place = Self.rounded(point - origin)
        if isMirrored { place.x = 10 * width - place.x }
        return place
    }

    private static func rounded(_ point: Point) -> SIMD2<Int> {
        func tenths(_ value: Double) -> Int { value.isFinite ? Int((min(1e6, max(-1e6, value)) * 10).rounded()) : 0 }
        return SIMD2(tenths(point.x), tenths(point.y))
    }
}
