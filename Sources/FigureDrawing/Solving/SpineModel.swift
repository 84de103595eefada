import Exercises

/// The joints of the spine: where they are, how they are bent at rest, and how a region's angle is spread over them.
enum SpineModel {
    enum Region: Hashable, Sendable {
        case lumbar, thoracic, neck
    }

    struct Joint: Sendable {
        /// Metres above the hip joints along the spine.
        let distance: Double
        let region: Region
        /// Degrees of flexion when standing upright.
        let neutral: Double
        /// Shares of the region's flexion, side bend and twist.
        let flex: Double
        let side: Double
        let twist: Double
    }

    static let joints: [Joint] = [
        Joint(distance: 0.090, region: .lumbar, neutral: -6, flex: 0.36, side: 0.30, twist: 0.30),
        Joint(distance: 0.145, region: .lumbar, neutral: -7, flex: 0.33, side: 0.35, twist: 0.35),
        Joint(distance: 0.200, region: .lumbar, neutral: -5, flex: 0.31, side: 0.35, twist: 0.35),
        Joint(distance: 0.255, region: .thoracic, neutral: 4, flex: 0.27, side: 0.28, twist: 0.28),
        Joint(distance: 0.320, region: .thoracic, neutral: 7, flex: 0.26, side: 0.26, twist: 0.28),
        Joint(distance: 0.385, region: .thoracic, neutral: 8, flex: 0.25, side: 0.24, twist: 0.24),
        Joint(distance: 0.450, region: .thoracic, neutral: 6, flex: 0.22, side: 0.22, twist: 0.20),
        Joint(distance: 0.515, region: .neck, neutral: -1, flex: 0.55, side: 0.50, twist: 0.50),
        Joint(distance: 0.565, region: .neck, neutral: -4, flex: 0.45, side: 0.50, twist: 0.50),
    ]

    /// The last thoracic joint carries the chest.
    static let chestIndex = 6

    /// Degrees between pelvis and chest when standing upright.
    static let neutralTrunk = joints.prefix(chestIndex + 1).reduce(0) { $0 + $1.neutral }

    /// The head looks level when it is bent back this much against the neck.
    static let neutralHead = -5.0

    /// The lowest node of the trunk's line, below the hip joints.
    static let tail = -0.115
}

/// The angles of a pose's spine, the whole spine's shares given to its regions.
struct SpineAngles: Hashable, Sendable {
    var lumbar: RegionAngles
    var thoracic: RegionAngles
    var neck: RegionAngles
    var head: RegionAngles

    init(_ pose: PoseDescription) {
        lumbar = Self.share(of: pose.spine, flex: 0.5, side: 0.5, twist: 0.15, under: pose.lumbar)
        thoracic = Self.share(of: pose.spine, flex: 0.5, side: 0.5, twist: 0.85, under: pose.thoracic)
        neck = pose.neck ?? RegionAngles()
        head = pose.head ?? RegionAngles()
    }

    subscript(region: SpineModel.Region) -> RegionAngles {
        switch region {
        case .lumbar: lumbar
        case .thoracic: thoracic
        case .neck: neck
        }
    }

    private static func share(
        of whole: RegionAngles?, flex: Double, side: Double, twist: Double, under own: RegionAngles?
    ) -> RegionAngles {
        let share = RegionAngles(
            flex: whole?.flex.map { $0 * flex }, side: whole?.side.map { $0 * side }, twist: whole?.twist.map { $0 * twist })
        return own?.over(share) ?? share
    }
}
