import Exercises

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension BodyMesh {
    /// Where the shorts end and the shirt begins, in metres above the hip joints along the spine.
    static let waistband = 0.10
    /// Below this the trunk has one material border, the waistband; above it the collar.
    private static let collarFoot = 0.43
    private static let top = 0.54

    /// The trunk from the crotch to the root of the neck.
    mutating func addTorso() {
        let outline = RingShape(sides: count(34, coarse: 16), exponent: 2.4)
        let lower = Self.places(from: -0.115, to: Self.collarFoot, count(22, coarse: 12)).map { torsoRing(at: $0) }
        mesh.addLoft(lower, outline, made(.torso, .top, .shorts))
        let upper = Self.places(from: Self.collarFoot, to: Self.top, count(8, coarse: 4)).map { torsoRing(at: $0) }
        mesh.addLoft(upper, outline, made(.torso, .top, .skin), scalar: collar)
        for side in [Side.right, .left] { addGlute(side) }
    }

    private func torsoRing(at distance: Double) -> LoftRing {
        let ring = surface.torso(at: distance)
        let frame = spine.frame(at: distance)
        return LoftRing(
            at: spine.position(at: distance), forward: frame.x, right: frame.z, front: ring.front, back: ring.back,
            side: ring.halfWidth, scalar: Self.waistband - distance)
    }

    private mutating func addGlute(_ side: Side) {
        let leg = posture.legs[side]
        let frame = posture.pelvis.rotation.averaged(with: leg.thigh, share: 0.35)
        let scale = surface.scale(0.9)
        mesh.addEllipsoid(
            at: leg.hip + frame * Vector(-0.036, -0.004, -0.006 * side.sign), frame,
            radii: Vector(0.090 * scale, 0.098 * surface.scale(0.5), 0.084 * scale), rings: count(9, coarse: 7),
            RingShape(sides: count(16, coarse: 10)), made(.torso, .shorts))
    }

    /// Above 0 inside the shirt's neck opening.
    var collar: (Vector) -> Double {
        let frame = spine.frame(at: 0.505)
        let centre = spine.position(at: 0.505) + frame.x * 0.012
        let scale = surface.scale(0.5)
        return { vertex in
            let offset = vertex - centre
            let (x, y, z) = (offset.dot(frame.x) / (0.086 * scale), offset.dot(frame.y), offset.dot(frame.z) / (0.080 * scale))
            return 1 - (x * x + z * z).squareRoot() - 40 * min(1, max(0, -0.045 - y))
        }
    }

    /// From inside the trunk to inside the head.
    mutating func addNeck() {
        let atlas = Proportions.atlas
        let head = posture.head
        let scale = surface.scale(0.5)
        let rings = Self.places(from: 0.50, to: atlas + 0.045, count(10, coarse: 5)).map { distance in
            let frame = distance > atlas ? head.rotation : spine.frame(at: distance)
            let place = distance > atlas ? head.position + frame.y * (distance - atlas) : spine.position(at: distance)
            let radius = scale * interpolated([(0.50, 0.066), (0.53, 0.060), (0.56, 0.056), (atlas, 0.056), (0.662, 0.054)], at: distance)
            let ahead = interpolated([(0.50, -0.004), (0.56, 0), (atlas, 0.006), (0.662, 0.004)], at: distance)
            return LoftRing(at: place + frame.x * ahead, forward: frame.x, right: frame.z, radius: radius, side: radius * 0.98)
        }
        mesh.addLoft(rings, RingShape(sides: count(20, coarse: 10)), made(.neck, .top, .skin), scalar: collar)
    }

    /// What joins trunk and arms: the slope of the shoulder, and the chest's side up to the armpit.
    mutating func addShoulders() {
        let slope = RingShape(sides: count(16, coarse: 8))
        let chestSide = RingShape(sides: count(14, coarse: 8))
        let scale = surface.scale(0.6)
        for side in [Side.right, .left] {
            let shoulder = posture.arms[side].shoulder
            let root = spine.position(at: 0.488) + spine.frame(at: 0.488) * Vector(-0.006, 0.006, side.sign * 0.050)
            let slopeRings = Self.places(from: 0, to: 1, count(8, coarse: 4)).map { t in
                let radius = scale * interpolated([(0, 0.046), (0.5, 0.049), (1, 0.050)], at: t)
                let sag = posture.chest.rotation.y * (-0.006 * sin(t * .pi))
                return bridgeRing(from: root, to: shoulder, t, offset: sag, radius: radius * 1.12, side: radius * 0.96)
            }
            mesh.addLoft(slopeRings, slope, made(.torso, .top, .skin), scalar: collar)
            let flank = spine.position(at: 0.405) + spine.frame(at: 0.405) * Vector(0.015, 0, side.sign * 0.085)
            let chestRings = [(0, 0.085), (0.35, 0.078), (0.7, 0.064), (1, 0.050)].map { (t: Double, radius: Double) in
                bridgeRing(from: flank, to: shoulder, t, offset: .zero, radius: scale * radius * 1.05, side: scale * radius * 0.8)
            }
            mesh.addLoft(chestRings, chestSide, made(.torso, .top))
        }
    }

    private func bridgeRing(
        from root: Vector, to shoulder: Vector, _ t: Double, offset: Vector, radius: Double, side: Double
    ) -> LoftRing {
        let axis = (shoulder - root).normalized
        let forward = posture.chest.rotation.x.orthogonal(to: axis).normalized
        return LoftRing(
            at: root.mixed(with: shoulder, t) + offset, forward: forward, right: axis.cross(forward), radius: radius, side: side)
    }
}
