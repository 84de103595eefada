/// Where a hand or a foot goes.
package struct LimbTarget: Hashable, Sendable, Encodable {
    package enum Place: Hashable, Sendable, Encodable {
        /// A place on a body.
        case anchor(BodyAnchor)
        /// On the floor, in metres ahead of the hip joints' middle and out to the limb's own side; or ahead of and out from `of`.
        case floor(ahead: Double, out: Double, of: BodyAnchor?)
        /// On the floor under a part, moved by metres.
        case below(BodyAnchor, ahead: Double, out: Double)
        /// A place in the room, in metres: ahead, up, and to the right of where the first person's hips would stand.
        case room(ahead: Double, up: Double, right: Double)
    }

    /// What of the hand or foot touches the place.
    package enum Contact: String, Hashable, Sendable, CaseIterable, Encodable {
        case palm, elbow, wrist
        case sole, ankle, heel
    }

    package var place: Place
    /// Height of the surface above the floor, in metres, for `floor` and `below`.
    package var height: Double?
    /// Nil stands for the palm or the sole.
    package var contact: Contact?
    /// Where the fingers or the forearm point.
    package var fingers: PoseDirection?
    /// Where the toes point.
    package var toes: PoseDirection?
    /// Metres from the wrist to the point of the hand that touches.
    package var palm: Double?
    /// Metres by which the hand hovers over its place.
    package var rise: Double?
    /// Bend of the finger joints in degrees.
    package var curl: Double?
    /// Degrees by which the heel (positive) or the toes (negative) leave the ground.
    package var lift: Double?
    /// Metres ahead, up and out by which a place on a body is moved.
    package var shift: SIMD3<Double>?
    /// The direction that the surface faces, where it is not the body's own.
    package var normal: PoseDirection?

    package init(_ place: Place) {
        self.place = place
    }
}
