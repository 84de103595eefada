import Exercises
import Testing

@testable import FigureDrawing

@Suite("Hands and feet turn the way that is said")
struct HandAndFootTests {
    @Test(arguments: Side.allCases, [(90.0, -1.0), (-90, 1)])
    func pronationTurnsThePalmOfABentArmDown(side: Side, turn: (degrees: Double, up: Double)) {
        var pose = SamplePoses.standing
        pose.arms[side].shoulder = .angles(JointAngles(flexion: 0))
        pose.arms[side].elbow = 90
        pose.arms[side].pronation = turn.degrees
        // The x axis of a hand leaves its palm.
        #expect(PoseSolver.solve(pose).posture.arms[side].hand.x.y * turn.up > 0.9)
    }

    @Test(arguments: Side.allCases, [40.0, -25])
    func aLiftLeavesTheBallOrTheHeelOnTheGround(side: Side, lift: Double) {
        var pose = SamplePoses.standing
        var target = LimbTarget(.floor(ahead: -0.1, out: 0.1, of: nil))
        target.lift = lift
        target.toes = PoseDirection(.ahead)
        pose.legs[side] = LegPose()
        pose.legs[side].foot = target
        pose.rest = [.parts([side == .right ? .footL : .footR], height: 0)]
        let leg = PoseSolver.solve(pose).posture.legs[side]
        func height(_ ahead: Double) -> Double { (leg.ankle + leg.foot * Vector(ahead, -Proportions.ankle, 0)).y }
        #expect(abs(height(lift > 0 ? 0.125 : -0.052)) < 0.005)
        #expect(height(lift > 0 ? -0.052 : 0.125) > 0.06)
        #expect(PoseInspection.findings(in: pose).isEmpty)
    }
}
