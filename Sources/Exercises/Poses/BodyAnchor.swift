/// A place on the surface of a body, such as `thigh.R.outer@0.75` or `partner.back.backL@0.43`.
package struct BodyAnchor: Hashable, Sendable, Encodable {
    /// Whose body.
    package enum Owner: String, Hashable, Sendable, CaseIterable, Encodable {
        /// The body that the pose describes; not written.
        case own = ""
        /// The second person, seen from the first.
        case partner
        /// The first person, seen from the second.
        case patient
    }

    /// A part that can be named.
    package enum Part: String, Hashable, Sendable, CaseIterable, Encodable {
        case thigh, knee, shin, ankle, foot, heel, toe
        case shoulder, upperArm, elbow, forearm, wrist, hand
        case head, chest, belly, upperBack, midBack, back, lowerBack, waist, hip

        /// Whether there is one on each side.
        package var isPaired: Bool {
            switch self {
            case .thigh, .knee, .shin, .ankle, .foot, .heel, .toe, .shoulder, .upperArm, .elbow, .forearm, .wrist, .hand: true
            case .head, .chest, .belly, .upperBack, .midBack, .back, .lowerBack, .waist, .hip: false
            }
        }
    }

    /// Which face of the part. `backR` lies between back and right.
    package enum Face: String, Hashable, Sendable, CaseIterable, Encodable {
        case front, back, outer, inner, top
        case right = "R"
        case left = "L"
        case frontR, frontL, backR, backL
        case earR, earL, napeR, napeL
    }

    package let owner: Owner
    package let part: Part
    /// The side of a paired part; nil stands for the side of the limb that aims at it.
    package let side: Side?
    /// Nil stands for the part's usual face: the front of a leg, the outside of an arm, the back of the back.
    package let face: Face?
    /// How far along the part, from 0 at its upper end to 1 at its lower end; for the trunk, metres above the hip joints along the spine.
    package let fraction: Double?

    package init(owner: Owner = .own, part: Part, side: Side? = nil, face: Face? = nil, fraction: Double? = nil) {
        self.owner = owner
        self.part = part
        self.side = side
        self.face = face
        self.fraction = fraction
    }
}
