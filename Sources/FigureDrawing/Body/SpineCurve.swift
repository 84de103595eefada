/// The line of the spine through its nodes, smooth to the second derivative, with the orientation of the trunk's rings along it.
///
/// A cubic spline with the not-a-knot end condition (de Boor 1978): the first two and the last two pieces are one polynomial each.
struct SpineCurve: Sendable {
    private let nodes: [Posture.SpineNode]
    private let slopes: [Vector]

    /// Nodes upwards; with fewer than four the line is straight between them.
    init(_ nodes: [Posture.SpineNode]) {
        self.nodes = nodes
        slopes = nodes.count < 4 ? [] : Self.slopes(nodes)
    }

    /// The line's point at a distance above the hip joints in metres; the nearest end's beyond the ends.
    func position(at distance: Double) -> Vector {
        guard let (i, t) = piece(at: distance) else { return nodes.first?.position ?? .zero }
        let (start, end) = (nodes[i], nodes[i + 1])
        guard !slopes.isEmpty else { return start.position.mixed(with: end.position, t) }
        let width = end.distance - start.distance
        let u = 1 - t
        return start.position * ((1 + 2 * t) * u * u) + slopes[i] * (width * t * u * u)
            + (end.position * (t * t * (3 - 2 * t)) - slopes[i + 1] * (width * t * t * u))
    }

    /// The orientation of the trunk's ring at a distance above the hip joints in metres.
    func frame(at distance: Double) -> Rotation {
        guard let (i, t) = piece(at: distance) else { return nodes.first?.rotation ?? .identity }
        let (start, end) = (nodes[i].rotation, nodes[i + 1].rotation)
        return Rotation.orthonormal(x: start.x.mixed(with: end.x, t), y: start.y.mixed(with: end.y, t))
    }

    /// The lower node's index and how far the place is from it to the next.
    private func piece(at distance: Double) -> (Int, Double)? {
        guard nodes.count > 1 else { return nil }
        let upper = nodes.dropFirst().dropLast().firstIndex { $0.distance >= distance } ?? nodes.count - 1
        let (start, end) = (nodes[upper - 1].distance, nodes[upper].distance)
        guard end > start else { return (upper - 1, 0) }
        return (upper - 1, min(1, max(0, (distance - start) / (end - start))))
    }

    private static func slopes(_ nodes: [Posture.SpineNode]) -> [Vector] {
        let n = nodes.count
        let widths = (0..<n - 1).map { max(1e-9, nodes[$0 + 1].distance - nodes[$0].distance) }
        let secants = (0..<n - 1).map { (nodes[$0 + 1].position - nodes[$0].position) / widths[$0] }
        var diagonal = [Double](repeating: 0, count: n)
        var upper = diagonal
        var slopes = [Vector](repeating: .zero, count: n)
        let head = widths[0] + widths[1]
        (diagonal[0], upper[0]) = (widths[1], head)
        slopes[0] = (secants[0] * ((widths[0] + 2 * head) * widths[1]) + secants[1] * (widths[0] * widths[0])) / head
        // The tridiagonal system, eliminated row by row.
        for i in 1..<n {
            let lower: Double
            if i < n - 1 {
                lower = widths[i]
                (diagonal[i], upper[i]) = (2 * (widths[i - 1] + widths[i]), widths[i - 1])
                slopes[i] = (secants[i - 1] * widths[i] + secants[i] * widths[i - 1]) * 3
            } else {
                let tail = widths[n - 2] + widths[n - 3]
                lower = tail
                diagonal[i] = widths[n - 3]
                let own = secants[n - 2] * ((2 * tail + widths[n - 2]) * widths[n - 3])
                slopes[i] = (secants[n - 3] * (widths[n - 2] * widths[n - 2]) + own) / tail
            }
            let factor = lower / diagonal[i - 1]
            diagonal[i] -= factor * upper[i - 1]
            slopes[i] -= slopes[i - 1] * factor
        }
        slopes[n - 1] /= diagonal[n - 1]
        for i in stride(from: n - 2, through: 0, by: -1) {
            slopes[i] = (slopes[i] - slopes[i + 1] * upper[i]) / diagonal[i]
        }
        return slopes
    }
}
