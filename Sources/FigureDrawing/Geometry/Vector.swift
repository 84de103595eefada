#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A point or direction in metres: x forward, y up, z to the person's right.
package typealias Vector = SIMD3<Double>

/// A point on the picture, in picture units, y down.
package typealias Point = SIMD2<Double>

extension SIMD3<Double> {
    static let forward = Vector(1, 0, 0)
    static let up = Vector(0, 1, 0)
    static let right = Vector(0, 0, 1)

    func dot(_ other: Vector) -> Double { (self * other).sum() }

    func cross(_ other: Vector) -> Vector {
        Vector(y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x)
    }

    var length: Double { dot(self).squareRoot() }

    /// This direction with length 1; itself when it has next to no length.
    var normalized: Vector {
        let length = length
        return length > 1e-9 ? self / length : self
    }

    /// The part that is orthogonal to a unit vector.
    func orthogonal(to unit: Vector) -> Vector { self - unit * dot(unit) }

    /// The way from here to another point, `fraction` of it.
    func mixed(with other: Vector, _ fraction: Double) -> Vector { self * (1 - fraction) + other * fraction }

    /// The mirror image on the plane between left and right.
    var mirrored: Vector { Vector(x, y, -z) }
}

extension SIMD2<Double> {
    func dot(_ other: Point) -> Double { (self * other).sum() }
    /// The third component of the cross product: positive when `other` lies clockwise on a picture whose y points down.
    func cross(_ other: Point) -> Double { x * other.y - y * other.x }
    var length: Double { dot(self).squareRoot() }
    var normalized: Point {
        let length = length
        return length > 1e-9 ? self / length : self
    }
}
