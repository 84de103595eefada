/// Points one after the other; from the last one back to the first when closed, which is then not repeated.
struct Chain: Hashable, Sendable {
    var points: [Point]
    var isClosed: Bool

    /// Twice the enclosed area; positive when the points run clockwise on a picture whose y points down.
    var doubledArea: Double {
        guard var previous = points.last else { return 0 }
        var sum = 0.0
        for point in points {
            sum += previous.cross(point)
            previous = point
        }
        return sum
    }
}
