/// Which cells of a coarse grid already hold a line, so that no second one is drawn along the first.
struct LineGrid {
    private let cell: Double
    private let columns: Int
    private let rows: Int
    private var isTaken: [Bool]

    /// Lengths in pixels.
    init(width: Int, height: Int, cell: Double) {
        self.cell = max(1, cell)
        columns = Int(Double(max(0, width)) / self.cell) + 3
        rows = Int(Double(max(0, height)) / self.cell) + 3
        isTaken = [Bool](repeating: false, count: columns * rows)
    }

    mutating func add(_ points: [Point]) {
        for point in points {
            if let (column, row) = place(point) { isTaken[row * columns + column] = true }
        }
    }

    /// The pieces of a line that do not run along lines that are there; the line itself when none of it does.
    func pieces(of chain: Chain) -> [Chain] {
        // A line that ends on another one or crosses it is near it for a few pixels, and should stay so.
        let (reach, rest) = (Int(5 * cell), Int(2 * cell))
        var points = chain.points
        var runs = nearRuns(points).filter { $0.count > reach }
        guard let first = runs.first else { return [chain] }
        if chain.isClosed {
            let middle = first.lowerBound + first.count / 2
            points = Array(points[middle...] + points[...middle])
            runs = nearRuns(points).filter { $0.count > reach || $0.lowerBound == 0 || $0.upperBound == points.count }
        }
        var pieces: [Chain] = []
        var from = 0
        for run in runs + [points.count..<points.count] {
            let to = min(points.count, run.isEmpty ? run.lowerBound : run.lowerBound + rest)
            if to - from > 2 * rest { pieces.append(Chain(points: Array(points[from..<to]), isClosed: false)) }
            from = max(0, run.upperBound - rest)
        }
        return pieces
    }

    private func nearRuns(_ points: [Point]) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var start: Int?
        for (index, point) in points.enumerated() {
            if isNearLine(point) {
                start = start ?? index
            } else if let from = start {
                runs.append(from..<index)
                start = nil
            }
        }
        if let from = start { runs.append(from..<points.count) }
        return runs
    }

    private func isNearLine(_ point: Point) -> Bool {
        guard let (column, row) = place(point) else { return false }
        for y in row - 1...row + 1 {
            for x in column - 1...column + 1 where isTaken[y * columns + x] { return true }
        }
        return false
    }

    private func place(_ point: Point) -> (Int, Int)? {
        let (column, row) = (Int(point.x / cell) + 1, Int(point.y / cell) + 1)
        return column > 0 && row > 0 && column < columns - 1 && row < rows - 1 ? (column, row) : nil
    }
}
