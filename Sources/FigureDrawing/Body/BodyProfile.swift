/// A cross-section of the trunk, measured from the spine's line.
struct TorsoRing: ProfileRing, Hashable {
    var halfWidth: Double
    var front: Double
    var back: Double

    init(channels: SIMD4<Double>) {
        (halfWidth, front, back) = (channels.x, channels.y, channels.z)
    }
}

/// A cross-section of a limb.
struct LimbRing: ProfileRing, Hashable {
    /// From the ring's centre to the front and to the back.
    var frontRadius: Double
    var sideRadius: Double
    /// How far the ring's centre lies in front of the bone.
    var centreX: Double

    init(channels: SIMD4<Double>) {
        (frontRadius, sideRadius, centreX) = (channels.x, channels.y, channels.z)
    }
}

/// A level cross-section of the head, in the head's frame.
struct HeadRing: ProfileRing, Hashable {
    /// How far back and how far forward it reaches.
    var backX: Double
    var frontX: Double
    var halfWidth: Double

    init(channels: SIMD4<Double>) {
        (backX, frontX, halfWidth) = (channels.x, channels.y, channels.z)
    }
}

/// An upright cross-section of the foot, in the foot's frame.
struct FootRing: ProfileRing, Hashable {
    var halfWidth: Double
    var top: Double
    var bottom: Double

    init(channels: SIMD4<Double>) {
        (halfWidth, top, bottom) = (channels.x, channels.y, channels.z)
    }
}

/// The body's surface as tables, in metres for a height of 1.70 m and the average build. Tuned by eye.
enum BodyProfile {
    /// By metres above the hip joints along the spine.
    static let torso = Profile<TorsoRing>([
        (-0.115, [0.030, 0.060, 0.030, 0]), (-0.100, [0.075, 0.085, 0.075, 0]), (-0.070, [0.118, 0.103, 0.108, 0]),
        (-0.035, [0.150, 0.112, 0.122, 0]), (0, [0.163, 0.116, 0.122, 0]), (0.04, [0.165, 0.118, 0.112, 0]),
        (0.085, [0.156, 0.117, 0.092, 0]), (0.13, [0.139, 0.113, 0.078, 0]), (0.175, [0.130, 0.112, 0.072, 0]),
        (0.22, [0.131, 0.116, 0.073, 0]), (0.28, [0.140, 0.126, 0.080, 0]), (0.34, [0.150, 0.132, 0.088, 0]),
        (0.395, [0.156, 0.128, 0.092, 0]), (0.44, [0.152, 0.112, 0.090, 0]), (0.48, [0.128, 0.085, 0.080, 0]),
        (0.512, [0.092, 0.062, 0.066, 0]), (0.54, [0.064, 0.052, 0.055, 0]),
    ])

    /// By fraction of the way from hip to knee.
    static let thigh = Profile<LimbRing>([
        (-0.06, [0.070, 0.078, 0, 0]), (0, [0.088, 0.090, 0, 0]), (0.12, [0.092, 0.090, -0.002, 0]), (0.30, [0.086, 0.083, 0, 0]),
        (0.55, [0.073, 0.071, 0.002, 0]), (0.8, [0.060, 0.058, 0.002, 0]), (0.93, [0.055, 0.055, 0, 0]), (1, [0.052, 0.053, 0, 0]),
    ])

    /// By fraction of the way from knee to ankle.
    static let shank = Profile<LimbRing>([
        (0, [0.052, 0.052, 0, 0]), (0.08, [0.052, 0.052, -0.006, 0]), (0.22, [0.056, 0.054, -0.014, 0]),
        (0.34, [0.056, 0.053, -0.016, 0]), (0.55, [0.046, 0.045, -0.012, 0]), (0.78, [0.035, 0.034, -0.006, 0]),
        (0.92, [0.032, 0.031, -0.003, 0]), (1, [0.034, 0.032, -0.004, 0]),
    ])

    /// By fraction of the way from shoulder to elbow.
    static let upperArm = Profile<LimbRing>([
        (-0.02, [0.045, 0.042, 0, 0]), (0.02, [0.050, 0.047, 0, 0]), (0.12, [0.052, 0.048, 0, 0]), (0.3, [0.047, 0.043, 0, 0]),
        (0.55, [0.043, 0.040, 0, 0]), (0.8, [0.038, 0.036, 0, 0]), (1, [0.036, 0.035, 0, 0]),
    ])

    /// By fraction of the way from elbow to wrist.
    static let forearm = Profile<LimbRing>([
        (0, [0.036, 0.036, 0, 0]), (0.12, [0.039, 0.039, 0.002, 0]), (0.25, [0.040, 0.038, 0.002, 0]), (0.5, [0.034, 0.032, 0, 0]),
        (0.8, [0.025, 0.027, 0, 0]), (1, [0.021, 0.027, 0, 0]),
    ])

    /// By metres above the chin.
    static let head = Profile<HeadRing>([
        (0, [0.050, 0.080, 0.014, 0]), (0.004, [0.035, 0.088, 0.026, 0]), (0.014, [0.010, 0.094, 0.038, 0]),
        (0.034, [-0.030, 0.0965, 0.052, 0]), (0.055, [-0.062, 0.096, 0.061, 0]), (0.08, [-0.084, 0.096, 0.068, 0]),
        (0.105, [-0.095, 0.0955, 0.072, 0]), (0.13, [-0.099, 0.098, 0.0745, 0]), (0.155, [-0.098, 0.098, 0.075, 0]),
        (0.18, [-0.090, 0.089, 0.070, 0]), (0.20, [-0.074, 0.070, 0.058, 0]), (0.214, [-0.050, 0.044, 0.040, 0]),
        (0.221, [-0.024, 0.018, 0.020, 0]), (0.2225, [-0.006, 0.002, 0.004, 0]),
    ])

    /// By metres in front of the ankle joint; the sole lies 0.0663 m below it.
    static let foot = Profile<FootRing>([
        (-0.058, [0.012, -0.030, -0.0503, 0]), (-0.052, [0.024, -0.018, -0.0603, 0]), (-0.038, [0.031, 0.004, -0.0663, 0]),
        (-0.013, [0.034, 0.020, -0.0663, 0]), (0, [0.035, 0.022, -0.0663, 0]), (0.03, [0.037, 0.008, -0.0643, 0]),
        (0.07, [0.041, -0.016, -0.0623, 0]), (0.11, [0.045, -0.032, -0.0643, 0]), (0.14, [0.047, -0.041, -0.0663, 0]),
        (0.165, [0.045, -0.046, -0.0663, 0]), (0.185, [0.038, -0.050, -0.0653, 0]), (0.197, [0.024, -0.054, -0.0623, 0]),
        (0.2005, [0.008, -0.058, -0.0593, 0]),
    ])
}
