/// Finds the nearest free place beside a body for an arrow that shows the way of a place on it.
struct ArrowPlacement: Sendable {
    /// Shorter movements are drawn this long, in picture units.
    static let minimumLength = 40.0
    /// Picture units that an arrow keeps from the body.
    static let clearance = 14.0
    private static let samples = 24

    /// The distance to bodies.
    let field: DistanceField
    /// The picture without arrows, in picture units.
    let size: Point

    /// The arrow's line where it is best seen; none when there is nothing to show.
    func placed(_ arrow: ProjectedArrow, besides others: [[Point]] = []) -> [Point]? {
        let points = arrow.points.filter { $0.x.isFinite && $0.y.isFinite }
        guard points.count > 1, let line = Polyline(points).resampled(Self.samples) else { return nil }
        if arrow.isTurn { return line }
        let full = Polyline(line).length < Self.minimumLength ? lengthened(line) : line
        var best: (score: Double, line: [Point])?
        for (piece, cost) in shortened(full) {
            for (candidate, shift) in shifted(piece) {
                guard cost + shift < best?.score ?? .infinity else { continue }
                let score = cost + shift + crowding(candidate, others)
                if score < best?.score ?? .infinity { best = (score, candidate) }
            }
        }
        return best?.line
    }

    private func lengthened(_ line: [Point]) -> [Point] {
        let chord = line[line.count - 1] - line[0]
        let along = chord.length > 1e-6 ? chord / chord.length : Point(0, -1)
        let middle = line.reduce(.zero, +) / Double(line.count)
        return (0..<Self.samples).map { middle + along * (Self.minimumLength * (Double($0) / Double(Self.samples - 1) - 0.5)) }
    }

    /// Pieces of the way, at a cost.
    private func shortened(_ line: [Point]) -> [(line: [Point], cost: Double)] {
        var pieces = [(line: line, cost: 0.0)]
        let length = Polyline(line).length
        for share in [0.8, 0.6, 0.45] where share * length >= Self.minimumLength {
            for (place, cost) in [(1.0, 0.0), (0.5, 4.0), (0.0, 8.0)] {
                let from = (1 - share) * place
                if let piece = Polyline(line).resampled(Self.samples, from: from, to: from + share) {
                    pieces.append((piece, 120 * (1 - share) + cost))
                }
            }
        }
        return pieces
    }

    /// Moved outwards, inwards and as a whole, at a cost.
    private func shifted(_ line: [Point]) -> [(line: [Point], cost: Double)] {
        let chord = (line[line.count - 1] - line[0]).normalized
        let normals = line.indices.map { i in
            let along = (line[min(line.count - 1, i + 1)] - line[max(0, i - 1)]).normalized
            return Point(-along.y, along.x)
        }
        let normal = Point(-chord.y, chord.x)
        let moves: [(direction: Point, weight: Double)] = [
            (chord, 1.05), (-chord, 1.6), (normal, 1.1), (-normal, 1.1), ((normal + chord).normalized, 1.1),
            ((chord - normal).normalized, 1.1), ((normal - chord).normalized, 1.4), ((-normal - chord).normalized, 1.4),
        ]
        var result: [(line: [Point], cost: Double)] = []
        for distance in stride(from: 0.0, through: 150, by: 5) {
            for sign in [1.0, -1.0] {
                result.append((line.indices.map { line[$0] + normals[$0] * (sign * distance) }, distance))
            }
            for (direction, weight) in moves where distance > 0 {
                result.append((line.map { $0 + direction * distance }, distance * weight))
            }
        }
        return result
    }

    private func crowding(_ line: [Point], _ others: [[Point]]) -> Double {
        var (covered, lack, outside) = (0.0, 0.0, 0.0)
        for point in line {
            var distance = field.distance(point)
            for other in others {
                for place in other { distance = min(distance, (place - point).length) }
            }
            if distance < 5 { covered += 1 }
            lack += max(0, Self.clearance - distance)
            let beyond = max(max(-point.x, point.x - size.x), max(-point.y, point.y - size.y))
            outside = max(outside, beyond)
        }
        let count = Double(line.count)
        let folded = zip(line, line.dropFirst()).contains { ($1 - $0).dot(line[line.count - 1] - line[0]) < -1e-6 } ? 20.0 : 0
        return covered / count * 1500 + lack / count * 16 + outside * 0.3 + folded
    }
}

/// A line through points with its lengths.
struct Polyline: Sendable {
    let points: [Point]
    /// From the start to each point.
    private let lengths: [Double]

    init(_ points: [Point]) {
        self.points = points
        var lengths = [0.0]
        for (from, to) in zip(points, points.dropFirst()) { lengths.append(lengths[lengths.count - 1] + (to - from).length) }
        self.lengths = lengths
    }

    var length: Double { lengths[lengths.count - 1] }

    /// The point at a length from the start; the ends' beyond them.
    func point(at length: Double) -> Point {
        guard let after = lengths.firstIndex(where: { $0 >= length }), after > 0, after < points.count else {
            return (length > 0 ? points.last : points.first) ?? .zero
        }
        let step = lengths[after] - lengths[after - 1]
        let t = step > 1e-9 ? (length - lengths[after - 1]) / step : 0
        return points[after - 1] * (1 - t) + points[after] * t
    }

    /// Evenly spaced points between two fractions of the length; none of fewer than two points.
    func resampled(_ count: Int, from start: Double = 0, to end: Double = 1) -> [Point]? {
        guard points.count > 1, count > 1, length.isFinite else { return nil }
        return (0..<count).map { point(at: length * (start + (end - start) * Double($0) / Double(count - 1))) }
    }
}
