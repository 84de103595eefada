/// What a pose says of a leg. Either joint angles or a place lead it; the one written last does.
package struct LegPose: Hashable, Sendable, Encodable {
    package enum Ankle: Hashable, Sendable, Encodable {
        /// Degrees; positive pulls the toes up, negative points them.
        case angle(Double)
        /// The sole stays level.
        case flat
    }

    /// Where the knee of a kneeling leg stands, in metres ahead of and out from its hip.
    package struct Kneeling: Hashable, Sendable, Encodable {
        package let ahead: Double
        package let out: Double

        package init(ahead: Double, out: Double) {
            self.ahead = ahead
            self.out = out
        }
    }

    package var hip: JointAngles?
    /// Degrees; positive bends.
    package var knee: Double?
    package var ankle: Ankle?
    /// Degrees by which the toes bend up.
    package var toes: Double?
    package var foot: LimbTarget?
    package var kneeling: Kneeling?
    /// Where the knee points.
    package var kneePoint: PoseDirection?

    package init() {}
}

/// What a pose says of an arm. Either joint angles or a place lead it; the one written last does.
package struct ArmPose: Hashable, Sendable, Encodable {
    package enum Shoulder: Hashable, Sendable, Encodable {
        case angles(JointAngles)
        /// The arm hangs straight down whatever the trunk does.
        case hang
    }

    /// How far the shoulder itself is moved on the trunk, in metres.
    package struct Girdle: Hashable, Sendable, Encodable {
        package let up: Double
        package let forward: Double

        package init(up: Double, forward: Double) {
            self.up = up
            self.forward = forward
        }
    }

    package var shoulder: Shoulder?
    /// Degrees; positive bends.
    package var elbow: Double?
    /// Degrees; positive bends towards the palm.
    package var wrist: Double?
    /// Degrees from the palm facing inward: positive turns it down or back, negative (supination) up or ahead.
    package var pronation: Double?
    package var hand: LimbTarget?
    /// Where the elbow points.
    package var elbowPoint: PoseDirection?
    package var girdle: Girdle?

    package init() {}
}
