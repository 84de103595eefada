extension Viewport {
    /// Pictures are at most this wide and high, in metres.
    private static let largest = 6.0

    /// The smallest viewport that shows meshes and points, with a margin around them in metres.
    ///
    /// The points are what the picture must hold besides the meshes, such as the corners of a mat. Pictures that are traced have two pixels
    /// in a unit.
    static func fitting(
        _ meshes: [Mesh], points: [Vector] = [], margin: Double, view: View, pixelsPerUnit: Double = 2
    ) -> Viewport {
        var low = Point(repeating: .infinity)
        var high = Point(repeating: -.infinity)
        func include(_ place: Vector) {
            let projected = view.project(place)
            guard abs(projected.x) < 1000, abs(projected.y) < 1000 else { return }
            let point = Point(projected.x, projected.y)
            low = pointwiseMin(low, point)
            high = pointwiseMax(high, point)
        }
        for mesh in meshes { for vertex in mesh.vertices { include(vertex) } }
        for point in points { include(point) }
        if low.x > high.x { (low, high) = (.zero, .zero) }
        // Whole sixteenths of a picture unit: bounds that differ in their last bits give the same picture.
        let grid = 16 * unitsPerMetre
        let origin = ((low - margin) * grid).rounded(.down) / grid
        let size = pointwiseMin((((high + margin) * grid).rounded(.up) / grid) - origin, Point(repeating: largest))
        return Viewport(view: view, origin: origin, size: size, pixelsPerUnit: pixelsPerUnit)
    }

    /// The same rectangle at another resolution.
    func at(pixelsPerUnit: Double) -> Viewport {
        Viewport(view: view, origin: origin, size: size, pixelsPerUnit: pixelsPerUnit)
    }

    /// Whether its pixels can be counted: finite, and not more than 16384 a side.
    var isDrawable: Bool {
        let side = max(size.x, size.y) * Self.unitsPerMetre * pixelsPerUnit
        return size.x > 0 && size.y > 0 && side > 0 && side < 16384 && origin.x.isFinite && origin.y.isFinite
    }
}
