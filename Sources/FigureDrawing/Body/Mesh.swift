/// What a surface is made of: decides its colour.
enum Material: UInt8, Hashable, Sendable {
    /// Nothing: the pixel stays as it was.
    case none = 0
    case skin, top, shorts, hair
    /// Furniture, and its darker parts.
    case prop, propShade
}

/// Which part of which thing a pixel shows. Contours run between parts.
struct PartID: Hashable, Sendable {
    /// 0 for nothing.
    let raw: UInt8

    init(raw: UInt8) { self.raw = raw }

    static let nothing = PartID(raw: 0)
    static let torso = PartID(raw: 1)
    static let neck = PartID(raw: 2)
    static let head = PartID(raw: 3)
    static let ear = PartID(raw: 4)
    static let upperArmR = PartID(raw: 5)
    static let forearmR = PartID(raw: 6)
    static let handR = PartID(raw: 7)
    static let upperArmL = PartID(raw: 8)
    static let forearmL = PartID(raw: 9)
    static let handL = PartID(raw: 10)
    static let thighR = PartID(raw: 11)
    static let shankR = PartID(raw: 12)
    static let footR = PartID(raw: 13)
    static let thighL = PartID(raw: 14)
    static let shankL = PartID(raw: 15)
    static let footL = PartID(raw: 16)

    /// The same part of the second person.
    var ofPartner: PartID { PartID(raw: raw + 32) }
    /// A piece of furniture, numbered from 0.
    static func prop(_ piece: Int) -> PartID { PartID(raw: UInt8(64 + piece)) }

    var isNothing: Bool { raw == 0 }
    var isProp: Bool { raw >= 64 }
    var isBody: Bool { raw > 0 && raw < 64 }
    /// 0 for the first person, 1 for the second.
    var person: Int { raw >= 32 && raw < 64 ? 1 : 0 }
    /// The part as the first person's.
    var anatomical: PartID { raw >= 32 && raw < 64 ? PartID(raw: raw - 32) : self }
}

/// Triangles in the room. Each vertex carries a scalar and each triangle two materials: the sign of the scalar picks, so that hems come out
/// crisp across triangles.
struct Mesh: Sendable {
    struct Triangle: Hashable, Sendable {
        var a: Int32
        var b: Int32
        var c: Int32
        var part: PartID
        /// Where the interpolated scalar is at most 0.
        var material: Material
        /// Where it is above 0.
        var other: Material
        /// On a closed surface that never crosses itself, 1 when its corners run counterclockwise seen from outside, and -1 when clockwise:
        /// from inside such a triangle is never seen. 0 where both sides may be.
        var facing: Int8 = 0
    }

    var vertices: [Vector] = []
    /// One for each vertex.
    var scalars: [Float] = []
    var triangles: [Triangle] = []
}
