import Exercises
import Testing

@Suite("A pose on top of another")
struct InheritanceTests {
    @Test func anglesDropAnInheritedPlace() {
        var base = PoseDescription()
        base.legs.right.foot = LimbTarget(.floor(ahead: 0.4, out: 0.1, of: nil))
        var pose = PoseDescription()
        pose.legs.right.knee = 90
        let merged = pose.over(base)
        #expect(merged.legs.right.foot == nil)
        #expect(merged.legs.right.knee == 90)
    }

    @Test func aPlaceDropsInheritedAngles() {
        var base = PoseDescription()
        base.arms.left.elbow = 30
        var pose = PoseDescription()
        pose.arms.left.hand = LimbTarget(.anchor(BodyAnchor(part: .knee)))
        #expect(pose.over(base).arms.left.elbow == nil)
        #expect(pose.over(base).arms.right == base.arms.right)
    }

    @Test func theWholeSpineReplacesItsInheritedRegions() {
        var base = PoseDescription()
        base.lumbar = RegionAngles(flex: 14, twist: 5)
        var pose = PoseDescription()
        pose.spine = RegionAngles(flex: 0)
        #expect(pose.over(base).lumbar == RegionAngles(twist: 5))
    }
}
