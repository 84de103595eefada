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

    /// Without the ends that run along lines that are there; none when all of it does.
    func remainder(of points: [Point]) -> [Point]? {
        guard let first = points.firstIndex(where: { !isNearLine($0) }), let last = points.lastIndex(where: { !isNearLine($0) }) else {
            return nil
        }
        // A line that ends on another one is near it for a few pixels, and should stay so.
        let (reach, rest) = (Int(3 * cell), Int(cell))
        let from = first > reach ? first - rest : 0
        let to = points.count - 1 - last > reach ? last + rest : points.count - 1
        return Array(points[from...to])
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
