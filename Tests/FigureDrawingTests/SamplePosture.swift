import Exercises

@testable import FigureDrawing

/// Postures made by hand: the tests of meshes need no solver.
enum SamplePosture {
    /// Bent knees and elbows, a bent and twisted trunk; different on both sides. `spread` scales all angles.
    static func bent(spread: Double = 1) -> Posture {
        let pelvis = Posture.Joint(
            position: Vector(0.1, 0.8, 0.2), rotation: .aboutY(12 * spread) * .aboutZ(-9 * spread) * .aboutX(4 * spread))
        var rotation = pelvis.rotation
        var position = pelvis.position + rotation * Vector(-Proportions.spineBehindHips, 0, 0)
        var nodes = [
            Posture.SpineNode(distance: -0.115, position: position - rotation.y * 0.115, rotation: rotation),
            Posture.SpineNode(distance: 0, position: position, rotation: rotation),
        ]
        var chest = pelvis
        var distance = 0.0
        for (index, joint) in [0.090, 0.145, 0.200, 0.255, 0.320, 0.385, 0.450, 0.515, 0.565].enumerated() {
            position += rotation.y * (joint - distance)
            distance = joint
            rotation = rotation * (.aboutZ(-5 * spread) * .aboutX(2 * spread) * .aboutY(-3 * spread))
            nodes.append(Posture.SpineNode(distance: joint, position: position, rotation: rotation))
            if index == 6 { chest = Posture.Joint(position: position, rotation: rotation) }
        }
        position += rotation.y * (Proportions.atlas - distance)
        nodes.append(Posture.SpineNode(distance: Proportions.atlas, position: position, rotation: rotation))
        return Posture(
            build: .average, pelvis: pelvis, chest: chest, head: Posture.Joint(position: position, rotation: rotation), spine: nodes,
            segments: [],
            legs: BothSides { leg($0, of: pelvis, spread) }, arms: BothSides { arm($0, of: chest, spread) })
    }

    private static func leg(_ side: Side, of pelvis: Posture.Joint, _ spread: Double) -> Posture.Leg {
        let bend = (side == .right ? 80 : 35) * spread
        let hip = pelvis.position + pelvis.rotation.z * (side.sign * Proportions.hipOut)
        let thigh = pelvis.rotation * .aboutZ(bend) * .aboutX(-8 * side.sign * spread)
        let knee = hip - thigh.y * Proportions.thigh
        let shank = thigh * .aboutZ(-1.2 * bend)
        return Posture.Leg(
            hip: hip, knee: knee, ankle: knee - shank.y * Proportions.shank, thigh: thigh, shank: shank, foot: shank * .aboutZ(10 * spread),
            toeBend: 15 * spread)
    }

    private static func arm(_ side: Side, of chest: Posture.Joint, _ spread: Double) -> Posture.Arm {
        let bend = (side == .right ? 60 : 15) * spread
        let shoulder = chest.position + chest.rotation * Vector(0.012, 0.022, side.sign * Proportions.shoulderOut)
        let upper = chest.rotation * .aboutZ(bend) * .aboutX(-20 * side.sign * spread)
        let elbow = shoulder - upper.y * Proportions.upperArm
        let fore = upper * .aboutZ(1.5 * bend)
        return Posture.Arm(
            shoulder: shoulder, elbow: elbow, wrist: elbow - fore.y * Proportions.forearm, upperArm: upper, forearm: fore,
            hand: fore * .aboutY(70 * side.sign), curl: 20 * spread)
    }

    /// The same posture with left and right exchanged, in a mirror that stands between them.
    static func mirrored(_ posture: Posture) -> Posture {
        func turned(_ joint: Posture.Joint) -> Posture.Joint {
            Posture.Joint(position: joint.position.mirrored, rotation: joint.rotation.mirrored)
        }
        var mirrored = posture
        (mirrored.pelvis, mirrored.chest, mirrored.head) = (turned(posture.pelvis), turned(posture.chest), turned(posture.head))
        mirrored.spine = posture.spine.map {
            Posture.SpineNode(distance: $0.distance, position: $0.position.mirrored, rotation: $0.rotation.mirrored)
        }
        mirrored.segments = posture.segments.map(\.mirrored)
        mirrored.legs = BothSides { side in
            let leg = posture.legs[side.opposite]
            return Posture.Leg(
                hip: leg.hip.mirrored, knee: leg.knee.mirrored, ankle: leg.ankle.mirrored, thigh: leg.thigh.mirrored,
                shank: leg.shank.mirrored, foot: leg.foot.mirrored, toeBend: leg.toeBend)
        }
        mirrored.arms = BothSides { side in
            let arm = posture.arms[side.opposite]
            return Posture.Arm(
                shoulder: arm.shoulder.mirrored, elbow: arm.elbow.mirrored, wrist: arm.wrist.mirrored, upperArm: arm.upperArm.mirrored,
                forearm: arm.forearm.mirrored, hand: arm.hand.mirrored, curl: arm.curl)
        }
        return mirrored
    }
}
