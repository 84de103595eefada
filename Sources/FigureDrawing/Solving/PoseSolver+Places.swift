import Exercises

extension PoseSolver {
    /// Where a hand or a foot is to go, and which way the surface there faces; nothing when it is on a person who is not there.
    func place(of target: LimbTarget, for side: Side) -> (position: Vector, normal: Vector)? {
        let out = side.sign
        var result: (position: Vector, normal: Vector)
        switch target.place {
        case .anchor(let anchor):
            guard let found = place(of: anchor, for: side) else { return nil }
            result = found
            if let shift = target.shift { result.position += heading * Vector(shift.x, shift.y, out * shift.z) }
        case .floor(let ahead, let sideways, let base):
            var start = posture.pelvis.position
            if let base {
                guard let found = place(of: base, for: side) else { return nil }
                start = found.position
            }
            result = (start + heading * Vector(ahead, 0, out * sideways), .up)
            result.position.y = target.height ?? 0
        case .below(let anchor, let ahead, let sideways):
            let start: Vector
            if anchor.part == .shoulder, anchor.owner == .own {
                start = shoulder(anchor.side ?? side, towards: -.up)
            } else {
                guard let found = place(of: anchor, for: side) else { return nil }
                start = found.position
            }
            result = (start + heading * Vector(ahead, 0, out * sideways), .up)
            result.position.y = target.height ?? 0
        case .room(let ahead, let up, let right):
            result = (Vector(ahead, up, right), .up)
        }
        if let normal = target.normal {
            result.normal = direction(normal, for: side, frame: posture.pelvis.rotation)
        }
        return result
    }

    /// A place on this body or on the other person's.
    func place(of anchor: BodyAnchor, for side: Side) -> (position: Vector, normal: Vector)? {
        if anchor.owner == .own || anchor.owner == owner { return posture.place(of: anchor, side: side) }
        return other?.place(of: anchor, side: side)
    }

    /// A direction in words as a unit vector.
    func direction(_ direction: PoseDirection, for side: Side, frame: Rotation) -> Vector {
        let out = side.sign
        var total = Vector()
        for term in direction.terms {
            let unit: Vector =
                switch term.word {
                case .up: .up
                case .down: -.up
                case .front: frame.x
                case .back: -frame.x
                case .head: frame.y
                case .feet: -frame.y
                case .out: frame.z * out
                case .in: -frame.z * out
                case .right: heading.z
                case .left: -heading.z
                case .ahead: heading.x
                case .behind: -heading.x
                }
            total += unit * term.weight
        }
        return total.length > 1e-6 ? total.normalized : frame.x
    }
}
