/// A cubic Bézier curve.
struct CubicCurve: Hashable, Sendable {
    var start: Point
    var control1: Point
    var control2: Point
    var end: Point

    func point(at t: Double) -> Point {
        let u = 1 - t
        return start * (u * u * u) + control1 * (3 * u * u * t) + control2 * (3 * u * t * t) + end * (t * t * t)
    }
}
