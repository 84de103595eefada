import Exercises

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

extension BodyMesh {
    /// Palm, four fingers that touch each other, and a thumb that stands off.
    mutating func addHand(_ arm: Posture.Arm, _ side: Side) {
        let hand = HandFrame(wrist: arm.wrist, frame: arm.hand, thumbSide: side.sign)
        let skin = made(.hand(side), .skin)
        let palm: [(along: Double, halfWidth: Double, thickness: Double)] = [
            (0, 0.026, 0.020), (0.02, 0.029, 0.019), (0.05, 0.039, 0.018), (0.08, 0.042, 0.016), (0.095, 0.041, 0.014),
            (0.102, 0.038, 0.011),
        ]
        let palmRings = palm.map { row in
            LoftRing(
                at: hand.place(along: row.along), forward: arm.hand.x, right: arm.hand.z, radius: row.thickness, side: row.halfWidth)
        }
        mesh.addLoft(palmRings, RingShape(sides: count(14, coarse: 8), exponent: 2.4), skin)
        let round = RingShape(sides: count(8, coarse: 6))
        let curl = arm.curl.isFinite ? min(100, max(-30, arm.curl)) : 0
        for (finger, length) in [0.058, 0.074, 0.079, 0.072].enumerated() {
            mesh.addLoft(hand.finger(across: -0.0285 + 0.019 * Double(finger), length: length, curl: curl), round, skin)
        }
        mesh.addLoft(hand.thumb(isFlat: curl == 0), round, skin)
    }
}

/// The hand's own axes.
private struct HandFrame {
    let wrist: Vector
    /// x out of the palm, y from fingertips to wrist.
    let frame: Rotation
    /// 1 where the thumb lies to the frame's right, -1 to its left.
    let thumbSide: Double

    func place(along: Double, towardsThumb: Double = 0, outOfPalm: Double = 0) -> Vector {
        wrist - frame.y * along + frame.z * (thumbSide * towardsThumb) + frame.x * outOfPalm
    }

    /// Three bones that each bend by `curl` degrees towards the palm, the outer ones a little less.
    func finger(across: Double, length: Double, curl: Double) -> [LoftRing] {
        let radius = 0.0106
        var position = place(along: 0.094, towardsThumb: across)
        var (direction, normal) = (-frame.y, frame.x)
        var rings = [LoftRing(at: position, forward: normal, right: frame.z, radius: radius, side: radius)]
        var angle = 0.0
        for (bone, share) in [0.45, 0.30, 0.25].enumerated() {
            angle += curl * (bone == 0 ? 0.8 : 1)
            let (c, s) = (cos(angle * .pi / 180), sin(angle * .pi / 180))
            direction = frame.x * s - frame.y * c
            normal = frame.x * c + frame.y * s
            position += direction * (length * share)
            let thinner = 1 - 0.06 * Double(bone)
            rings.append(
                LoftRing(
                    at: position, forward: normal, right: frame.z, radius: radius * thinner, side: radius * (1 - 0.04 * Double(bone))))
        }
        for (ahead, share) in [(0.004, 0.75), (0.006, 0.4)] {
            rings.append(
                LoftRing(
                    at: position + direction * ahead, forward: normal, right: frame.z, radius: radius * share, side: radius * share))
        }
        return rings
    }

    /// Beside the palm on a flat hand, in front of it on a bent one.
    func thumb(isFlat: Bool) -> [LoftRing] {
        let rise = isFlat ? 0.25 : 1
        let root = place(along: 0.025, towardsThumb: 0.024, outOfPalm: 0.004)
        let joint = place(along: 0.062, towardsThumb: 0.053, outOfPalm: 0.014 * rise)
        let tip = place(along: 0.095, towardsThumb: 0.066, outOfPalm: 0.020 * rise)
        let axis = (tip - root).normalized
        let forward = frame.x.orthogonal(to: axis).normalized
        let end = tip + (tip - joint).normalized * 0.007
        return [(root, 0.0165), (joint, 0.0135), (tip, 0.0105), (end, 0.006)].map { (place: Vector, radius: Double) in
            LoftRing(at: place, forward: forward, right: axis.cross(forward), radius: radius, side: radius)
        }
    }
}
