import Exercises

extension Posture {
    /// A place on the body's surface, and which way the surface faces there. An anchor without a side is on `side`, that of the limb that
    /// aims at it.
    func place(of anchor: BodyAnchor, side: Side) -> (position: Vector, normal: Vector) {
        let side = anchor.side ?? side
        switch anchor.part {
        case .thigh, .knee, .shin, .ankle: return placeOnLeg(anchor, side)
        case .foot, .heel, .toe: return placeOnFoot(anchor, side)
        case .upperArm, .elbow, .forearm, .wrist: return placeOnArm(anchor, side)
        case .hand:
            let arm = arms[side]
            let normal = anchor.face == .back || anchor.face == .top ? -arm.hand.x : arm.hand.x
            return (arm.wrist - arm.hand.y * 0.085 + normal * 0.018, normal)
        case .shoulder:
            let normal =
                switch anchor.face {
                case .top: chest.rotation.y
                case .front: chest.rotation.x
                case .back: -chest.rotation.x
                default: chest.rotation.z * side.sign
                }
            return (arms[side].shoulder + normal * 0.05, normal)
        case .head: return placeOnHead(anchor.face ?? .top)
        case .chest, .belly, .upperBack, .midBack, .back, .lowerBack, .waist, .hip: return placeOnTrunk(anchor)
        }
    }

    private func placeOnLeg(_ anchor: BodyAnchor, _ side: Side) -> (position: Vector, normal: Vector) {
        let leg = legs[side]
        let isThigh = anchor.part == .thigh || anchor.part == .knee
        let frame = isThigh ? leg.thigh : leg.shank
        let usual: Double =
            switch anchor.part {
            case .knee: 1
            case .ankle: 0.95
            case .thigh: 0.5
            default: 0.45
            }
        let fraction = anchor.fraction ?? usual
        let ring = isThigh ? surface.thigh(at: fraction) : surface.shank(at: fraction)
        let length = isThigh ? Proportions.thigh : Proportions.shank
        let base = (isThigh ? leg.hip : leg.knee) - frame.y * (length * fraction) + (isThigh ? Vector() : frame.x * ring.centreX)
        let direction = Self.direction(anchor.face ?? .front, side)
        let radius = Point(direction.x * ring.frontRadius, direction.z * ring.sideRadius).length
        let normal = frame * direction
        return (base + normal * radius, normal)
    }

    private func placeOnFoot(_ anchor: BodyAnchor, _ side: Side) -> (position: Vector, normal: Vector) {
        let leg = legs[side]
        switch anchor.part {
        case .heel: return (leg.ankle + leg.foot * Vector(-0.05, -0.045, 0), -leg.foot.x)
        case .toe: return (leg.ankle + leg.foot * Vector(0.19, -0.045, 0), leg.foot.x)
        default:
            let face = anchor.face ?? .front
            let direction = face == .front || face == .top ? Vector.up : Self.direction(face, side)
            let offset = Vector(0.06 + direction.x * 0.09, -0.02 + direction.y * 0.035, direction.z * 0.045)
            return (leg.ankle + leg.foot * offset, leg.foot * direction)
        }
    }

    private func placeOnArm(_ anchor: BodyAnchor, _ side: Side) -> (position: Vector, normal: Vector) {
        let arm = arms[side]
        let isUpper = anchor.part == .upperArm || anchor.part == .elbow
        let frame = isUpper ? arm.upperArm : arm.forearm
        let usual: Double =
            switch anchor.part {
            case .elbow: 1
            case .wrist: 0.95
            default: 0.5
            }
        let fraction = anchor.fraction ?? usual
        let ring = isUpper ? surface.upperArm(at: fraction) : surface.forearm(at: fraction)
        let length = isUpper ? Proportions.upperArm : Proportions.forearm
        let normal = frame * Self.direction(anchor.face ?? .outer, side)
        return ((isUpper ? arm.shoulder : arm.elbow) - frame.y * (length * fraction) + normal * ring.frontRadius, normal)
    }

    private func placeOnHead(_ face: BodyAnchor.Face) -> (position: Vector, normal: Vector) {
        let centre = head.position + head.rotation * Vector(0, 0.07, 0)
        let (offset, normal): (Vector, Vector) =
            switch face {
            case .back: (Vector(-0.098, 0.02, 0), Vector(-1, 0, 0))
            case .right, .outer: (Vector(0, 0, 0.075), .right)
            case .left, .inner: (Vector(0, 0, -0.075), -.right)
            case .front: (Vector(0.1, 0.02, 0), .forward)
            case .frontR: (Vector(0.085, 0, 0.05), Vector(1, 0, 0.6))
            case .frontL: (Vector(0.085, 0, -0.05), Vector(1, 0, -0.6))
            case .backR: (Vector(-0.085, -0.005, 0.052), Vector(-1, -0.1, 0.55))
            case .backL: (Vector(-0.085, -0.005, -0.052), Vector(-1, -0.1, -0.55))
            case .earR: (Vector(-0.01, 0, 0.08), .right)
            case .earL: (Vector(-0.01, 0, -0.08), -.right)
            case .napeR: (Vector(-0.075, -0.06, 0.035), Vector(-1, 0, 0.4))
            case .napeL: (Vector(-0.075, -0.06, -0.035), Vector(-1, 0, -0.4))
            case .top: (Vector(0, 0.10, 0), .up)
            }
        return (centre + head.rotation * offset, head.rotation * normal.normalized)
    }

    private func placeOnTrunk(_ anchor: BodyAnchor) -> (position: Vector, normal: Vector) {
        let (usual, usualFace): (Double, BodyAnchor.Face) =
            switch anchor.part {
            case .chest: (0.40, .front)
            case .belly: (0.17, .front)
            case .waist: (0.13, .front)
            case .hip: (0.05, .front)
            case .upperBack: (0.40, .back)
            case .midBack: (0.27, .back)
            case .lowerBack: (0.14, .back)
            default: (0.33, .back)
            }
        let distance = anchor.fraction ?? usual
        let ring = surface.torso(at: distance)
        let direction: Vector =
            switch anchor.face ?? usualFace {
            case .back: Vector(-1, 0, 0)
            case .right, .earR, .outer: .right
            case .left, .earL, .inner: -.right
            case .frontR: Vector(1, 0, 0.7).normalized
            case .frontL: Vector(1, 0, -0.7).normalized
            case .backR, .napeR: Vector(-1, 0, 0.8).normalized
            case .backL, .napeL: Vector(-1, 0, -0.8).normalized
            case .front, .top: .forward
            }
        let curve = SpineCurve(spine)
        let frame = curve.frame(at: distance)
        let depth = direction.x > 0 ? ring.front : ring.back
        let offset = Vector(direction.x * depth, 0, direction.z * ring.halfWidth)
        return (curve.position(at: distance) + frame * offset, frame * direction)
    }

    /// A face of a limb in its frame.
    private static func direction(_ face: BodyAnchor.Face, _ side: Side) -> Vector {
        switch face {
        case .back: Vector(-1, 0, 0)
        case .outer: Vector(0, 0, side.sign)
        case .inner: Vector(0, 0, -side.sign)
        case .right, .earR, .napeR: .right
        case .left, .earL, .napeL: -.right
        case .frontR: Vector(1, 0, 1).normalized
        case .frontL: Vector(1, 0, -1).normalized
        case .backR: Vector(-1, 0, 1).normalized
        case .backL: Vector(-1, 0, -1).normalized
        case .front, .top: .forward
        }
    }
}
