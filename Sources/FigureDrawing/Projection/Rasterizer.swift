/// Projects meshes to pixels: the nearest surface wins.
///
/// Corners lie on a grid of 1/256 pixel and depths on one of 1/16384 m, so that the last bits of sines and cosines, which differ between
/// systems, do not change a picture. Coverage is decided with integers: two triangles with a common edge leave no gap and share no pixel.
enum Rasterizer {
    /// What each pixel of the picture shows.
    ///
    /// Where two surfaces are equally near, the earlier mesh's shows, and of one mesh the earlier triangle.
    static func buffer(of meshes: [Mesh], in viewport: Viewport) -> GeometryBuffer {
        let sight = Sight(of: meshes, in: viewport)
        var buffer = GeometryBuffer(
            width: sight.width, height: sight.height, depth: sight.depth, part: Array(repeating: 0, count: sight.depth.count),
            material: Array(repeating: 0, count: sight.depth.count), triangle: Array(repeating: -1, count: sight.depth.count), normals: [])
        let triangles = meshes.flatMap(\.triangles)
        for pixel in sight.hits.indices where sight.hits[pixel] >= 0 {
            let index = sight.hits[pixel] >> 1
            let triangle = triangles[Int(index)]
            buffer.triangle[pixel] = index
            buffer.part[pixel] = triangle.part.raw
            buffer.material[pixel] = (sight.hits[pixel] & 1 == 1 ? triangle.other : triangle.material).rawValue
        }
        buffer.normals.reserveCapacity(triangles.count)
        for mesh in meshes {
            for triangle in mesh.triangles { buffer.normals.append(mesh.normal(of: triangle, towards: viewport.view.towardsEye)) }
        }
        return buffer
    }

    /// 1 for each pixel that shows something and 0 for the others, in rows from top to bottom.
    static func mask(of meshes: [Mesh], in viewport: Viewport) -> [UInt8] {
        Sight(of: meshes, in: viewport).hits.map { $0 >= 0 ? 1 : 0 }
    }
}

/// Which triangle each pixel sees, and how far away.
private struct Sight {
    let width: Int
    let height: Int
    /// Metres; infinite where there is nothing.
    var depth: [Float]
    /// Twice the index of the triangle among those of all meshes, and 1 more where its other material shows; -1 where there is nothing.
    var hits: [Int32]

    init(of meshes: [Mesh], in viewport: Viewport) {
        (width, height) = viewport.isDrawable ? (viewport.width, viewport.height) : (0, 0)
        depth = Array(repeating: .infinity, count: width * height)
        hits = Array(repeating: -1, count: width * height)
        var first: Int32 = 0
        for mesh in meshes {
            draw(mesh, in: viewport, first: first)
            first += Int32(mesh.triangles.count)
        }
    }

    private mutating func draw(_ mesh: Mesh, in viewport: Viewport, first: Int32) {
        let corners = mesh.vertices.map { PixelCorner($0, in: viewport) }
        let (width, height) = (width, height)
        depth.withUnsafeMutableBufferPointer { depth in
            hits.withUnsafeMutableBufferPointer { hits in
                for (index, triangle) in mesh.triangles.enumerated() {
                    let (a, b, c) = (Int(triangle.a), Int(triangle.b), Int(triangle.c))
                    guard let coverage = TriangleCoverage(corners[a], corners[b], corners[c], width: width, height: height) else {
                        continue
                    }
                    let distance = coverage.plane(corners[a].depth, corners[b].depth, corners[c].depth)
                    let scalar = coverage.plane(Double(mesh.scalars[a]), Double(mesh.scalars[b]), Double(mesh.scalars[c]))
                    let hit = (first + Int32(index)) << 1
                    let (hides, otherHides) = (triangle.material == .none, triangle.other == .none)
                    coverage.forEachSpan { span in
                        var near = distance.value(at: span)
                        var sign = scalar.value(at: span)
                        for pixel in span.pixels {
                            let isOther = sign > 0
                            if Float(near) < depth[pixel], !(isOther ? otherHides : hides) {
                                depth[pixel] = Float(near)
                                hits[pixel] = hit | (isOther ? 1 : 0)
                            }
                            near += distance.perColumn
                            sign += scalar.perColumn
                        }
                    }
                }
            }
        }
    }
}
