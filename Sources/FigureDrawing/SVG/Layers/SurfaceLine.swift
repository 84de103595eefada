/// A line drawn on a body's surface, of which a picture shows what nothing hides.
struct SurfaceLine: Sendable {
    /// Places in the room along the line, closely spaced.
    var places: [Vector]
    /// The part that it is drawn on.
    var part: PartID
    /// Metres that a place may lie behind what is seen.
    var tolerance: Double

    /// The pieces in sight, in picture units.
    func visibleRuns(in scene: Scene) -> [[Point]] {
        visibleRanges(in: scene).map { range in range.map { scene.viewport.point(places[$0]) } }
    }

    /// The pieces in sight, as ranges of `places` of two and more.
    func visibleRanges(in scene: Scene) -> [Range<Int>] {
        let buffer = scene.buffer
        guard buffer.part.count == buffer.width * buffer.height, buffer.depth.count == buffer.part.count else { return [] }
        var ranges: [Range<Int>] = []
        var start: Int?
        for (index, place) in places.enumerated() {
            if isVisible(scene.viewport.point(place), depth: scene.viewport.view.project(place).z, scene) {
                start = start ?? index
            } else if let from = start {
                ranges.append(from..<index)
                start = nil
            }
        }
        if let from = start { ranges.append(from..<places.count) }
        return ranges.filter { $0.count > 1 }
    }

    private func isVisible(_ point: Point, depth: Double, _ scene: Scene) -> Bool {
        let pixel = point * scene.viewport.pixelsPerUnit
        guard pixel.x >= 0, pixel.y >= 0, pixel.x < Double(scene.buffer.width), pixel.y < Double(scene.buffer.height) else { return false }
        let index = Int(pixel.y) * scene.buffer.width + Int(pixel.x)
        return scene.buffer.part[index] == part.raw && Double(scene.buffer.depth[index]) > depth - tolerance
    }
}
