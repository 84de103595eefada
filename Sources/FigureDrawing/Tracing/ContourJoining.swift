/// Mends lines that come in pieces because the depth on their two sides is nearly the same: joins ends that point at each other.
struct ContourJoining {
    /// Pixels between two ends of one limb's line, and of different lines.
    var gap: Double
    var foreignGap: Double
    /// Pixels from an end within which its direction is measured.
    var reach: Double

    private struct End {
        var place: Point
        /// Out of the line; zero for pieces too short to have a direction.
        var direction: Point
    }

    /// The lines with their pieces joined, the furniture's lines last.
    func joined(_ contours: [ContourTracer.Contour]) -> [ContourTracer.Contour] {
        let pieces = contours.filter { !$0.chain.isClosed && $0.prop.isNothing && $0.chain.points.count > 1 }
        let others = contours.filter { $0.chain.isClosed || !$0.prop.isNothing }
        // Ends are numbered: a piece's start is even, its end is one more.
        let ends = pieces.flatMap { [end($0.chain.points, atStart: true), end($0.chain.points, atStart: false)] }
        var partners = [Int?](repeating: nil, count: ends.count)
        for (first, second) in pairs(ends, pieces) where partners[first] == nil && partners[second] == nil {
            partners[first] = second
            partners[second] = first
        }
        var isDone = [Bool](repeating: false, count: pieces.count)
        var joined: [ContourTracer.Contour] = []
        // From free ends first; what is left then goes round.
        for isSecondRound in [false, true] {
            for start in ends.indices where !isDone[start / 2] && (isSecondRound || partners[start] == nil) {
                joined.append(line(from: start, pieces, partners, &isDone))
            }
        }
        return joined + others
    }

    /// Ends that may be joined, the nearest first.
    private func pairs(_ ends: [End], _ pieces: [ContourTracer.Contour]) -> [(Int, Int)] {
        var pairs: [(distance: Double, first: Int, second: Int)] = []
        for first in ends.indices {
            for second in first / 2 * 2 + 2..<max(first / 2 * 2 + 2, ends.count) {
                let offset = ends[second].place - ends[first].place
                let limit = pieces[first / 2].line == pieces[second / 2].line ? gap : foreignGap
                guard abs(offset.x) <= limit, abs(offset.y) <= limit else { continue }
                let distance = offset.length
                if distance <= limit, areAligned(ends[first], ends[second], distance) { pairs.append((distance, first, second)) }
            }
        }
        pairs.sort { ($0.distance, $0.first, $0.second) < ($1.distance, $1.first, $1.second) }
        return pairs.map { ($0.first, $0.second) }
    }

    /// Follows partners from one end to the last.
    private func line(from start: Int, _ pieces: [ContourTracer.Contour], _ partners: [Int?], _ isDone: inout [Bool])
        -> ContourTracer.Contour
    {
        var points: [Point] = []
        var longest = pieces[start / 2]
        var isJoined = true
        var entry: Int? = start
        while let current = entry, !isDone[current / 2] {
            let piece = pieces[current / 2]
            isDone[current / 2] = true
            isJoined = isJoined && piece.isJoined
            if piece.chain.points.count > longest.chain.points.count { longest = piece }
            let next = current % 2 == 0 ? piece.chain.points : piece.chain.points.reversed()
            if let last = points.last {
                // Points about a pixel apart all the way, as smoothing and corners count points.
                let steps = Int((next[0] - last).length)
                for step in 1..<max(1, steps) { points.append(last + (next[0] - last) * (Double(step) / Double(steps))) }
            }
            points += points.last == next[0] ? Array(next.dropFirst()) : next
            entry = partners[current ^ 1]
        }
        longest.chain = Chain(points: points, isClosed: false)
        longest.isJoined = isJoined
        return longest
    }

    private func areAligned(_ first: End, _ second: End, _ distance: Double) -> Bool {
        // The wider the gap, the straighter the way across.
        let limit = 0.5 + 0.4 * min(1, distance / gap)
        let hasBoth = first.direction != .zero && second.direction != .zero
        if hasBoth, first.direction.dot(-second.direction) < limit { return false }
        guard distance > reach / 4 else { return true }
        let across = (second.place - first.place) / distance
        if first.direction != .zero, first.direction.dot(across) < limit { return false }
        if second.direction != .zero, second.direction.dot(-across) < limit { return false }
        return hasBoth || distance < gap / 2
    }

    private func end(_ points: [Point], atStart: Bool) -> End {
        let place = atStart ? points[0] : points[points.count - 1]
        let steps = Int(reach)
        guard points.count > steps else { return End(place: place, direction: .zero) }
        let inner = atStart ? points[steps] : points[points.count - 1 - steps]
        return End(place: place, direction: (place - inner).normalized)
    }
}
