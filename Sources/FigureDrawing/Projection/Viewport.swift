import Exercises

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// An orthographic camera's axes in the room.
struct View: Hashable, Sendable {
    /// To the right of the picture.
    let right: Vector
    /// Up on the picture.
    let up: Vector
    /// Towards the eye.
    let towardsEye: Vector

    init(_ camera: Camera) {
        let azimuth = camera.azimuth * .pi / 180
        let elevation = camera.elevation * .pi / 180
        right = Vector(cos(azimuth), 0, -sin(azimuth))
        towardsEye = Vector(sin(azimuth) * cos(elevation), sin(elevation), cos(azimuth) * cos(elevation))
        up = towardsEye.cross(right)
    }

    /// Metres to the right and down on the picture, and away from the eye.
    func project(_ point: Vector) -> Vector {
        Vector(point.dot(right), -point.dot(up), -point.dot(towardsEye))
    }
}

/// A rectangle of the picture plane, and how it is mapped to pixels and to picture units.
struct Viewport: Hashable, Sendable {
    /// Picture units in a metre.
    static let unitsPerMetre = 232.0

    let view: View
    /// The upper left corner on the picture plane, in metres.
    let origin: Point
    /// Metres.
    let size: Point
    /// Pixels in a picture unit.
    let pixelsPerUnit: Double

    var width: Int { Int((size.x * Self.unitsPerMetre * pixelsPerUnit).rounded(.up)) }
    var height: Int { Int((size.y * Self.unitsPerMetre * pixelsPerUnit).rounded(.up)) }

    /// Where a point of the room lies on the picture, in picture units.
    func point(_ place: Vector) -> Point {
        let projected = view.project(place)
        return (Point(projected.x, projected.y) - origin) * Self.unitsPerMetre
    }
}
