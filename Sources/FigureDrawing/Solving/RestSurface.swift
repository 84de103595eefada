import Exercises

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// How low a body's surface reaches: what contacts and the floor are measured with.
///
/// Rings and ellipsoids of the same tables as the drawn body, in closed form, so that settling needs no mesh.
enum RestSurface {
    /// The height of a part's lowest point, in metres.
    static func lowest(of part: RestPart, in posture: Posture) -> Double {
        switch part {
        case .trunk: lowest(ofTrunk: -0.10...0.48, in: posture)
        case .head: lowest(ofHead: posture.head)
        case .footR: lowest(ofFoot: posture.legs.right)
        case .footL: lowest(ofFoot: posture.legs.left)
        case .thighR: lowest(ofThigh: posture.legs.right, posture.surface)
        case .thighL: lowest(ofThigh: posture.legs.left, posture.surface)
        case .shinR: lowest(ofShank: posture.legs.right, posture.surface)
        case .shinL: lowest(ofShank: posture.legs.left, posture.surface)
        case .handR: lowest(ofHand: posture.arms.right)
        case .handL: lowest(ofHand: posture.arms.left)
        case .forearmR: lowest(ofForearm: posture.arms.right, posture.surface)
        case .forearmL: lowest(ofForearm: posture.arms.left, posture.surface)
        }
    }

    /// The lowest point of the trunk between two distances along the spine.
    static func lowest(ofTrunk zone: ClosedRange<Double>, in posture: Posture) -> Double {
        let curve = SpineCurve(posture.spine)
        let surface = posture.surface
        let steps = max(6, Int(((zone.upperBound - zone.lowerBound) / 0.03).rounded(.up)))
        var lowest = Double.infinity
        for step in 0...min(steps, 40) {
            let distance = zone.lowerBound + (zone.upperBound - zone.lowerBound) * Double(step) / Double(min(steps, 40))
            let ring = surface.torso(at: distance)
            let frame = curve.frame(at: distance)
            // The lowest point of half an ellipse lies in front or behind.
            let depth = frame.x.y < 0 ? ring.front : ring.back
            let reach = Point(frame.x.y * depth, frame.z.y * ring.halfWidth).length
            lowest = min(lowest, curve.position(at: distance).y - reach)
        }
        if zone.contains(0) {
            for side in [Side.right, .left] { lowest = min(lowest, self.lowest(ofGlute: side, in: posture)) }
        }
        return lowest
    }

    private static func lowest(ofGlute side: Side, in posture: Posture) -> Double {
        let leg = posture.legs[side]
        let pelvis = posture.pelvis.rotation
        let frame =
            pelvis.y.dot(leg.thigh.y) > -0.9
            ? Rotation.orthonormal(x: pelvis.x * 0.65 + leg.thigh.x * 0.35, y: pelvis.y * 0.65 + leg.thigh.y * 0.35) : pelvis
        let centre = leg.hip + frame * Vector(-0.036, -0.004, -side.sign * 0.006)
        let round = posture.surface.scale(0.9)
        return centre.y
            - Vector(frame.x.y * 0.090 * round, frame.y.y * 0.098 * posture.surface.scale(0.5), frame.z.y * 0.084 * round).length
    }

    private static func lowest(ofHead head: Posture.Joint) -> Double {
        let chin = head.position - head.rotation * Vector(0.004, Proportions.atlasAboveChin, 0)
        var lowest = (chin + head.rotation * Vector(0.109, 0.083, 0)).y
        for step in 0...18 {
            let height = 0.2225 * Double(step) / 18
            let ring = BodyProfile.head.values(at: height)
            let middle = (ring.frontX + ring.backX) / 2
            let depth = (ring.frontX - ring.backX) / 2
            let centre = chin + head.rotation * Vector(middle, height, 0)
            lowest = min(lowest, centre.y - Point(head.rotation.x.y * depth, head.rotation.z.y * ring.halfWidth).length)
        }
        return lowest
    }

    private static func lowest(ofFoot leg: Posture.Leg) -> Double {
        // Heel, ball and toes of the sole, and the instep and ankle, as (ahead, up, half width).
        let places: [(Double, Double, Double)] = [
            (-0.052, -0.060, 0.020), (-0.03, -0.066, 0.03), (0.12, -0.066, 0.045), (0.185, -0.065, 0.036), (0.2, -0.06, 0.008),
            (0.14, -0.041, 0.04), (0.03, 0.008, 0.03),
        ]
        var lowest = leg.ankle.y - 0.036
        for (ahead, up, half) in places {
            var place = Vector(ahead, up, 0)
            if leg.toeBend != 0, leg.toeBend.isFinite, ahead > 0.125 {
                let ball = Vector(0.125, 0.012 - Proportions.ankle, 0)
                place = ball + .aboutZ(leg.toeBend) * (place - ball)
            }
            let middle = leg.ankle + leg.foot * place
            lowest = min(lowest, middle.y - abs(leg.foot.z.y) * half)
        }
        return lowest
    }

    private static func lowest(ofThigh leg: Posture.Leg, _ surface: BodySurface) -> Double {
        lowest(of: surface.thigh(at:), from: leg.hip, frame: leg.thigh, length: Proportions.thigh)
    }

    private static func lowest(ofShank leg: Posture.Leg, _ surface: BodySurface) -> Double {
        lowest(of: surface.shank(at:), from: leg.knee, frame: leg.shank, length: Proportions.shank)
    }

    private static func lowest(ofForearm arm: Posture.Arm, _ surface: BodySurface) -> Double {
        lowest(of: surface.forearm(at:), from: arm.elbow, frame: arm.forearm, length: Proportions.forearm)
    }

    private static func lowest(
        of profile: (Double) -> LimbRing, from start: Vector, frame: Rotation, length: Double
    ) -> Double {
        var lowest = Double.infinity
        for step in 0...10 {
            let fraction = Double(step) / 10
            let ring = profile(fraction)
            let centre = start - frame.y * (length * fraction) + frame.x * ring.centreX
            lowest = min(lowest, centre.y - Point(frame.x.y * ring.frontRadius, frame.z.y * ring.sideRadius).length)
        }
        return lowest
    }

    private static func lowest(ofHand arm: Posture.Arm) -> Double {
        var lowest = Double.infinity
        for along in [0, 0.08, 0.17] {
            let centre = arm.wrist - arm.hand.y * along
            lowest = min(lowest, centre.y - Point(arm.hand.x.y * 0.018, arm.hand.z.y * 0.04).length)
        }
        return lowest
    }
}
