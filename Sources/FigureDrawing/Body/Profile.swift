/// One row of a profile: the measures of a cross-section, in metres.
protocol ProfileRing: Sendable {
    init(channels: SIMD4<Double>)
}

/// Cross-sections along a part of the body, joined without overshoot: a shape-preserving cubic after Fritsch and Butland (1984).
struct Profile<Ring: ProfileRing>: Sendable {
    /// The places of the first and the last row.
    let range: ClosedRange<Double>
    private let places: [Double]
    private let values: [SIMD4<Double>]
    private let slopes: [SIMD4<Double>]

    /// Rows by ascending place; at least two. The places come from the constant tables of `BodyProfile`.
    init(_ rows: [(place: Double, channels: SIMD4<Double>)]) {
        places = rows.map(\.place)
        values = rows.map(\.channels)
        slopes = Self.slopes(places, values)
        range = (places.first ?? 0)...(places.last ?? 0)
    }

    /// The cross-section at a place, in metres of the spine or fractions of a limb; the nearest end's beyond the ends.
    func values(at place: Double) -> Ring {
        guard let first = values.first, let last = values.last, places.count > 1, place > range.lowerBound else {
            return Ring(channels: values.first ?? .zero)
        }
        guard place < range.upperBound else { return Ring(channels: place.isNaN ? first : last) }
        let i = (places.firstIndex { $0 > place } ?? places.count - 1) - 1
        let width = places[i + 1] - places[i]
        let t = (place - places[i]) / width
        let u = 1 - t
        let start = values[i] * ((1 + 2 * t) * u * u) + slopes[i] * (width * t * u * u)
        let end = values[i + 1] * (t * t * (3 - 2 * t)) - slopes[i + 1] * (width * t * t * u)
        return Ring(channels: start + end)
    }

    private static func slopes(_ x: [Double], _ y: [SIMD4<Double>]) -> [SIMD4<Double>] {
        guard x.count > 1 else { return y.map { _ in .zero } }
        let widths = zip(x.dropFirst(), x).map { $0 - $1 }
        let secants = (0..<widths.count).map { (y[$0 + 1] - y[$0]) / widths[$0] }
        guard secants.count > 1 else { return [secants[0], secants[0]] }
        var slopes = [SIMD4<Double>](repeating: .zero, count: x.count)
        for channel in 0..<4 {
            for i in 1..<secants.count {
                let (before, after) = (secants[i - 1][channel], secants[i][channel])
                guard before * after > 0 else { continue }
                let w1 = 2 * widths[i] + widths[i - 1]
                let w2 = widths[i] + 2 * widths[i - 1]
                slopes[i][channel] = (w1 + w2) / (w1 / before + w2 / after)
            }
            slopes[0][channel] = edge(widths[0], widths[1], secants[0][channel], secants[1][channel])
            let n = secants.count
            slopes[n][channel] = edge(widths[n - 1], widths[n - 2], secants[n - 1][channel], secants[n - 2][channel])
        }
        return slopes
    }

    /// The slope at an end: that of the parabola through three rows, held back so that it does not overshoot.
    private static func edge(_ width: Double, _ nextWidth: Double, _ secant: Double, _ nextSecant: Double) -> Double {
        let slope = ((2 * width + nextWidth) * secant - width * nextSecant) / (width + nextWidth)
        if slope * secant <= 0 { return 0 }
        if secant * nextSecant <= 0, abs(slope) > 3 * abs(secant) { return 3 * secant }
        return slope
    }
}
