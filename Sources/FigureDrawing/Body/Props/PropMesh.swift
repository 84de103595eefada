import Exercises

/// One piece of furniture: what its contours and its fill are traced from.
struct PropPiece: Hashable, Sendable {
    let part: PartID
    /// Whether its outline is smooth; that of the others has straight edges and corners.
    let isRound: Bool
}

/// Furniture, put where a posture uses it. Sizes are those of a person 1.70 m tall.
enum PropMesh {
    /// The triangles of a thing, its pieces numbered from `firstPiece`; none for a mat, which is drawn as a flat shape. `support` is the
    /// place of the body that rests on the thing, where one place does.
    static func mesh(of prop: Prop, for posture: Posture, support: Vector?, firstPiece: Int) -> Mesh {
        switch prop {
        case .mat: Mesh()
        case .chair: chair(for: posture, firstPiece: firstPiece)
        case .roller: roller(for: posture, support: support, firstPiece: firstPiece)
        case .bed: bed(for: posture, endsAtShoulders: false, firstPiece: firstPiece)
        case .bedEdge: bed(for: posture, endsAtShoulders: true, firstPiece: firstPiece)
        case .wall: wall(for: posture, firstPiece: firstPiece)
        case .cushion: cushion(for: posture, firstPiece: firstPiece)
        }
    }

    /// The pieces that the mesh of a thing has.
    static func pieces(of prop: Prop, firstPiece: Int) -> [PropPiece] {
        switch prop {
        case .mat: []
        case .chair: pieces(8, from: firstPiece, areRound: false)
        case .roller: pieces(2, from: firstPiece, areRound: true)
        case .bed, .bedEdge: pieces(6, from: firstPiece, areRound: false)
        case .wall: pieces(2, from: firstPiece, areRound: false)
        case .cushion: pieces(1, from: firstPiece, areRound: true)
        }
    }

    private static func pieces(_ count: Int, from first: Int, areRound: Bool) -> [PropPiece] {
        (0..<count).map { PropPiece(part: part(first + $0), isRound: areRound) }
    }

    /// There are 192 numbers for pieces; the last stands for all beyond.
    static func part(_ piece: Int) -> PartID { .prop(min(191, max(0, piece))) }

    /// The corners of a mat under a body, in the room, in order around it: 0.66 m wide, along the forward axis.
    static func matCorners(under body: Mesh, pelvis: Vector) -> [Vector] {
        guard let bounds = body.bounds else { return [] }
        let middle = (bounds.low.x + bounds.high.x) / 2
        let half = max(0.62, (bounds.high.x - bounds.low.x) / 2 + 0.07)
        return [(-half, -0.33), (half, -0.33), (half, 0.33), (-half, 0.33)].map { Vector(middle + $0.0, 0, pelvis.z + $0.1) }
    }

    /// From the hip joints to the edge of a bed past which head and shoulders lie, in metres.
    static let bedEdge = 0.34
}

/// The place on the floor that furniture stands on, turned as the person is.
struct Footing: Sendable {
    /// Below the hip joints.
    let origin: Vector
    let frame: Rotation

    /// Turned to the pelvis's heading; as the room is, where the pelvis faces up or down.
    init(under pelvis: Posture.Joint) {
        origin = Vector(pelvis.position.x, 0, pelvis.position.z)
        let ahead = Vector(pelvis.rotation.x.x, 0, pelvis.rotation.x.z)
        frame = ahead.length > 0.5 ? .orthonormal(x: ahead, y: .up) : .identity
    }

    /// As the room is.
    init(at place: Vector) {
        origin = Vector(place.x, 0, place.z)
        frame = .identity
    }

    func place(_ local: Vector) -> Vector { origin + frame * local }
    /// A place of the room in this frame.
    func local(_ place: Vector) -> Vector { frame.inverse * (place - origin) }
}

extension Mesh {
    /// A box between two corners in a footing's frame. Its faces share no vertices.
    mutating func addBox(_ low: Vector, _ high: Vector, on footing: Footing, _ surface: Surface) {
        let corners = (0..<8).map { corner in
            footing.place(
                Vector(corner & 4 == 0 ? low.x : high.x, corner & 2 == 0 ? low.y : high.y, corner & 1 == 0 ? low.z : high.z))
        }
        for face in [[0, 1, 3, 2], [4, 6, 7, 5], [0, 4, 5, 1], [2, 3, 7, 6], [0, 2, 6, 4], [1, 5, 7, 3]] {
            let base = Int32(vertices.count)
            for corner in face {
                vertices.append(corners[corner])
                scalars.append(-1)
            }
            for (b, c) in [(Int32(1), Int32(2)), (2, 3)] {
                triangles.append(
                    Triangle(a: base, b: base + b, c: base + c, part: surface.part, material: surface.material, other: surface.other))
            }
        }
    }
}
