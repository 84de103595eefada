/// What a posture rests on: the whole body is moved until this touches. With two contacts the trunk also tilts until both do.
package enum PoseContact: Hashable, Sendable, Encodable {
    /// A part of the surface whose lowest point rests at a height in metres.
    case parts([RestPart], height: Double)
    /// The trunk between two distances along the spine, in metres above the hip joints.
    case zone(ClosedRange<Double>, height: Double)
    /// One place of the body.
    case point(BodyAnchor, height: Double)
    /// The knees of a kneeling person.
    case knees
    /// The shoulders, as high as arms of this fraction of their length hold them.
    case arms(Double)
}

/// A part of the body that can rest on something.
package enum RestPart: String, Hashable, Sendable, CaseIterable, Encodable {
    case trunk, head
    case footR, footL, shinR, shinL, thighR, thighL, handR, handL, forearmR, forearmL

    /// The same part on the other side.
    package var mirrored: RestPart {
        switch self {
        case .trunk, .head: self
        case .footR: .footL
        case .footL: .footR
        case .shinR: .shinL
        case .shinL: .shinR
        case .thighR: .thighL
        case .thighL: .thighR
        case .handR: .handL
        case .handL: .handR
        case .forearmR: .forearmL
        case .forearmL: .forearmR
        }
    }
}
