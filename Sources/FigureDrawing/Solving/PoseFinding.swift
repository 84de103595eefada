package import Exercises

/// Something about a solved pose that an author should know.
package struct PoseFinding: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// A hand or foot ends this many metres from its place.
        case misses(distance: Double)
        /// A joint's angle in degrees lies outside its range.
        case outOfRange(joint: JointRange.Joint, degrees: Double, range: ClosedRange<Double>)
        /// A part reaches this many metres under the floor.
        case underFloor(part: RestPart, depth: Double)
        /// Two parts of the body share this many metres.
        case passesThrough(part: String, other: String, depth: Double)
    }

    package let kind: Kind
    /// The pose's key that says it, such as `handR` or `lumbar`; none for the pose as a whole.
    package let key: String?
    /// Whether it is about the second person.
    package let isPartner: Bool
}
