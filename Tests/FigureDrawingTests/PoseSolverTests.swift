import Exercises
import Testing

@testable import FigureDrawing

@Suite("A solved pose")
struct PoseSolverTests {
    @Test(arguments: SamplePoses.all.indices)
    func keepsTheLengthOfItsBones(index: Int) {
        let posture = PoseSolver.solve(SamplePoses.all[index].pose).posture
        for side in [Side.right, .left] {
            let leg = posture.legs[side]
            let arm = posture.arms[side]
            #expect(abs((leg.hip - leg.knee).length - Proportions.thigh) < 1e-9)
            #expect(abs((leg.knee - leg.ankle).length - Proportions.shank) < 1e-9)
            #expect(abs((arm.shoulder - arm.elbow).length - Proportions.upperArm) < 1e-9)
            #expect(abs((arm.elbow - arm.wrist).length - Proportions.forearm) < 1e-9)
        }
        for (node, next) in zip(posture.spine.dropFirst(), posture.spine.dropFirst(2)) {
            #expect(abs((next.position - node.position).length - (next.distance - node.distance)) < 1e-9)
        }
    }

    @Test(arguments: SamplePoses.all.indices)
    func standsOnItsContactsWithinACentimetre(index: Int) {
        let pose = SamplePoses.all[index].pose
        var solver = PoseSolver(pose)
        solver.run()
        for contact in pose.rest ?? [] { #expect(abs(solver.gap(contact)) < 0.01) }
    }

    @Test(arguments: SamplePoses.all.indices)
    func reachesItsPlacesWithinACentimetre(index: Int) {
        let pose = SamplePoses.all[index].pose
        var solver = PoseSolver(pose)
        solver.run()
        for side in [Side.right, .left] {
            guard let target = pose.arms[side].hand, let place = solver.place(of: target, for: side) else { continue }
            let arm = solver.posture.arms[side]
            let palm = arm.wrist - arm.hand.y * 0.085 + arm.hand.x * 0.022
            #expect((palm - place.position).length < 0.01)
        }
    }

    @Test(arguments: SamplePoses.all.indices)
    func isTheMirrorImageOfThePoseForTheOtherSide(index: Int) {
        let pose = SamplePoses.all[index].pose
        let mirrored = PoseSolver.solve(pose).posture.mirrored
        let other = PoseSolver.solve(pose.otherSide).posture
        #expect(mirrored == other, "to the last bit")
    }

    @Test(arguments: SamplePoses.all.indices)
    func mirroredTwiceIsItself(index: Int) {
        let posture = PoseSolver.solve(SamplePoses.all[index].pose).posture
        #expect(posture.mirrored.mirrored == posture)
    }

    @Test func turnsTheChestToTheSideThatIsSaid() {
        let chest = PoseSolver.solve(SamplePoses.twisted).posture.chest.rotation
        #expect(chest.x.z > 0.4, "right is the positive side")
    }

    @Test(arguments: [Double.nan, .infinity, 1e300, 100_000, -720])
    func oddNumbersGiveSomePosture(number: Double) {
        var pose = SamplePoses.allFours
        pose.spine = RegionAngles(flex: number, side: number, twist: number)
        pose.legs.right.kneeling = LegPose.Kneeling(ahead: number, out: number)
        pose.arms.left.hand = LimbTarget(.floor(ahead: number, out: number, of: nil))
        pose.body = BodyPlacement(pitch: number, yaw: number, ahead: number)
        let posture = PoseSolver.solve(pose).posture
        #expect(posture.head.position.length < 100)
        #expect(posture.legs.left.ankle.length < 100)
    }

    @Test func anInBetweenKeepsPlantedHandsAndBones() {
        let start = PoseSolver.solve(SamplePoses.allFours).posture
        let end = PoseSolver.solve(SamplePoses.rounded).posture
        for step in 0...4 {
            let between = start.mixed(with: end, Double(step) / 4)
            let arm = between.arms.right
            #expect(abs((arm.elbow - arm.wrist).length - Proportions.forearm) < 1e-6)
            let leg = between.legs.left
            #expect(abs((leg.hip - leg.knee).length - Proportions.thigh) < 1e-6)
        }
        #expect((start.mixed(with: end, 1).head.position - end.head.position).length < 1e-6)
    }
}

@Suite("The inspection of a pose")
struct PoseInspectionTests {
    @Test(arguments: SamplePoses.all.indices)
    func findsNothingInGoodPoses(index: Int) {
        #expect(PoseInspection.findings(in: SamplePoses.all[index].pose).isEmpty)
    }

    @Test func noticesAHandThatMissesItsPlace() {
        var pose = SamplePoses.standing
        pose.arms.right.hand = LimbTarget(.floor(ahead: 0.3, out: 0.2, of: nil))
        let finding = PoseInspection.findings(in: pose).first
        #expect(finding?.key == "handR")
        guard case .misses(let distance)? = finding?.kind else {
            Issue.record("expected a miss")
            return
        }
        #expect(distance > 0.3)
    }

    @Test func noticesAJointBeyondItsRange() {
        var pose = SamplePoses.standing
        pose.lumbar = RegionAngles(flex: -56)
        #expect(PoseInspection.findings(in: pose).contains { $0.key == "lumbar" })
    }

    @Test func noticesAPartUnderTheFloor() {
        var pose = SamplePoses.standing
        pose.rest = [.parts([.head], height: 0)]
        #expect(PoseInspection.findings(in: pose).contains { if case .underFloor = $0.kind { true } else { false } })
    }

    @Test func noticesALimbInsideTheTrunk() {
        var pose = SamplePoses.standing
        pose.arms.right.shoulder = .angles(JointAngles(flexion: 0, abduction: -35))
        #expect(PoseInspection.findings(in: pose).contains { if case .passesThrough = $0.kind { true } else { false } })
    }
}
