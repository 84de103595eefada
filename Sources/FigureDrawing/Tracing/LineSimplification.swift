/// Leaves out points that a straight line passes closely (Ramer 1972, Douglas and Peucker 1973).
struct LineSimplification: Sendable {
    /// The greatest distance from the line, in the points' unit.
    var tolerance: Double

    func simplified(_ chain: Chain) -> Chain {
        let points = chain.points
        guard points.count > 2 else { return chain }
        guard chain.isClosed else { return Chain(points: kept(points), isClosed: false) }
        // Split at extreme points, which are corners of the shape and do not depend on where the walk round it began.
        func key(_ point: Point) -> Double { point.x + 0.37 * point.y }
        let first = points.indices.min { key(points[$0]) < key(points[$1]) } ?? 0
        let turned = Array(points[first...] + points[..<first])
        func distance(_ index: Int) -> Double { (turned[index] - turned[0]).length }
        let far = turned.indices.max { distance($0) < distance($1) } ?? 0
        guard far > 0 else { return chain }
        let there = kept(Array(turned[...far]))
        let back = kept(Array(turned[far...]) + [turned[0]])
        return Chain(points: there.dropLast() + back.dropLast(), isClosed: true)
    }

    private func kept(_ points: [Point]) -> [Point] {
        var keeps = [Bool](repeating: false, count: points.count)
        keeps[0] = true
        keeps[points.count - 1] = true
        var pending = [(0, points.count - 1)]
        while let (from, to) = pending.popLast() {
            guard to > from + 1 else { continue }
            let along = points[to] - points[from]
            let length = along.length
            var farthest = (distance: tolerance, index: -1)
            for i in from + 1..<to {
                let offset = points[i] - points[from]
                let distance = length > 1e-9 ? abs(along.cross(offset)) / length : offset.length
                if distance > farthest.distance { farthest = (distance, i) }
            }
            guard farthest.index > 0 else { continue }
            keeps[farthest.index] = true
            pending += [(from, farthest.index), (farthest.index, to)]
        }
        return points.indices.filter { keeps[$0] }.map { points[$0] }
    }
}
