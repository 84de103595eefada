import Exercises

extension PropMesh {
    /// A chair's seat, a bed's top: metres above the floor.
    static let seatHeight = 0.445
    static let bedHeight = 0.50

    /// Seat, four legs, two posts and a board to lean on, open between board and seat.
    static func chair(for posture: Posture, firstPiece: Int) -> Mesh {
        let footing = Footing(under: posture.pelvis)
        var mesh = Mesh()
        var piece = firstPiece
        func add(_ low: Vector, _ high: Vector) {
            mesh.addBox(low, high, on: footing, Surface(part(piece), .prop))
            piece += 1
        }
        let (back, front, side, seat) = (-0.235, 0.20, 0.215, seatHeight)
        add(Vector(back, seat - 0.035, -side), Vector(front, seat, side))
        for x in [back, front - 0.035] {
            for z in [-side, side - 0.035] { add(Vector(x, 0, z), Vector(x + 0.035, seat - 0.035, z + 0.035)) }
        }
        add(Vector(back - 0.03, seat + 0.22, -side), Vector(back, 0.90, side))
        for z in [-side, side - 0.035] { add(Vector(back - 0.03, seat - 0.035, z), Vector(back, 0.88, z + 0.035)) }
        return mesh
    }

    /// Mattress, base and four feet. Its head end is where the back lies last when the head hangs over the edge; somebody who sits upright
    /// sits on its long side; else it carries the whole body.
    static func bed(for posture: Posture, endsAtShoulders: Bool, firstPiece: Int) -> Mesh {
        let pelvis = posture.pelvis
        let isUpright = pelvis.rotation.y.y > 0.7
        // Upright with the legs on the bed is along it, with the feet on the floor across it.
        let isAcross = isUpright && !endsAtShoulders && min(posture.legs.right.ankle.y, posture.legs.left.ankle.y) < bedHeight - 0.1
        let footing = isAcross ? Footing(under: pelvis) : Footing(at: pelvis.position)
        let feet = BothSides { footing.local(posture.legs[$0].ankle).x }
        var (low, high) = (Vector.zero, Vector.zero)
        if isAcross {
            (low, high) = (Vector(-0.70, 0, -0.85), Vector(0.22, 0, 0.85))
        } else {
            let head = footing.local(posture.head.position).x
            let towardsFeet = isUpright || head < 0 ? 1.0 : -1.0
            let edge = endsAtShoulders ? -towardsFeet * bedEdge : head - towardsFeet * 0.32
            let end = towardsFeet * max(feet.right * towardsFeet, feet.left * towardsFeet, 0) + towardsFeet * 0.28
            let length = max(1.42, abs(end - edge))
            (low, high) = (
                Vector(min(edge, edge + towardsFeet * length), 0, -0.45), Vector(max(edge, edge + towardsFeet * length), 0, 0.45)
            )
        }
        var mesh = Mesh()
        mesh.addBox(
            Vector(low.x, 0.30, low.z), Vector(high.x, bedHeight, high.z), on: footing, Surface(part(firstPiece), .prop))
        mesh.addBox(
            Vector(low.x + 0.03, 0.14, low.z + 0.02), Vector(high.x - 0.03, 0.30, high.z - 0.02), on: footing,
            Surface(part(firstPiece + 1), .propShade))
        var piece = firstPiece + 2
        for x in [low.x + 0.08, high.x - 0.14] {
            for z in [low.z + 0.04, high.z - 0.10] {
                mesh.addBox(Vector(x, 0, z), Vector(x + 0.06, 0.14, z + 0.06), on: footing, Surface(part(piece), .propShade))
                piece += 1
            }
        }
        return mesh
    }

    /// A light board with a skirting line, where the person leans on it: at the palms, at the soles, or behind the back.
    static func wall(for posture: Posture, firstPiece: Int) -> Mesh {
        let (footing, ahead) = wallPlace(for: posture)
        var mesh = Mesh()
        let far = ahead > 0 ? 0.04 : -0.04
        mesh.addBox(
            Vector(min(ahead, ahead + far), 0, -0.60), Vector(max(ahead, ahead + far), 2.0, 0.60), on: footing,
            Surface(part(firstPiece), .prop))
        // The skirting stands out by a finger's width.
        let near = ahead > 0 ? -0.012 : 0.012
        mesh.addBox(
            Vector(min(ahead, ahead + near), 0, -0.60), Vector(max(ahead, ahead + near), 0.08, 0.60), on: footing,
            Surface(part(firstPiece + 1), .propShade))
        return mesh
    }

    /// The wall's surface in metres ahead of the hip joints.
    private static func wallPlace(for posture: Posture) -> (Footing, Double) {
        let footing = Footing(under: posture.pelvis)
        let limbs = [Side.right, .left]
        let palms = limbs.map { posture.arms[$0] }.filter {
            footing.local($0.wrist).x > 0.25 && (footing.frame.inverse * $0.hand.x).x > 0.6
        }
        if let reach = palms.map({ footing.local($0.wrist - $0.hand.y * 0.085 + $0.hand.x * 0.022).x }).max() {
            return (footing, reach)
        }
        let soles = limbs.map { posture.legs[$0] }.filter { abs($0.foot.y.y) < 0.6 && abs(footing.local($0.ankle).x) > 0.25 }
        if let foot = soles.first {
            let reach = footing.local(foot.ankle - foot.foot.y * Proportions.ankle).x
            return (footing, reach)
        }
        let spine = SpineCurve(posture.spine)
        let back = stride(from: 0.0, through: 0.44, by: 0.04).map { distance in
            footing.local(spine.position(at: distance) - spine.frame(at: distance).x * BodyProfile.torso.values(at: distance).back).x
        }
        return (footing, min(back.min() ?? 0, -0.02))
    }
}
