#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Finds where a line turns sharply.
struct CornerFinder: Sendable {
    /// Points before and after between which a turn is measured.
    var window = 6
    /// Degrees.
    var angle = 62.0

    /// Indices of the corners, ascending, more than a window apart; the sharpest win.
    func corners(of chain: Chain) -> [Int] {
        let points = chain.points
        let n = points.count
        guard n >= 2 * window + 3 else { return [] }
        let limit = cos(angle * .pi / 180)
        var found: [(cosine: Double, index: Int)] = []
        points.withUnsafeBufferPointer { points in
            for i in (chain.isClosed ? 0 : window)..<(chain.isClosed ? n : n - window) {
                let before = i >= window ? i - window : i - window + n
                let after = i + window < n ? i + window : i + window - n
                let (incoming, outgoing) = (points[i] - points[before], points[after] - points[i])
                let dot = incoming.dot(outgoing)
                let lengths = (incoming.dot(incoming) * outgoing.dot(outgoing)).squareRoot()
                if lengths > 1e-9, dot < limit * lengths { found.append((dot / lengths, i)) }
            }
        }
        found.sort { ($0.cosine, $0.index) < ($1.cosine, $1.index) }
        var corners: [Int] = []
        for (_, index) in found {
            let isFree = corners.allSatisfy { corner in
                let gap = abs(corner - index)
                return (chain.isClosed ? min(gap, n - gap) : gap) > window
            }
            if isFree { corners.append(index) }
        }
        return corners.sorted()
    }
}
