#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// One cross-section of a loft: an ellipse whose front half may be deeper than its back half.
struct LoftRing: Sendable {
    var centre: Vector
    /// Unit directions in the ring's plane.
    var forward: Vector
    var right: Vector
    /// Metres.
    var front: Double
    var back: Double
    var side: Double
    /// What the ring's vertices carry to choose between two materials.
    var scalar = -1.0

    init(at centre: Vector, forward: Vector, right: Vector, front: Double, back: Double, side: Double, scalar: Double = -1) {
        (self.centre, self.forward, self.right) = (centre, forward, right)
        (self.front, self.back, self.side, self.scalar) = (front, back, side, scalar)
    }

    /// An ellipse as deep at the front as at the back.
    init(at centre: Vector, forward: Vector, right: Vector, radius: Double, side: Double, scalar: Double = -1) {
        self.init(at: centre, forward: forward, right: right, front: radius, back: radius, side: side, scalar: scalar)
    }
}

/// The corners of a superellipse with radius 1, the same on both sides.
struct RingShape: Sendable {
    /// Forward and to the right.
    let points: [Point]

    /// - Parameters:
    ///   - sides: an even number.
    ///   - exponent: 2 for an ellipse, more for a squarer one.
    init(sides: Int, exponent: Double = 2) {
        let half = sides / 2
        let power = 2 / exponent
        func bent(_ value: Double) -> Double { value < 0 ? -pow(-value, power) : pow(value, power) }
        var points: [Point] = []
        points.reserveCapacity(2 * half)
        for k in 0...half {
            let angle = Double(k) * .pi / Double(half)
            points.append(Point(bent(cos(angle)), k == 0 || k == half ? 0 : bent(sin(angle))))
        }
        for k in stride(from: half - 1, to: 0, by: -1) { points.append(Point(points[k].x, -points[k].y)) }
        self.points = points
    }
}

/// What the triangles of a surface are of.
struct Surface: Sendable {
    let part: PartID
    let material: Material
    /// Where the scalar is above 0.
    let other: Material

    init(_ part: PartID, _ material: Material, _ other: Material? = nil) {
        (self.part, self.material, self.other) = (part, material, other ?? material)
    }
}

extension LoftRing {
    /// `Mesh.Triangle.facing` of a closed tube: not 0 only when its rings are parallel and follow each other in one direction, because
    /// then it cannot cross itself.
    static func facing(of rings: [LoftRing]) -> Int8 {
        guard let first = rings.first, let last = rings.last else { return 0 }
        let normal = first.forward.cross(first.right)
        let sense: Double = (last.centre - first.centre).dot(normal) < 0 ? -1 : 1
        guard abs(normal.length - 1) < 1e-6 else { return 0 }
        for (ring, next) in zip(rings, rings.dropFirst()) {
            let isParallel = next.forward.cross(next.right).dot(normal) > 1 - 1e-9
            let isAhead = (next.centre - ring.centre).dot(normal) * sense > -1e-9
            guard isParallel, isAhead else { return 0 }
        }
        // From ring to ring the corners of `addLoft` run counterclockwise seen from outside when the rings go along their normal.
        return sense > 0 ? 1 : -1
    }
}

extension Mesh {
    /// Joins rings to a closed tube with flat ends.
    ///
    /// The scalars are the rings', or those that `scalar` gives the vertices. A partial loft leaves out triangles whose scalars are all at
    /// most 0.
    mutating func addLoft(
        _ rings: [LoftRing], _ outline: RingShape, _ surface: Surface, partial: Bool = false, scalar: ((Vector) -> Double)? = nil
    ) {
        guard let first = rings.first, let last = rings.last, rings.count > 1 else { return }
        let base = vertices.count
        let sides = outline.points.count
        let facing = partial ? 0 : LoftRing.facing(of: rings)
        for ring in rings {
            for point in outline.points {
                let depth = point.x >= 0 ? ring.front : ring.back
                add(ring.centre + ring.forward * (point.x * depth) + ring.right * (point.y * ring.side), ring.scalar, scalar)
            }
        }
        add(first.centre, first.scalar, scalar)
        add(last.centre, last.scalar, scalar)
        func triangle(_ a: Int, _ b: Int, _ c: Int) {
            if partial, max(scalars[base + a], scalars[base + b], scalars[base + c]) <= 0 { return }
            triangles.append(
                Triangle(
                    a: Int32(base + a), b: Int32(base + b), c: Int32(base + c), part: surface.part, material: surface.material,
                    other: surface.other, facing: facing))
        }
        let bottom = rings.count * sides
        let top = (rings.count - 1) * sides
        for k in 0..<sides {
            let next = (k + 1) % sides
            for i in 0..<rings.count - 1 {
                let row = i * sides
                // Both halves are cut the same way, so that the mirror image of a body is the body of the mirror image.
                if 2 * k < sides {
                    triangle(row + k, row + next, row + sides + next)
                    triangle(row + k, row + sides + next, row + sides + k)
                } else {
                    triangle(row + k, row + next, row + sides + k)
                    triangle(row + next, row + sides + next, row + sides + k)
                }
            }
            triangle(bottom, next, k)
            triangle(bottom + 1, top + k, top + next)
        }
    }

    /// An ellipsoid with radii to the front, up and to the side in its own frame, in metres.
    mutating func addEllipsoid(
        at centre: Vector, _ frame: Rotation, radii: Vector, rings count: Int, _ outline: RingShape, _ surface: Surface
    ) {
        var rings: [LoftRing] = []
        for i in 0..<count {
            let angle = Double.pi * (Double(i) + 0.3) / (Double(count - 1) + 0.6)
            let (across, along) = (sin(angle), -cos(angle))
            rings.append(
                LoftRing(
                    at: centre + frame.y * (along * radii.y), forward: frame.x, right: frame.z, radius: radii.x * across,
                    side: radii.z * across))
        }
        addLoft(rings, outline, surface)
    }

    private mutating func add(_ vertex: Vector, _ ringScalar: Double, _ scalar: ((Vector) -> Double)?) {
        // Coordinates that are not finite come from a posture that has none; they must not reach the rasteriser's integers.
        let isFinite = vertex.x.isFinite && vertex.y.isFinite && vertex.z.isFinite
        vertices.append(isFinite ? vertex : .zero)
        scalars.append(Float(scalar?(vertex) ?? ringScalar))
    }
}
