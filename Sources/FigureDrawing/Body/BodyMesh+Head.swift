import Exercises

extension BodyMesh {
    /// The point of the chin on the head's upright axis: the origin of the head's profile.
    private var chin: Vector { posture.head.position + posture.head.rotation * Vector(-0.004, -Proportions.atlasAboveChin, 0) }

    /// Skull, nose, ears and hair.
    mutating func addHead() {
        let frame = posture.head.rotation
        let skin = made(.head, .skin)
        mesh.addLoft(headRings(count(22, coarse: 12), thickness: 0), RingShape(sides: count(28, coarse: 14), exponent: 2.15), skin)
        addNose(skin)
        let tilt = frame * Rotation.aboutZ(12)
        // A bob covers the ears.
        for side in [Side.right, .left] where hair != .bob {
            mesh.addEllipsoid(
                at: chin + frame * Vector(-0.010, 0.098, side.sign * 0.074), tilt, radii: Vector(0.0165, 0.030, 0.014),
                rings: count(8, coarse: 5), RingShape(sides: count(12, coarse: 6)), made(.ear, .skin))
        }
        addHair()
    }

    /// Level rings from the chin to the crown, closer together where the skull is round.
    private func headRings(_ count: Int, thickness: Double) -> [LoftRing] {
        let (lower, middle) = (count / 3, count - count / 3 - count / 4)
        let heights =
            Self.places(from: 0, to: 0.05, lower) + Self.places(from: 0.058, to: 0.19, middle)
            + Self.places(from: 0.196, to: 0.2225, count / 4)
        let frame = posture.head.rotation
        return heights.map { height in
            let section = BodyProfile.head.values(at: height)
            let up = height + thickness * min(1.2, max(0, (height - 0.06) / 0.12))
            // The skull is widest behind its middle.
            let x = (section.backX + section.frontX) / 2 - 0.012 * min(1, height / 0.1)
            let cheeks = surface.scale(0.3 * min(1, max(0, (0.14 - height) / 0.06)))
            return LoftRing(
                at: chin + frame * Vector(x, up, 0), forward: frame.x, right: frame.z, front: section.frontX - x + thickness,
                back: x - section.backX + thickness, side: section.halfWidth * cheeks + thickness)
        }
    }

    private mutating func addNose(_ skin: Surface) {
        let frame = posture.head.rotation
        let rows: [(x: Double, y: Double, radius: Double)] = [
            (0.092, 0.118, 0.004), (0.099, 0.106, 0.007), (0.106, 0.094, 0.0095), (0.111, 0.084, 0.012), (0.108, 0.076, 0.0125),
            (0.098, 0.070, 0.010), (0.090, 0.068, 0.006),
        ]
        let rings = rows.map { row in
            LoftRing(
                at: chin + frame * Vector(row.x - 0.004, row.y, 0), forward: frame.x, right: frame.z, radius: row.radius * 0.95,
                side: row.radius)
        }
        mesh.addLoft(rings, RingShape(sides: count(10, coarse: 6)), skin)
    }

    /// A shell around the skull above the hairline, and what the style adds to it.
    private mutating func addHair() {
        guard hair != .bald else { return }
        let (frame, chin) = (posture.head.rotation, chin)
        let cover = headRings(count(24, coarse: 12), thickness: 0.0075)
        mesh.addLoft(cover, RingShape(sides: count(32, coarse: 14), exponent: 2.15), made(.head, .none, .hair), partial: true) { vertex in
            let offset = vertex - chin
            return offset.dot(frame.y) - Self.hairline(at: offset.dot(frame.x))
        }
        let strands = made(.head, .hair)
        switch hair {
        case .bald, .short: break
        case .bun:
            mesh.addEllipsoid(
                at: chin + frame * Vector(-0.105, 0.165, 0), frame, radii: Vector(0.036, 0.036, 0.036), rings: count(8, coarse: 5),
                RingShape(sides: count(14, coarse: 8)), strands)
        case .bob:
            let rows: [(y: Double, halfWidth: Double, back: Double, front: Double)] = [
                (0.150, 0.081, 0.104, 0.040), (0.10, 0.085, 0.106, 0.028), (0.05, 0.086, 0.102, 0.020), (0.015, 0.080, 0.092, 0.010),
                (-0.005, 0.062, 0.076, -0.006),
            ]
            let rings = rows.map { row in
                LoftRing(
                    at: chin + frame * Vector((row.front - row.back) / 2, row.y, 0), forward: frame.x, right: frame.z,
                    radius: (row.back + row.front) / 2, side: row.halfWidth)
            }
            mesh.addLoft(rings, RingShape(sides: count(24, coarse: 12), exponent: 3.2), strands)
        case .ponytail: addPonytail(strands)
        }
    }

    /// It hangs down, but not through the head of somebody who lies on the back.
    private mutating func addPonytail(_ strands: Surface) {
        let frame = posture.head.rotation
        let free = min(1, max(0, 1 - 2 * frame.x.dot(.up)))
        let fall = (-frame.y).mixed(with: -.up, free).normalized
        let root = chin + frame * Vector(-0.100, 0.150, 0)
        let rows: [(along: Double, back: Double, radius: Double)] = [
            (0, 0, 0.014), (0.15, 0.012, 0.022), (0.4, 0.025, 0.026), (0.7, 0.033, 0.020), (1, 0.035, 0.006),
        ]
        let axis = (fall * 0.14 - frame.x * 0.035).normalized
        let forward = axis.cross(frame.z).normalized
        let rings = rows.map { row in
            LoftRing(
                at: root + fall * (0.14 * row.along) - frame.x * row.back, forward: forward, right: forward.cross(axis),
                radius: row.radius, side: row.radius)
        }
        mesh.addLoft(rings, RingShape(sides: count(12, coarse: 8)), strands)
    }

    /// The height above the chin where hair begins, by metres in front of the head's axis: high on the forehead, low on the nape, with an
    /// edge behind the ears.
    private static func hairline(at x: Double) -> Double {
        interpolated(hairlineRows, at: x)
    }

    private static let hairlineRows: [(place: Double, value: Double)] = [
        (-0.11, 0.030), (-0.055, 0.036), (-0.028, 0.060), (-0.012, 0.118), (0.018, 0.122), (0.035, 0.150), (0.060, 0.168),
        (0.078, 0.180), (0.12, 0.186),
    ]
}
