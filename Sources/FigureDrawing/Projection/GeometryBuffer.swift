/// What each pixel of the picture shows: how far away, which part, of which material, facing where. Rows from top to bottom.
struct GeometryBuffer: Sendable {
    let width: Int
    let height: Int
    /// Metres away from the eye; infinite where there is nothing.
    var depth: [Float]
    /// `PartID.raw`.
    var part: [UInt8]
    /// `Material.rawValue`.
    var material: [UInt8]
    /// Index into `normals`; -1 where there is nothing.
    var triangle: [Int32]
    /// Unit normals of the triangles, turned towards the eye; zero for triangles that no pixel shows.
    var normals: [SIMD3<Float>]
}
