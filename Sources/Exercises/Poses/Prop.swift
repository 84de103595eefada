/// A thing that a picture shows beside the person.
package enum Prop: String, Hashable, Sendable, CaseIterable, Encodable {
    case mat
    case chair
    case roller = "foam-roller"
    case bed
    case wall
    case cushion
}
