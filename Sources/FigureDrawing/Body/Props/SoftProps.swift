import Exercises

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension PropMesh {
    /// The radius of a foam roller in metres.
    static let rollerRadius = 0.075

    /// A cylinder across the back, on the floor: under what rests on it, behind somebody who sits before it.
    static func roller(for posture: Posture, support: Vector?, firstPiece: Int) -> Mesh {
        let pelvis = posture.pelvis.position
        let place = Vector(support?.x ?? pelvis.x - 0.46, rollerRadius, pelvis.z)
        let outline = RingShape(sides: 40)
        func ring(_ z: Double, _ radius: Double) -> LoftRing {
            LoftRing(at: place + Vector(0, 0, z), forward: .forward, right: .up, radius: radius, side: radius)
        }
        var mesh = Mesh()
        mesh.addLoft([ring(-0.30, rollerRadius), ring(0.30, rollerRadius)], outline, Surface(part(firstPiece), .propShade))
        // The ends are a piece of their own: thin discs that stand before the cylinder's.
        for z in [-0.30, 0.30] {
            let outwards = z < 0 ? -0.001 : 0.001
            mesh.addLoft([ring(z, rollerRadius), ring(z + outwards, rollerRadius)], outline, Surface(part(firstPiece + 1), .prop))
        }
        return mesh
    }

    /// A cushion under the head of somebody who lies, under the knees of somebody who kneels, else on the seat.
    static func cushion(for posture: Posture, firstPiece: Int) -> Mesh {
        let footing = Footing(under: posture.pelvis)
        let (place, top): (Vector, Double)
        if abs(posture.chest.rotation.y.y) < 0.5, posture.head.position.y < 0.45 {
            let head = posture.head
            place = head.position + head.rotation.y * 0.05
            top = lowestOfSkull(head)
        } else if min(posture.legs.right.knee.y, posture.legs.left.knee.y) < 0.2 {
            place = posture.legs.right.knee.mixed(with: posture.legs.left.knee, 0.5)
            top = min(posture.legs.right.knee.y, posture.legs.left.knee.y) - 0.05
        } else {
            place = posture.pelvis.position
            top = posture.pelvis.position.y - 0.11
        }
        // Soft things give way: a little of it lies above what rests on it.
        let height = min(0.14, max(0.05, top + 0.015))
        let bottom = max(0, top + 0.015 - height)
        let rings = stride(from: 0, through: 8, by: 1).map { step in
            let angle = Double.pi * (Double(step) + 0.2) / 8.4
            let bulge = pow(sin(angle), 0.45)
            return LoftRing(
                at: Vector(place.x, bottom + height * (0.5 - 0.5 * cos(angle)), place.z), forward: footing.frame.x,
                right: footing.frame.z, radius: 0.16 * bulge, side: 0.23 * bulge)
        }
        var mesh = Mesh()
        mesh.addLoft(rings, RingShape(sides: 36, exponent: 3.2), Surface(part(firstPiece), .prop))
        return mesh
    }

    /// The height of the head's lowest side in metres above the floor.
    static func lowestOfSkull(_ head: Posture.Joint) -> Double {
        let sides = [Vector(-0.098, 0.08, 0), Vector(0.095, 0.08, 0), Vector(0, 0.08, 0.08), Vector(0, 0.08, -0.08)]
        return sides.map { (head.position + head.rotation * $0).y }.min() ?? head.position.y
    }
}
