import Exercises
import Testing

@testable import FigureDrawing

@Suite("Triangles seen from inside")
struct FacingTests {
    private static let cameras = [
        Camera(azimuth: 14, elevation: 11), Camera(azimuth: -90, elevation: 8), Camera(azimuth: 35, elevation: 38),
    ]

    private func ring(_ height: Double, radius: Double, turned: Double = 0) -> LoftRing {
        let frame = Rotation.aboutZ(turned)
        return LoftRing(at: Vector(0, height, 0), forward: frame.x, right: frame.z, radius: radius, side: radius)
    }

    @Test(arguments: 0..<SamplePoses.all.count, 0..<3)
    func leavingThemOutChangesNoPixel(pose: Int, camera: Int) {
        let posture = PoseSolver.solve(SamplePoses.all[pose].pose, build: .average).posture
        let mesh = BodyMesh.mesh(of: posture, person: Person(), detail: .fine, isPartner: false)
        #expect(mesh.triangles.contains { $0.facing != 0 })
        var both = mesh
        for index in both.triangles.indices { both.triangles[index].facing = 0 }
        let viewport = Viewport.fitting([mesh], margin: 0.04, view: View(Self.cameras[camera]))
        let (one, other) = (Rasterizer.buffer(of: [mesh], in: viewport), Rasterizer.buffer(of: [both], in: viewport))
        let differing = one.part.indices.filter { one.part[$0] != other.part[$0] || one.material[$0] != other.material[$0] }
        // Where two surfaces meet at the edge of one, the last bit of a depth decides.
        #expect(differing.count <= one.part.count / 50_000)
        #expect(Rasterizer.mask(of: [mesh], in: viewport) == Rasterizer.mask(of: [both], in: viewport))
    }

    @Test func aTubeOfParallelRingsFacesOutwardsEitherWayUp() {
        let up = [ring(0, radius: 0.1), ring(0.1, radius: 0.2), ring(0.3, radius: 0.1)]
        for rings in [up, up.reversed()] {
            var mesh = Mesh()
            mesh.addLoft(rings, RingShape(sides: 8), Surface(.torso, .top))
            let inside = Vector(0, 0.15, 0)
            for triangle in mesh.triangles {
                let (a, b, c) = (mesh.vertices[Int(triangle.a)], mesh.vertices[Int(triangle.b)], mesh.vertices[Int(triangle.c)])
                #expect((b - a).cross(c - a).dot(a - inside) * Double(triangle.facing) > 0)
            }
        }
    }

    @Test func ringsThatTurnOrGoBackMayBeSeenFromBothSides() {
        #expect(LoftRing.facing(of: [ring(0, radius: 0.1), ring(0.1, radius: 0.1, turned: 5)]) == 0)
        #expect(LoftRing.facing(of: [ring(0, radius: 0.1), ring(0.2, radius: 0.1), ring(0.1, radius: 0.1)]) == 0)
        #expect(LoftRing.facing(of: []) == 0)
        #expect(LoftRing.facing(of: [ring(.nan, radius: 0.1), ring(.nan, radius: .nan)]) == 0)
    }

    @Test func aPressedMeshIsSeenFromBothSides() {
        var mesh = Mesh()
        mesh.addLoft([ring(0, radius: 0.1), ring(0.1, radius: 0.2)], RingShape(sides: 8), Surface(.torso, .top))
        #expect(mesh.flattened(below: 1).triangles.allSatisfy { $0.facing == 0 })
    }
}
