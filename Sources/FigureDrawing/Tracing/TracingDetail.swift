/// How finely a picture is traced. Lengths count pixels at two pixels a picture unit.
struct TracingDetail: Hashable, Sendable {
    /// The smoothing of the silhouette and the contours, as a standard deviation.
    var smoothing: Double
    /// The greatest distance of a curve from what it stands for.
    var error: Double
    var hasSeam: Bool
    var hasShadow: Bool

    static let still = TracingDetail(smoothing: 2.2, error: 0.75, hasSeam: true, hasShadow: true)
    /// For pictures of two people, which would be larger than a page should load.
    static let coarse = TracingDetail(smoothing: 2.4, error: 1.2, hasSeam: true, hasShadow: true)
    static let coarsest = TracingDetail(smoothing: 2.6, error: 2, hasSeam: false, hasShadow: true)
    /// For the frames of a moving picture, of which a file holds many.
    static let motion = TracingDetail(smoothing: 2.4, error: 1.1, hasSeam: false, hasShadow: false)
    static let coarseMotion = TracingDetail(smoothing: 2.6, error: 1.8, hasSeam: false, hasShadow: false)
}
