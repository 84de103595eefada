package import Exercises

/// A body in space: where every joint is and how every bone is turned. What a solved pose comes to.
package struct Posture: Hashable, Sendable {
    /// A joint with the orientation of the bone that it carries.
    package struct Joint: Hashable, Sendable {
        package var position: Vector
        package var rotation: Rotation
    }

    /// A point of the spine's line with the orientation of the trunk's ring there.
    package struct SpineNode: Hashable, Sendable {
        /// Metres above the hip joints along the spine.
        package var distance: Double
        package var position: Vector
        package var rotation: Rotation
    }

    package struct Leg: Hashable, Sendable {
        package var hip: Vector
        package var knee: Vector
        package var ankle: Vector
        /// x to the front of the thigh, y from knee to hip.
        package var thigh: Rotation
        /// x to the front of the shank, y from ankle to knee.
        package var shank: Rotation
        /// x to the toes, y up from the sole.
        package var foot: Rotation
        /// Degrees by which the toes bend up.
        package var toeBend: Double
    }

    package struct Arm: Hashable, Sendable {
        package var shoulder: Vector
        package var elbow: Vector
        package var wrist: Vector
        /// x to the front (the side to which the elbow bends), y from elbow to shoulder.
        package var upperArm: Rotation
        /// y from wrist to elbow.
        package var forearm: Rotation
        /// x out of the palm, y from fingertips to wrist.
        package var hand: Rotation
        /// Bend of the finger joints in degrees.
        package var curl: Double
    }

    /// How broad the body is around its bones.
    package var build: Person.Build
    /// The middle between the hip joints, with the pelvis's orientation.
    package var pelvis: Joint
    /// The uppermost thoracic joint, with the chest's orientation.
    package var chest: Joint
    /// The joint between spine and head, with the head's orientation.
    package var head: Joint
    /// From below the hip joints to the head, upwards.
    package var spine: [SpineNode]
    /// The orientation of each vertebral segment from the pelvis up: one more than there are joints.
    package var segments: [Rotation]
    package var legs: BothSides<Leg>
    package var arms: BothSides<Arm>
}
