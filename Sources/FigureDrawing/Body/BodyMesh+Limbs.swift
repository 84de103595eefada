import Exercises

extension BodyMesh {
    /// Where the legs of the shorts end on the thigh, and the sleeves on the upper arm, as fractions of the bone.
    static let shortsHem = 0.52
    static let sleeveHem = 0.55

    /// Thigh, knee, shank and foot.
    mutating func addLeg(_ leg: Posture.Leg, _ side: Side) {
        let outline = RingShape(sides: count(20, coarse: 10), exponent: 2.05)
        let thigh = Limb(root: leg.hip, frame: leg.thigh, length: Proportions.thigh)
        mesh.addLoft(
            thigh.rings(from: -0.06, count(12, coarse: 6), hem: Hem(at: Self.shortsHem, overhang: 0.005), surface.thigh), outline,
            made(.thigh(side), .skin, .shorts))
        let knee = surface.scale(BodySurface.kneeShare)
        mesh.addEllipsoid(
            at: leg.knee, leg.thigh.averaged(with: leg.shank), radii: Vector(0.0535, 0.054, 0.053) * knee, rings: count(8, coarse: 6),
            RingShape(sides: count(18, coarse: 10)), made(.thigh(side), .skin))
        let shank = Limb(root: leg.knee, frame: leg.shank, length: Proportions.shank)
        mesh.addLoft(shank.rings(from: 0, count(12, coarse: 6), surface.shank), outline, made(.shank(side), .skin))
        addFoot(leg, side)
    }

    /// Shoulder, upper arm, elbow, forearm and hand.
    mutating func addArm(_ arm: Posture.Arm, _ side: Side) {
        let outline = RingShape(sides: count(16, coarse: 10), exponent: 2.05)
        let upper = Limb(root: arm.shoulder, frame: arm.upperArm, length: Proportions.upperArm)
        mesh.addLoft(
            upper.rings(from: -0.02, count(9, coarse: 6), hem: Hem(at: Self.sleeveHem, overhang: 0.004), surface.upperArm), outline,
            made(.upperArm(side), .skin, .top))
        let deltoid = surface.scale(0.85)
        let girdle = posture.chest.rotation
        let frame = arm.upperArm.y.dot(girdle.y) > -0.5 ? arm.upperArm.averaged(with: girdle, share: 0.375) : arm.upperArm
        mesh.addEllipsoid(
            at: arm.shoulder - arm.upperArm.y * 0.01, frame, radii: Vector(0.053, 0.055, 0.051) * deltoid, rings: count(10, coarse: 6),
            RingShape(sides: count(16, coarse: 10)), made(.upperArm(side), .top))
        let elbow = surface.scale(BodySurface.elbowShare)
        mesh.addEllipsoid(
            at: arm.elbow, arm.upperArm.averaged(with: arm.forearm), radii: Vector(0.0385, 0.0385, 0.038) * elbow,
            rings: count(8, coarse: 6), RingShape(sides: count(16, coarse: 10)), made(.upperArm(side), .skin))
        let fore = Limb(root: arm.elbow, frame: arm.forearm, length: Proportions.forearm, end: arm.hand)
        mesh.addLoft(fore.rings(from: 0, count(11, coarse: 6), surface.forearm), outline, made(.forearm(side), .skin))
        // Without it the heel of a hand that is bent up at a right angle would stand apart from the forearm.
        mesh.addEllipsoid(
            at: arm.wrist, arm.forearm.averaged(with: arm.hand), radii: Vector(0.0215, 0.024, 0.0265), rings: count(6, coarse: 4),
            RingShape(sides: count(12, coarse: 8)), made(.forearm(side), .skin))
        addHand(arm, side)
    }
}

/// The lower edge of a sleeve or of a leg of the shorts: the cloth stands off the skin and ends at once.
private struct Hem {
    /// Fraction of the bone.
    let place: Double
    /// Metres by which the cloth stands off.
    let overhang: Double

    init(at place: Double, overhang: Double) {
        self.place = place
        self.overhang = overhang
    }
}

/// A bone with the flesh around it.
private struct Limb {
    let root: Vector
    let frame: Rotation
    let length: Double
    /// The frame into which the lower half turns.
    var end: Rotation?

    func rings(from start: Double, _ count: Int, hem: Hem? = nil, _ profile: (Double) -> LimbRing) -> [LoftRing] {
        let places = BodyMesh.places(from: start, to: 1, count)
        guard let hem else { return places.map { ring(at: $0, profile) } }
        let edge = 0.004
        let clothed = places.filter { $0 < hem.place - 0.03 } + [hem.place - edge]
        let bare = [hem.place + edge] + places.filter { $0 > hem.place + 0.03 }
        return clothed.map { place in
            let standOff = hem.overhang * min(1, max(0, place / hem.place))
            return ring(at: place, widenedBy: standOff, scalar: hem.place - place, profile)
        } + bare.map { ring(at: $0, scalar: hem.place - $0, profile) }
    }

    private func ring(
        at place: Double, widenedBy extra: Double = 0, scalar: Double = -1, _ profile: (Double) -> LimbRing
    ) -> LoftRing {
        let section = profile(place)
        var (forward, right) = (frame.x, frame.z)
        if let end, place > 0.5 {
            // The hand may be turned by more than a quarter turn: its back and its palm are alike here.
            let target = frame.x.dot(end.x) > -0.2 ? end.x : -end.x
            forward = frame.x.mixed(with: target, (place - 0.5) * 2).orthogonal(to: frame.y).normalized
            right = forward.cross(frame.y)
        }
        return LoftRing(
            at: root - frame.y * (length * place) + frame.x * section.centreX, forward: forward, right: right,
            radius: section.frontRadius + extra, side: section.sideRadius + extra, scalar: scalar)
    }
}
