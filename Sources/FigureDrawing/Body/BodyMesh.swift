import Exercises

/// How many triangles a mesh has.
enum Detail: Hashable, Sendable {
    /// For the picture.
    case fine
    /// For lowest points and bounds.
    case coarse
}

/// Clothes a posture in a surface: lofts along the bones, with ellipsoids at the joints. The parts of the anatomy are in files of their own.
struct BodyMesh {
    let posture: Posture
    let surface: BodySurface
    let spine: SpineCurve
    let hair: Person.Hair
    let detail: Detail
    let isPartner: Bool
    var mesh = Mesh()

    /// The surface of a person in a posture; as a partner, its parts are those of the second person.
    static func mesh(of posture: Posture, person: Person, detail: Detail, isPartner: Bool) -> Mesh {
        var body = BodyMesh(posture: posture, person: person, detail: detail, isPartner: isPartner)
        body.addTorso()
        body.addNeck()
        body.addShoulders()
        body.addHead()
        for side in [Side.right, .left] {
            body.addLeg(posture.legs[side], side)
            body.addArm(posture.arms[side], side)
        }
        return body.mesh
    }

    private init(posture: Posture, person: Person, detail: Detail, isPartner: Bool) {
        self.posture = posture
        self.detail = detail
        self.isPartner = isPartner
        surface = BodySurface(person.build)
        spine = SpineCurve(posture.spine)
        hair = person.hair
        mesh.vertices.reserveCapacity(8192)
        mesh.scalars.reserveCapacity(8192)
        mesh.triangles.reserveCapacity(16384)
    }

    /// A number of rings or sides at this detail; even.
    func count(_ fine: Int, coarse: Int) -> Int { detail == .fine ? fine : coarse }

    /// What a part is made of, for this person.
    func made(_ part: PartID, _ material: Material, _ other: Material? = nil) -> Surface {
        Surface(isPartner ? part.ofPartner : part, material, other)
    }

    /// Evenly spaced places, the ends included.
    static func places(from start: Double, to end: Double, _ count: Int) -> [Double] {
        (0..<count).map { $0 == count - 1 ? end : start + (end - start) * Double($0) / Double(count - 1) }
    }
}

extension Rotation {
    /// Between two frames; the first where they are nearly opposite.
    func averaged(with other: Rotation, share: Double = 0.5) -> Rotation {
        guard y.dot(other.y) > -0.9 else { return self }
        return Rotation.orthonormal(x: x.mixed(with: other.x, share), y: y.mixed(with: other.y, share))
    }
}

/// Linear between rows of places and values by ascending place; the nearest end's value beyond the ends.
func interpolated(_ rows: [(place: Double, value: Double)], at place: Double) -> Double {
    guard let upper = rows.firstIndex(where: { $0.place >= place }) else { return rows.last?.value ?? 0 }
    guard upper > 0 else { return rows[0].value }
    let (start, end) = (rows[upper - 1], rows[upper])
    return start.value + (end.value - start.value) * (place - start.place) / (end.place - start.place)
}
