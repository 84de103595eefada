/// A yes or no for each pixel, rows from top to bottom: where a ghost or a shadow lies.
struct Mask: Hashable, Sendable {
    let width: Int
    let height: Int
    /// Pixels in a picture unit.
    let pixelsPerUnit: Double
    /// 1 inside, 0 outside.
    var values: [UInt8]
}
