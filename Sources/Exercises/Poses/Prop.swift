/// A thing that a picture shows beside the person.
package enum Prop: String, Hashable, Sendable, CaseIterable, Encodable {
    case mat
    case chair
    case roller = "foam-roller"
    case bed
    /// A bed that ends under the shoulder blades of somebody who lies on it.
    case bedEdge = "bed-edge"
    case wall
    case cushion
}
