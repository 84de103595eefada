import Exercises

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The profiles of one person: the tables with the person's build in them. What places on the body are measured on.
struct BodySurface: Sendable {
    /// Around the trunk, compared with the average build.
    let girth: Double

    init(_ build: Person.Build) {
        girth =
            switch build {
            case .slim: 0.94
            case .average: 1
            case .broad: 1.14
            case .large: 1.28
            }
    }

    /// By metres above the hip joints along the spine. A larger build grows most at the belly, and at the hips no more than the thighs do.
    func torso(at distance: Double) -> TorsoRing {
        var ring = BodyProfile.torso.values(at: distance)
        let extra = girth - 1
        let fromBelly = (distance - 0.16) / (distance < 0.16 ? 0.09 : 0.13)
        let belly = 1.6 * extra * exp(-fromBelly * fromBelly)
        let aboveHips = min(1, max(0, distance / 0.12))
        ring.front *= (1 + belly) * (1 + extra * 0.6)
        ring.back *= 1 + extra * 0.5
        ring.halfWidth *= scale(0.8 + 0.2 * aboveHips) * (1 + belly * 0.4)
        return ring
    }

    func thigh(at fraction: Double) -> LimbRing { scaled(BodyProfile.thigh.values(at: fraction), from: 1, to: Self.kneeShare, fraction) }
    func shank(at fraction: Double) -> LimbRing { scaled(BodyProfile.shank.values(at: fraction), from: Self.kneeShare, to: 0.25, fraction) }
    func upperArm(at fraction: Double) -> LimbRing {
        scaled(BodyProfile.upperArm.values(at: fraction), from: 0.9, to: Self.elbowShare, fraction)
    }
    func forearm(at fraction: Double) -> LimbRing {
        scaled(BodyProfile.forearm.values(at: fraction), from: Self.elbowShare, to: 0.15, fraction)
    }

    /// The factor by which a part grows that takes this share of the trunk's growth.
    func scale(_ share: Double) -> Double { 1 + (girth - 1) * share }

    /// The same on both bones of a joint, so that no step shows between them.
    static let kneeShare = 0.55
    static let elbowShare = 0.5

    private func scaled(_ ring: LimbRing, from upper: Double, to lower: Double, _ fraction: Double) -> LimbRing {
        let t = min(1, max(0, fraction))
        let factor = scale(upper + (lower - upper) * t)
        var ring = ring
        ring.frontRadius *= factor
        ring.sideRadius *= factor
        ring.centreX *= factor
        return ring
    }
}
