/// A posture in the pose language: what is said, on top of the pose that it comes from. What is nil is not said.
///
/// The body's axes: forward, up along the spine, and to the person's own right. Lengths are metres for a person 1.70 m tall.
package struct PoseDescription: Hashable, Sendable, Encodable {
    /// Which part keeps the orientation that `body` gives.
    package enum Hold: String, Hashable, Sendable, CaseIterable, Encodable {
        case pelvis
        /// Lying: a twist turns the pelvis while the shoulders stay down.
        case chest
    }

    /// What the head does of itself.
    package enum HeadRest: Hashable, Sendable, Encodable {
        case free
        /// The neck bends until the head rests at this height.
        case on(height: Double)
    }

    package var body: BodyPlacement?
    package var hold: Hold?
    /// Not empty where it is said.
    package var rest: [PoseContact]?
    package var headRest: HeadRest?
    /// Both lower regions at once: flexion and side bend half each, twist 15 % lumbar and 85 % thoracic. A region's own angle wins.
    package var spine: RegionAngles?
    package var lumbar: RegionAngles?
    package var thoracic: RegionAngles?
    package var neck: RegionAngles?
    package var head: RegionAngles?
    package var legs: BothSides<LegPose>
    package var arms: BothSides<ArmPose>
    package var camera: Camera?
    package var props: [Prop]?
    /// A second person; at most one, who has none. Held in a list because a value cannot hold itself.
    package var partner: [PoseDescription]

    package init() {
        legs = BothSides(right: LegPose(), left: LegPose())
        arms = BothSides(right: ArmPose(), left: ArmPose())
        partner = []
    }
}
