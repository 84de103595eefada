extension Mesh {
    /// The unit normal of a triangle of this mesh, turned towards the eye; zero where the triangle has no area.
    ///
    /// Rounded to 1/4096, so that last-bit differences of the vertices do not show.
    func normal(of triangle: Triangle, towards eye: Vector) -> SIMD3<Float> {
        let a = vertices[Int(triangle.a)]
        let cross = (vertices[Int(triangle.b)] - a).cross(vertices[Int(triangle.c)] - a)
        let length = cross.length
        guard length > 0 else { return .zero }
        let unit = cross / (cross.dot(eye) < 0 ? -length : length)
        return SIMD3<Float>((unit * 4096).rounded(.toNearestOrAwayFromZero) / 4096)
    }

    /// The lowest vertex of some parts, in metres above the floor; nil when the mesh has none of them.
    func lowestHeight(of parts: [PartID]) -> Double? {
        var lowest = Double.infinity
        for triangle in triangles where parts.contains(triangle.part) {
            lowest = min(lowest, vertices[Int(triangle.a)].y, vertices[Int(triangle.b)].y, vertices[Int(triangle.c)].y)
        }
        return lowest.isFinite ? lowest : nil
    }

    /// The least box that holds all vertices; nil for an empty mesh.
    var bounds: (low: Vector, high: Vector)? {
        guard let first = vertices.first else { return nil }
        return vertices.reduce((first, first)) { (pointwiseMin($0.0, $1), pointwiseMax($0.1, $1)) }
    }

    /// What lies lower than a height in metres, pressed flat to the floor: the shape of a shadow.
    func flattened(below height: Double) -> Mesh {
        var flat = Mesh()
        flat.vertices = vertices.map { Vector($0.x, 0, $0.z) }
        flat.scalars = scalars
        flat.triangles = triangles.filter {
            min(vertices[Int($0.a)].y, vertices[Int($0.b)].y, vertices[Int($0.c)].y) < height
        }
        for index in flat.triangles.indices { flat.triangles[index].facing = 0 }
        return flat
    }

    /// Adds the triangles of another mesh.
    mutating func append(_ other: Mesh) {
        let base = Int32(vertices.count)
        vertices += other.vertices
        scalars += other.scalars
        for var triangle in other.triangles {
            triangle.a += base
            triangle.b += base
            triangle.c += base
            triangles.append(triangle)
        }
    }
}
