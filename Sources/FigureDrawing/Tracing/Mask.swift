/// A yes or no for each pixel, rows from top to bottom: where a ghost or a shadow lies.
struct Mask: Hashable, Sendable {
    let width: Int
    let height: Int
    /// Pixels in a picture unit.
    let pixelsPerUnit: Double
    /// Nonzero inside.
    var values: [UInt8]
}
