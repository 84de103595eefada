/// Projects meshes to pixels: the nearest surface wins.
///
/// Corners lie on a grid of 1/256 pixel and depths on one of 1/16384 m, so that the last bits of sines and cosines, which differ between
/// systems, do not change a picture. Coverage is decided with integers: two triangles with a common edge leave no gap and share no pixel.
enum Rasterizer {
    /// What each pixel of the picture shows.
    ///
    /// Where two surfaces are equally near, the earlier mesh's shows, and of one mesh the earlier triangle.
    static func buffer(of meshes: [Mesh], in viewport: Viewport) -> GeometryBuffer {
        var buffer = GeometryBuffer(emptyIn: viewport)
        var first: Int32 = 0
        for mesh in meshes {
            buffer.draw(mesh, in: viewport, first: first)
            first += Int32(mesh.triangles.count)
        }
        buffer.resolve(meshes, triangleCount: Int(first), towards: viewport.view.towardsEye)
        return buffer
    }

    /// 1 for each pixel that shows something and 0 for the others, in rows from top to bottom.
    static func mask(of meshes: [Mesh], in viewport: Viewport) -> [UInt8] {
        let (width, height) = viewport.drawableSize
        var mask = [UInt8](repeating: 0, count: width * height)
        mask.withUnsafeMutableBufferPointer { buffer in
            // A constant: what is captured as a variable is read again at every pixel.
            let mask = buffer
            for mesh in meshes {
                mesh.forEachCoverage(in: viewport) { triangle, _, corners, coverage in
                    let (hides, otherHides) = (triangle.material == .none, triangle.other == .none)
                    if hides, otherHides { return }
                    let scalar = mesh.scalarPlane(of: triangle, coverage)
                    coverage.forEachSpan { span in
                        guard hides || otherHides else { return mask[span.pixels].update(repeating: 1) }
                        var sign = scalar.value(at: span)
                        for pixel in span.pixels {
                            if !(sign > 0 ? otherHides : hides) { mask[pixel] = 1 }
                            sign += scalar.perColumn
                        }
                    }
                }
            }
        }
        return mask
    }
}

extension Viewport {
    /// Pixels; zero when there are too many or none.
    fileprivate var drawableSize: (width: Int, height: Int) { isDrawable ? (width, height) : (0, 0) }
}

extension Mesh {
    /// Each triangle that covers a pixel's centre, with its index and its corners on the picture.
    @inline(__always)
    fileprivate func forEachCoverage(
        in viewport: Viewport, _ body: (Triangle, Int, (PixelCorner, PixelCorner, PixelCorner), TriangleCoverage) -> Void
    ) {
        let (width, height) = viewport.drawableSize
        let projection = PixelProjection(viewport)
        let corners = vertices.map { projection.corner($0) }
        for (index, triangle) in triangles.enumerated() {
            let (a, b, c) = (corners[Int(triangle.a)], corners[Int(triangle.b)], corners[Int(triangle.c)])
            guard let coverage = TriangleCoverage(a, b, c, facing: triangle.facing, width: width, height: height) else { continue }
            body(triangle, index, (a, b, c), coverage)
        }
    }

    @inline(__always)
    fileprivate func scalarPlane(of triangle: Triangle, _ coverage: TriangleCoverage) -> TriangleCoverage.Plane {
        coverage.plane(Double(scalars[Int(triangle.a)]), Double(scalars[Int(triangle.b)]), Double(scalars[Int(triangle.c)]))
    }
}

extension GeometryBuffer {
    fileprivate init(emptyIn viewport: Viewport) {
        let (width, height) = viewport.drawableSize
        let count = width * height
        self.init(
            width: width, height: height, depth: Array(repeating: .infinity, count: count), part: Array(repeating: 0, count: count),
            material: Array(repeating: 0, count: count), triangle: Array(repeating: -1, count: count), normals: [])
    }

    /// Enters depths, and in `triangle` twice the index among the triangles of all meshes, 1 more where the other material shows.
    fileprivate mutating func draw(_ mesh: Mesh, in viewport: Viewport, first: Int32) {
        depth.withUnsafeMutableBufferPointer { depthBuffer in
            self.triangle.withUnsafeMutableBufferPointer { hitBuffer in
                // Constants: what is captured as a variable is read again at every pixel.
                let (depth, hits) = (depthBuffer, hitBuffer)
                mesh.forEachCoverage(in: viewport) { triangle, index, corners, coverage in
                    let hit = (first &+ Int32(truncatingIfNeeded: index)) << 1
                    let distance = coverage.plane(corners.0.depth, corners.1.depth, corners.2.depth)
                    if triangle.material == triangle.other {
                        if triangle.material == .none { return }
                        return coverage.forEachSpan { span in
                            var near = distance.value(at: span)
                            for pixel in span.pixels {
                                if Float(near) < depth[pixel] {
                                    depth[pixel] = Float(near)
                                    hits[pixel] = hit
                                }
                                near += distance.perColumn
                            }
                        }
                    }
                    let scalar = mesh.scalarPlane(of: triangle, coverage)
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

    /// Turns what `draw` entered in `triangle` into parts, materials and indices, with the normals of the triangles in sight.
    fileprivate mutating func resolve(_ meshes: [Mesh], triangleCount: Int, towards eye: Vector) {
        let triangles = meshes.flatMap(\.triangles)
        var isSeen = [Bool](repeating: false, count: triangleCount)
        let count = triangle.count
        triangle.withUnsafeMutableBufferPointer { hits in
            part.withUnsafeMutableBufferPointer { parts in
                material.withUnsafeMutableBufferPointer { materials in
                    var previous: Int32 = -1
                    var (partHere, materialHere): (UInt8, UInt8) = (0, 0)
                    let raw = UnsafeRawBufferPointer(hits)
                    var next = 0
                    while next < count {
                        let pixel = next
                        next += 1
                        let hit = hits[pixel]
                        if hit < 0 {
                            // Most of a picture is empty: four pixels at a time.
                            while next + 4 <= count,
                                raw.loadUnaligned(fromByteOffset: 4 * next, as: SIMD4<Int32>.self) == .init(repeating: -1)
                            {
                                next += 4
                            }
                            continue
                        }
                        if hit != previous {
                            previous = hit
                            let index = Int(hit >> 1)
                            let triangle = triangles[index]
                            isSeen[index] = true
                            partHere = triangle.part.raw
                            materialHere = (hit & 1 == 1 ? triangle.other : triangle.material).rawValue
                        }
                        hits[pixel] = hit >> 1
                        parts[pixel] = partHere
                        materials[pixel] = materialHere
                    }
                }
            }
        }
        normals = Array(repeating: .zero, count: triangleCount)
        var first = 0
        for mesh in meshes {
            for (index, triangle) in mesh.triangles.enumerated() where isSeen[first + index] {
                normals[first + index] = mesh.normal(of: triangle, towards: eye)
            }
            first += mesh.triangles.count
        }
    }
}
