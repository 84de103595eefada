import Exercises
import Testing

@testable import FigureDrawing

@Suite("Projecting meshes to pixels")
struct RasterizerTests {
    /// Square from the right side: x to the right of the picture, y up, z towards the eye.
    private let view = View(Camera(azimuth: 0, elevation: 0))
    /// 20 pixels across, 20 down; a pixel is 1/232 m.
    private var viewport: Viewport {
        Viewport(view: view, origin: Point(0, 0), size: Point(repeating: 20 / Viewport.unitsPerMetre), pixelsPerUnit: 1)
    }

    /// Triangles with corners in pixels from the upper left, and a depth towards the eye in metres.
    private func mesh(
        _ corners: [(Double, Double)], z: Double = 0, part: PartID = .torso, material: Material = .top, other: Material = .top,
        scalars: [Float]? = nil
    ) -> Mesh {
        var mesh = Mesh()
        mesh.vertices = corners.map { Vector($0.0, -$0.1, 0) / Viewport.unitsPerMetre + .right * z }
        mesh.scalars = scalars ?? corners.map { _ in -1 }
        for first in stride(from: 0, to: corners.count - 2, by: 3) {
            let a = Int32(first)
            mesh.triangles.append(Mesh.Triangle(a: a, b: a + 1, c: a + 2, part: part, material: material, other: other))
        }
        return mesh
    }

    private func count(_ meshes: [Mesh], in viewport: Viewport? = nil) -> Int {
        Rasterizer.mask(of: meshes, in: viewport ?? self.viewport).reduce(0) { $0 + Int($1) }
    }

    @Test(arguments: 0..<40)
    func trianglesWithACommonEdgeLeaveNoGapAndShareNoPixel(seed: Int) {
        // A fan around a point: together it covers the square exactly once.
        let centre = (5.5 + Double(seed % 8) * 0.5, 6.25 + Double(seed / 8) * 0.5)
        let square = [(2.5, 2.5), (9, 2.5), (17.5, 2.5), (17.5, 8.5), (17.5, 17.5), (10.25, 17.5), (2.5, 17.5), (2.5, 11.0)]
        let fan = square.indices.map { mesh([centre, square[$0], square[($0 + 1) % square.count]]) }
        let masks = fan.map { Rasterizer.mask(of: [$0], in: viewport) }
        for y in 0..<20 {
            for x in 0..<20 {
                let inside = (2...16).contains(x) && (2...16).contains(y)
                #expect(masks.reduce(0) { $0 + Int($1[y * 20 + x]) } == (inside ? 1 : 0))
            }
        }
    }

    @Test func theOrderOfCornersDoesNotMatter() {
        let corners = [(1.0, 1.0), (17, 4), (6, 18)]
        let orders = [[0, 1, 2], [2, 1, 0], [1, 0, 2], [1, 2, 0]]
        let masks = orders.map { order in Rasterizer.mask(of: [mesh(order.map { corners[$0] })], in: viewport) }
        #expect(masks.allSatisfy { $0 == masks[0] })
        #expect(masks[0].contains(1))
    }

    @Test func theNearerTriangleWins() {
        let corners = [(0.0, 0.0), (20, 0), (0, 20)]
        let near = mesh(corners, z: 0.1, part: .head)
        let far = mesh(corners, z: -0.1)
        for meshes in [[near, far], [far, near]] {
            let buffer = Rasterizer.buffer(of: meshes, in: viewport)
            #expect(buffer.part[21] == PartID.head.raw)
            #expect(abs(buffer.depth[21] + 0.1) < 1e-4)
            #expect(buffer.normals[Int(buffer.triangle[21])] == SIMD3<Float>(0, 0, 1))
        }
    }

    @Test func theScalarsSignPicksTheMaterial() {
        let corners = [(0.0, 0.0), (20, 0), (0, 20)]
        let hem = mesh(corners, material: .skin, other: .shorts, scalars: [5, -15, 5])
        let buffer = Rasterizer.buffer(of: [hem], in: viewport)
        // The scalar is 5 - x.
        #expect((0..<5).allSatisfy { buffer.material[20 + $0] == Material.shorts.rawValue })
        #expect((5..<15).allSatisfy { buffer.material[20 + $0] == Material.skin.rawValue })
    }

    @Test func whatIsMadeOfNothingHidesNothing() {
        let corners = [(0.0, 0.0), (20, 0), (0, 20)]
        let hair = mesh(corners, z: 0.1, part: .head, material: .none, other: .hair, scalars: [5, -15, 5])
        let buffer = Rasterizer.buffer(of: [mesh(corners), hair], in: viewport)
        #expect(buffer.part[20 + 2] == PartID.head.raw)
        #expect(buffer.part[20 + 9] == PartID.torso.raw)
        #expect(buffer.triangle[399] == -1 && buffer.depth[399] == .infinity)
    }

    @Test(arguments: [1e3, 1e6, 1e12, 1e300, .infinity, .nan])
    func cornersFarOutsideDoNotCrash(far: Double) {
        let odd = mesh([(-far, -far), (far, 5), (3, far)])
        #expect(count([odd]) >= 0)
        let good = mesh([(0, 0), (20, 0), (0, 20)])
        #expect(count([odd, good]) >= 190)
        #expect(Viewport.fitting([odd, good], margin: 0.01, view: view).isDrawable)
    }

    @Test func aTriangleThatReachesPastThePictureCoversItsPart() {
        #expect(count([mesh([(-4000, -4000), (9000, -4000), (-4000, 9000)])]) == 400)
    }

    @Test(arguments: [0, -1, 1e9, .infinity, .nan])
    func aPictureOfAnImpossibleSizeIsEmpty(side: Double) {
        let odd = Viewport(view: view, origin: Point(0, 0), size: Point(side, 1), pixelsPerUnit: 2)
        let buffer = Rasterizer.buffer(of: [mesh([(0, 0), (20, 0), (0, 20)])], in: odd)
        #expect(buffer.part.isEmpty)
    }

    @Test func lastBitsOfCornersDoNotChangeThePicture() {
        let person = Person(hair: .bun)
        let body = BodyMesh.mesh(of: SamplePosture.bent(), person: person, detail: .fine, isPartner: false)
        var shaken = body
        for index in shaken.vertices.indices { shaken.vertices[index] *= index % 2 == 0 ? 1 + 1e-15 : 1 - 1e-15 }
        let viewport = Viewport.fitting([body], margin: 0.04, view: View(Camera.side))
        #expect(viewport == Viewport.fitting([shaken], margin: 0.04, view: View(Camera.side)))
        let buffer = Rasterizer.buffer(of: [body], in: viewport)
        let again = Rasterizer.buffer(of: [shaken], in: viewport)
        #expect(buffer.triangle == again.triangle)
        #expect(buffer.depth == again.depth)
        #expect(buffer.normals == again.normals)
        #expect(buffer.material == again.material)
    }

    @Test func aFittedPictureHoldsTheBodyWithItsMargin() {
        let body = BodyMesh.mesh(of: SamplePosture.bent(), person: Person(), detail: .fine, isPartner: false)
        let viewport = Viewport.fitting([body], margin: 0.05, view: View(Camera.side))
        let points = body.vertices.map(viewport.point)
        let margin = 0.05 * Viewport.unitsPerMetre
        #expect(points.allSatisfy { $0.x >= margin - 0.01 && $0.y >= margin - 0.01 })
        #expect((points.map(\.x).max() ?? 0) <= viewport.size.x * Viewport.unitsPerMetre - margin + 0.01)
    }

    @Test func aShadowIsThatOfWhatLiesLow() {
        let low = mesh([(0, 0), (20, 0), (0, 20)])
        let flat = low.flattened(below: 0.3)
        #expect(flat.triangles.count == 1 && flat.vertices.allSatisfy { $0.y == 0 })
        var high = low
        high.vertices = high.vertices.map { $0 + .up }
        #expect(high.flattened(below: 0.3).triangles.isEmpty)
    }
}
