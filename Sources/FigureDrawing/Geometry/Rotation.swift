#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// An orientation: the room's directions of a frame's own axes.
package struct Rotation: Hashable, Sendable {
    /// The frame's forward axis.
    package var x: Vector
    /// The frame's axis towards the head; for a limb, towards its root.
    package var y: Vector
    /// The frame's axis to the right.
    package var z: Vector

    package init(x: Vector, y: Vector, z: Vector) {
        self.x = x
        self.y = y
        self.z = z
    }

    package static let identity = Rotation(x: .forward, y: .up, z: .right)

    /// About the forward axis, in degrees: positive leans up to the right.
    static func aboutX(_ degrees: Double) -> Rotation {
        let (c, s) = cosSin(degrees)
        return Rotation(x: .forward, y: Vector(0, c, s), z: Vector(0, -s, c))
    }

    /// About the upward axis, in degrees: positive turns forward to the left.
    static func aboutY(_ degrees: Double) -> Rotation {
        let (c, s) = cosSin(degrees)
        return Rotation(x: Vector(c, 0, -s), y: .up, z: Vector(s, 0, c))
    }

    /// About the axis to the right, in degrees: positive turns forward to up.
    static func aboutZ(_ degrees: Double) -> Rotation {
        let (c, s) = cosSin(degrees)
        return Rotation(x: Vector(c, s, 0), y: Vector(-s, c, 0), z: .right)
    }

    private static func cosSin(_ degrees: Double) -> (Double, Double) {
        let radians = degrees * .pi / 180
        return (cos(radians), sin(radians))
    }

    /// A vector of this frame in the room's terms.
    static func * (rotation: Rotation, vector: Vector) -> Vector {
        rotation.x * vector.x + rotation.y * vector.y + rotation.z * vector.z
    }

    /// The right rotation as seen from the left one's frame.
    static func * (left: Rotation, right: Rotation) -> Rotation {
        Rotation(x: left * right.x, y: left * right.y, z: left * right.z)
    }

    /// The opposite rotation.
    var inverse: Rotation {
        Rotation(x: Vector(x.x, y.x, z.x), y: Vector(x.y, y.y, z.y), z: Vector(x.z, y.z, z.z))
    }

    /// The nearest frame with right angles whose upward axis is the given one's.
    static func orthonormal(x: Vector, y: Vector) -> Rotation {
        let up = y.normalized
        let forward = x.orthogonal(to: up).normalized
        return Rotation(x: forward, y: up, z: forward.cross(up))
    }

    /// The mirror image of a frame: its forward and upward axes mirrored, right again to the right.
    var mirrored: Rotation { Rotation(x: x.mirrored, y: y.mirrored, z: -z.mirrored) }

    /// The rotation `fraction` of the way to another one, by the shortest turn.
    func mixed(with other: Rotation, _ fraction: Double) -> Rotation {
        let difference = inverse * other
        let trace = difference.x.x + difference.y.y + difference.z.z
        let angle = acos(min(1, max(-1, (trace - 1) / 2)))
        guard angle > 1e-9 else { return self }
        var axis = Vector(
            difference.y.z - difference.z.y, difference.z.x - difference.x.z, difference.x.y - difference.y.x)
        if axis.length < 1e-6 {
            // A half turn: the axis is the largest column of (rotation + identity).
            let columns = [difference.x + .forward, difference.y + .up, difference.z + .right]
            axis = columns.max { $0.length < $1.length } ?? .up
        }
        return self * Rotation.about(axis.normalized, radians: angle * fraction)
    }

    /// About any unit axis.
    static func about(_ axis: Vector, radians: Double) -> Rotation {
        let (c, s) = (cos(radians), sin(radians))
        func turned(_ v: Vector) -> Vector { v * c + axis.cross(v) * s + axis * (axis.dot(v) * (1 - c)) }
        return Rotation(x: turned(.forward), y: turned(.up), z: turned(.right))
    }
}
