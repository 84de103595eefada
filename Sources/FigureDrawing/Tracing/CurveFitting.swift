/// Fits cubic curves to points (Schneider 1990, "An algorithm for automatically fitting digitized curves").
struct CurveFitting: Sendable {
    /// The greatest distance of a point from the curve, in the points' unit.
    var error: Double
    var corners = CornerFinder()
    /// Points between two that are fitted, for closely spaced input: 1 takes all.
    var stride = 1

    /// Curves through a chain, broken only at its corners; none for fewer than two finite points.
    func curves(through chain: Chain) -> [CubicCurve] {
        let points = chain.points.filter { $0.x.isFinite && $0.y.isFinite }
        guard points.count > 1 else { return [] }
        let chain = Chain(points: points, isClosed: chain.isClosed)
        let found = corners.corners(of: chain)
        let n = points.count
        var result: [CubicCurve] = []
        if chain.isClosed {
            guard let first = found.first else {
                let along = tangent(points[n - min(3, n - 1)], points[min(3, n - 1)])
                fit(thinned(points + [points[0]], 0, n), along, -along, into: &result)
                return result
            }
            let twice = points + points
            for (from, to) in zip(found, found.dropFirst() + [first + n]) { fit(thinned(twice, from, to), into: &result) }
        } else {
            for (from, to) in zip([0] + found, found + [n - 1]) where to > from { fit(thinned(points, from, to), into: &result) }
        }
        return result
    }

    private func thinned(_ points: [Point], _ from: Int, _ to: Int) -> [Point] {
        guard stride > 1, to - from > 4 * stride else { return Array(points[from...to]) }
        return Swift.stride(from: from, to: to - stride / 2, by: stride).map { points[$0] } + [points[to]]
    }

    private func tangent(_ from: Point, _ to: Point) -> Point {
        let along = to - from
        let length = along.length
        return length > 1e-9 ? along / length : Point(1, 0)
    }

    private func fit(_ points: [Point], into curves: inout [CubicCurve]) {
        let reach = min(points.count - 1, max(1, 4 / stride))
        fit(
            points, tangent(points[0], points[reach]), tangent(points[points.count - 1], points[points.count - 1 - reach]),
            into: &curves)
    }

    private func fit(_ points: [Point], _ start: Point, _ end: Point, into curves: inout [CubicCurve]) {
        var parameters = [Double](repeating: 0, count: points.count)
        points.withUnsafeBufferPointer { points in
            parameters.withUnsafeMutableBufferPointer { parameters in
                let piece = Piece(points: points, parameters: parameters, error: error, reach: max(1, 3 / stride))
                piece.fit(0, points.count - 1, start, end, into: &curves)
            }
        }
    }
}

/// The points between two corners, with scratch room for their places along the curve.
private struct Piece {
    let points: UnsafeBufferPointer<Point>
    let parameters: UnsafeMutableBufferPointer<Double>
    let error: Double
    /// Points on each side between which the tangent at a split is measured.
    let reach: Int

    func fit(_ first: Int, _ last: Int, _ startTangent: Point, _ endTangent: Point, into curves: inout [CubicCurve]) {
        let count = last - first + 1
        guard count > 3 else {
            let handle = (points[last] - points[first]).length / 3
            curves.append(
                CubicCurve(
                    start: points[first], control1: points[first] + startTangent * handle,
                    control2: points[last] + endTangent * handle, end: points[last]))
            return
        }
        let arc = parameterize(first, last)
        var split = first + count / 2
        for _ in 0..<4 {
            let curve = leastSquares(first, last, startTangent, endTangent, arc: arc)
            var worst = 0.0
            for i in first...last {
                let offset = curve.point(at: parameters[i]) - points[i]
                let distance = offset.dot(offset)
                if distance > worst { (worst, split) = (distance, i) }
            }
            if worst < error * error {
                curves.append(curve)
                return
            }
            if worst > error * error * 16 || !reparameterize(first, last, curve) { break }
        }
        split = count > 6 ? min(max(split, first + 2), last - 2) : first + count / 2
        let along = points[max(first, split - reach)] - points[min(last, split + reach)]
        let length = along.length
        let tangent = length > 1e-9 ? along / length : Point(1, 0)
        fit(first, split, startTangent, tangent, into: &curves)
        fit(split, last, -tangent, endTangent, into: &curves)
    }

    /// By chord length; gives back the length of all chords.
    private func parameterize(_ first: Int, _ last: Int) -> Double {
        parameters[first] = 0
        for i in first + 1...last { parameters[i] = parameters[i - 1] + (points[i] - points[i - 1]).length }
        let total = max(parameters[last], 1e-6)
        for i in first...last { parameters[i] /= total }
        return total
    }

    private func leastSquares(_ first: Int, _ last: Int, _ startTangent: Point, _ endTangent: Point, arc: Double) -> CubicCurve {
        let (start, end) = (points[first], points[last])
        var (c00, c01, c11, x0, x1) = (0.0, 0.0, 0.0, 0.0, 0.0)
        let tangents = startTangent.dot(endTangent)
        for i in first...last {
            let t = parameters[i]
            let u = 1 - t
            let (b1, b2) = (3 * t * u * u, 3 * t * t * u)
            let rest = points[i] - start * (u * u * u + b1) - end * (t * t * t + b2)
            c00 += b1 * b1
            c01 += b1 * b2
            c11 += b2 * b2
            x0 += b1 * startTangent.dot(rest)
            x1 += b2 * endTangent.dot(rest)
        }
        c01 *= tangents
        let determinant = c00 * c11 - c01 * c01
        let chord = (end - start).length
        var (a, b) = (chord / 3, chord / 3)
        if abs(determinant) > 1e-9 {
            let (left, right) = ((x0 * c11 - x1 * c01) / determinant, (c00 * x1 - c01 * x0) / determinant)
            // Longer handles than these, of a half circle and more, make loops.
            let allowed = 1e-3 * chord...max(1e-3 * chord, 0.6 * arc)
            if allowed.contains(left), allowed.contains(right) { (a, b) = (left, right) }
        }
        return CubicCurve(start: start, control1: start + startTangent * a, control2: end + endTangent * b, end: end)
    }

    /// One step of Newton's method for each point; false when the points' order would change.
    private func reparameterize(_ first: Int, _ last: Int, _ curve: CubicCurve) -> Bool {
        let (d1, d2, d3) = (curve.control1 - curve.start, curve.control2 - curve.control1, curve.end - curve.control2)
        var previous = -1.0
        for i in first...last {
            let t = parameters[i]
            let u = 1 - t
            let offset = curve.point(at: t) - points[i]
            let velocity = (d1 * (u * u) + d2 * (2 * u * t) + d3 * (t * t)) * 3
            let acceleration = ((d2 - d1) * u + (d3 - d2) * t) * 6
            let denominator = velocity.dot(velocity) + offset.dot(acceleration)
            let step = abs(denominator) > 1e-9 ? offset.dot(velocity) / denominator : 0
            let moved = min(1, max(0, t - step))
            if moved < previous { return false }
            previous = moved
            parameters[i] = moved
        }
        return true
    }
}
