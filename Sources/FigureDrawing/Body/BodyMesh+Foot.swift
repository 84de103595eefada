import Exercises

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension BodyMesh {
    /// From heel to toes, in the foot's frame.
    mutating func addFoot(_ leg: Posture.Leg, _ side: Side) {
        let range = BodyProfile.foot.range
        let rings = footPlaces(range).map { footRing(at: $0, leg, side) }
        mesh.addLoft(rings, RingShape(sides: count(16, coarse: 10), exponent: 2.6), made(.foot(side), .skin))
        mesh.addEllipsoid(
            at: leg.ankle, leg.foot, radii: Vector(0.036, 0.036, 0.034) * surface.scale(0.25), rings: count(5, coarse: 5),
            RingShape(sides: count(12, coarse: 8)), made(.foot(side), .skin))
    }

    /// Closer together at the ends, where the foot is round.
    private func footPlaces(_ range: ClosedRange<Double>) -> [Double] {
        Self.places(from: 0, to: 1, count(16, coarse: 8)).map { t in
            let bent = 0.5 - 0.5 * cos(t * .pi)
            return range.lowerBound + (range.upperBound - range.lowerBound) * (0.55 * bent + 0.45 * t)
        }
    }

    private func footRing(at x: Double, _ leg: Posture.Leg, _ side: Side) -> LoftRing {
        let section = BodyProfile.foot.values(at: x)
        // The big toe is the longest: the forefoot leans to the inner side.
        let inward = 0.009 * min(1, max(0, (x - 0.05) / 0.13))
        var centre = Vector(x, (section.top + section.bottom) / 2, -side.sign * inward)
        var bend = Rotation.identity
        if leg.toeBend != 0, leg.toeBend.isFinite, x > 0.125 {
            bend = .aboutZ(leg.toeBend)
            let ball = Vector(0.125, 0.012 - Proportions.ankle, 0)
            centre = ball + bend * (centre - ball)
        }
        let half = (section.top - section.bottom) / 2
        return LoftRing(
            at: leg.ankle + leg.foot * centre, forward: leg.foot * bend.y, right: leg.foot * bend.z, radius: half,
            side: section.halfWidth * surface.scale(0.25))
    }
}
