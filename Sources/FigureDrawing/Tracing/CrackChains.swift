/// An edge between two pixels that belongs to a line.
struct Crack: Sendable {
    /// The corner that it starts from; it runs down from there when vertical, else to the right.
    var x: Int32
    var y: Int32
    var isVertical: Bool
    /// Cracks are chained with those of the same line only.
    var line: UInt16

    static let lineCount = 512
    private static let creases: UInt16 = 256

    /// A line for each limb of each body and for each piece of furniture: a limb's parts count as one.
    static func line(of part: PartID, isCrease: Bool) -> UInt16 {
        let limbs: [UInt8] = [0, 1, 2, 3, 8, 4, 4, 4, 5, 5, 5, 6, 6, 6, 7, 7, 7]
        let anatomical = Int(part.anatomical.raw)
        let limb = part.isBody && anatomical < limbs.count ? limbs[anatomical] + UInt8(part.person) * 32 : part.raw
        return UInt16(limb) + (isCrease ? creases : 0)
    }

    static func prop(ofLine line: UInt16) -> PartID {
        let part = PartID(raw: UInt8(line & 255))
        return part.isProp ? part : .nothing
    }

    static func isCrease(_ line: UInt16) -> Bool { line >= creases }
}

/// Joins cracks into lines on a grid of pixel corners.
struct CrackChains {
    private let width: Int
    private let height: Int
    /// For each corner, the directions in which edges leave it: bit 0 right, 1 down, 2 left, 3 up; and in the upper four bits the same
    /// before any was walked.
    private var edges: [UInt8]
    /// How many lines end at a corner, of the few corners where any does.
    private var endCounts: [Int: Int] = [:]

    init(width: Int, height: Int) {
        self.width = width + 1
        self.height = height + 1
        edges = [UInt8](repeating: 0, count: self.width * self.height)
    }

    /// Lines of cracks that are sorted by line.
    mutating func contours(of cracks: [Crack]) -> [ContourTracer.Contour] {
        var walks: [(corners: [Int], line: UInt16)] = []
        var from = 0
        while from < cracks.count {
            var to = from
            while to < cracks.count, cracks[to].line == cracks[from].line { to += 1 }
            for corners in walksAlong(cracks[from..<to]) { walks.append((corners, cracks[from].line)) }
            from = to
        }
        func isClosed(_ corners: [Int]) -> Bool { corners.count > 2 && corners.first == corners.last }
        func ends(_ corners: [Int]) -> [Int] { [corners[0], corners[corners.count - 1]] }
        for (corners, line) in walks where !Crack.isCrease(line) && !isClosed(corners) {
            for end in ends(corners) { endCounts[end, default: 0] += 1 }
        }
        return walks.map { corners, line in
            let isClosed = isClosed(corners)
            let points = (isClosed ? corners.dropLast() : corners[...]).map { Point(Double($0 % width), Double($0 / width)) }
            let isJoined = !Crack.isCrease(line) && !isClosed && ends(corners).allSatisfy { endCounts[$0, default: 0] > 1 }
            return ContourTracer.Contour(
                chain: Chain(points: points, isClosed: isClosed), prop: Crack.prop(ofLine: line), line: line,
                isCrease: Crack.isCrease(line),
                isJoined: isJoined)
        }
    }

    private mutating func walksAlong(_ cracks: ArraySlice<Crack>) -> [[Int]] {
        func corners(_ crack: Crack) -> (Int, Int) {
            let corner = Int(crack.y) * width + Int(crack.x)
            return (corner, corner + (crack.isVertical ? width : 1))
        }
        for crack in cracks {
            let (a, b) = corners(crack)
            edges[a] |= crack.isVertical ? 0x22 : 0x11
            edges[b] |= crack.isVertical ? 0x88 : 0x44
        }
        var walks: [[Int]] = []
        // From free ends first, so that only loops are left for the second round.
        for isSecondRound in [false, true] {
            for crack in cracks {
                let (a, b) = corners(crack)
                for corner in [a, b] where isSecondRound || (edges[corner] >> 4).nonzeroBitCount == 1 {
                    while edges[corner] & 15 != 0 { walks.append(walk(from: corner)) }
                }
            }
        }
        for crack in cracks {
            let (a, b) = corners(crack)
            edges[a] = 0
            edges[b] = 0
        }
        return walks
    }

    private mutating func walk(from start: Int) -> [Int] {
        var corners = [start]
        var direction = (edges[start] & 15).trailingZeroBitCount
        while true {
            let corner = corners[corners.count - 1]
            let next = corner + [1, width, -1, -width][direction]
            edges[corner] &= ~(1 << UInt8(direction))
            edges[next] &= ~(1 << UInt8((direction + 2) & 3))
            corners.append(next)
            let open = edges[next] & 15
            guard open != 0, next != start else { return corners }
            direction = open.trailingZeroBitCount
            guard open.nonzeroBitCount > 1 else { continue }
            // At a fork, go on in the direction of the last few steps.
            let before = corners[max(0, corners.count - 7)]
            let (dx, dy) = (next % width - before % width, next / width - before / width)
            let along = [dx, dy, -dx, -dy]
            for candidate in 0..<4 where open >> UInt8(candidate) & 1 != 0 && along[candidate] > along[direction] {
                direction = candidate
            }
        }
    }
}
