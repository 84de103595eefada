/// Lengths of the skeleton in metres, for a height of 1.70 m.
///
/// Fractions of the height from Drillis and Contini (1966) as reproduced by Winter; joint centres tuned by eye.
enum Proportions {
    static let height = 1.70
    static let upperArm = 0.186 * height
    static let forearm = 0.146 * height
    static let hand = 0.108 * height
    static let thigh = 0.245 * height
    static let shank = 0.246 * height
    static let foot = 0.152 * height
    /// From the sole to the ankle joint.
    static let ankle = 0.039 * height
    /// From the body's middle to a hip joint.
    static let hipOut = 0.052 * height
    /// From the body's middle to a shoulder joint.
    static let shoulderOut = 0.101 * height
    /// From the hip joints to the joint between spine and head, along the spine.
    static let atlas = 0.612
    /// The spine's line runs behind the hip joints.
    static let spineBehindHips = 0.025
    /// The joint between spine and head above the chin, in the head's frame.
    static let atlasAboveChin = 0.052
}
