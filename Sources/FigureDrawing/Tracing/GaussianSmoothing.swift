#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Takes the stairs out of a line of pixel edges.
struct GaussianSmoothing: Sendable {
    /// Weights from the middle outwards.
    private let weights: [Double]

    /// The standard deviation counts points; at most 64.
    init(sigma: Double) {
        guard sigma > 0.01 else {
            weights = [1]
            return
        }
        let sigma = min(sigma, 64)
        let radius = Int((sigma * 3).rounded(.up))
        let raw = (0...radius).map { exp(-0.5 * Double($0 * $0) / (sigma * sigma)) }
        let sum = raw[0] + 2 * raw.dropFirst().reduce(0, +)
        weights = raw.map { $0 / sum }
    }

    /// An open chain keeps its ends where they are: it is continued there by its own reflection in the end point.
    func smoothed(_ chain: Chain) -> Chain {
        let points = chain.points
        let n = points.count
        guard n >= 4 else { return chain }
        let radius = weights.count - 1
        var padded: [Point] = []
        padded.reserveCapacity(n + 2 * radius)
        for i in -radius..<n + radius {
            if i >= 0, i < n {
                padded.append(points[i])
            } else if chain.isClosed {
                padded.append(points[((i % n) + n) % n])
            } else if i < 0 {
                padded.append(2 * points[0] - points[min(-i, n - 1)])
            } else {
                padded.append(2 * points[n - 1] - points[max(2 * (n - 1) - i, 0)])
            }
        }
        var result: [Point] = []
        result.reserveCapacity(n)
        padded.withUnsafeBufferPointer { padded in
            weights.withUnsafeBufferPointer { weights in
                for i in radius..<n + radius {
                    var sum = padded[i] * weights[0]
                    for k in 1..<max(1, weights.count) { sum += (padded[i - k] + padded[i + k]) * weights[k] }
                    result.append(sum)
                }
            }
        }
        return Chain(points: result, isClosed: chain.isClosed)
    }
}
