import Exercises
import Testing

@testable import FigureDrawing

@Suite("A body's mesh")
struct BodyMeshTests {
    @Test(arguments: Person.Hair.allCases)
    func aMirroredPostureGivesTheMirroredVertices(hair: Person.Hair) {
        let posture = SamplePosture.bent()
        let person = Person(hair: hair, build: .broad)
        let mesh = BodyMesh.mesh(of: posture, person: person, detail: .fine, isPartner: false)
        let mirror = BodyMesh.mesh(of: SamplePosture.mirrored(posture), person: person, detail: .fine, isPartner: false)
        #expect(mesh.triangles.count == mirror.triangles.count)
        // On a grid of a hundredth of a millimetre, so that sorting is not at the mercy of last bits.
        #expect(sorted(mesh.vertices.map(\.mirrored)) == sorted(mirror.vertices))
    }

    private func sorted(_ vertices: [Vector]) -> [[Int]] {
        vertices.map { [Int(($0.x * 1e5).rounded()), Int(($0.y * 1e5).rounded()), Int(($0.z * 1e5).rounded())] }
            .sorted { $0.lexicographicallyPrecedes($1) }
    }

    @Test(arguments: [0, 1, -1, 3, 40, 1e9, .infinity, .nan])
    func everyVertexIsFinite(spread: Double) {
        for build in Person.Build.allCases {
            let person = Person(hair: .ponytail, build: build)
            for detail in [Detail.fine, .coarse] {
                let mesh = BodyMesh.mesh(of: SamplePosture.bent(spread: spread), person: person, detail: detail, isPartner: false)
                #expect(mesh.vertices.allSatisfy { $0.x.isFinite && $0.y.isFinite && $0.z.isFinite })
                #expect(mesh.scalars.count == mesh.vertices.count)
                #expect(mesh.triangles.allSatisfy { max($0.a, $0.b, $0.c) < mesh.vertices.count && min($0.a, $0.b, $0.c) >= 0 })
            }
        }
    }

    @Test func aPostureWithoutASpineGivesAMesh() {
        var posture = SamplePosture.bent()
        posture.spine = []
        let mesh = BodyMesh.mesh(of: posture, person: Person(), detail: .fine, isPartner: false)
        #expect(!mesh.triangles.isEmpty)
    }

    @Test func thePartnersPartsAreTheSecondPersons() {
        let mesh = BodyMesh.mesh(of: SamplePosture.bent(), person: Person(), detail: .coarse, isPartner: true)
        #expect(mesh.triangles.allSatisfy { $0.part.person == 1 && $0.part.isBody })
    }

    @Test func aFigureHasFewEnoughTriangles() {
        let counts = Person.Hair.allCases.map {
            BodyMesh.mesh(of: SamplePosture.bent(), person: Person(hair: $0), detail: .fine, isPartner: false).triangles.count
        }
        #expect(counts.allSatisfy { $0 < 15_000 })
    }

    @Test(arguments: Person.Build.allCases)
    func thighKneeAndShankMeetWithoutAStep(build: Person.Build) {
        let surface = BodySurface(build)
        #expect(abs(surface.thigh(at: 1).frontRadius - surface.shank(at: 0).frontRadius) < 1e-9)
        #expect(abs(surface.upperArm(at: 1).frontRadius - surface.forearm(at: 0).frontRadius) < 1e-9)
    }

    @Test func aProfilePassesThroughItsRowsAndStaysBetweenThem() {
        #expect(abs(BodyProfile.thigh.values(at: 0.3).frontRadius - 0.086) < 1e-12)
        #expect(BodyProfile.shank.values(at: -5) == BodyProfile.shank.values(at: 0))
        #expect(BodyProfile.shank.values(at: .infinity) == BodyProfile.shank.values(at: 1))
        #expect(BodyProfile.shank.values(at: .nan) == BodyProfile.shank.values(at: 0))
        for step in 0...100 {
            let width = BodyProfile.torso.values(at: -0.115 + 0.655 * Double(step) / 100).halfWidth
            #expect(width >= 0.030 - 1e-12 && width <= 0.165 + 1e-12)
        }
    }

    @Test func theSpineRunsThroughItsNodesOnACubic() {
        // A cubic is its own not-a-knot spline.
        func cubic(_ s: Double) -> Vector { Vector(s * s * s - s, 2 * s * s, 1 - s * s * s) }
        let nodes = [-0.1, 0, 0.2, 0.25, 0.5, 0.6].map {
            Posture.SpineNode(distance: $0, position: cubic($0), rotation: .identity)
        }
        let spine = SpineCurve(nodes)
        for place in [-0.1, -0.03, 0, 0.1, 0.22, 0.4, 0.59, 0.6] {
            #expect((spine.position(at: place) - cubic(place)).length < 1e-12)
        }
        #expect(spine.position(at: .nan).x.isFinite)
    }

    @Test(arguments: Prop.allCases)
    func furnitureIsMadeOfItsPieces(prop: Prop) {
        for spread in [1, 0, -1, Double.nan] {
            let mesh = PropMesh.mesh(of: prop, for: SamplePosture.bent(spread: spread), support: nil, firstPiece: 3)
            let parts = PropMesh.pieces(of: prop, firstPiece: 3).map(\.part)
            #expect(mesh.triangles.allSatisfy { parts.contains($0.part) })
            #expect(parts.allSatisfy { part in mesh.triangles.contains { $0.part == part } })
        }
        #expect(PropMesh.pieces(of: prop, firstPiece: 10_000).allSatisfy { $0.part.isProp })
    }
}
