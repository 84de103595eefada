import Diagnostics
import Exercises

/// What one mapping says of a pose, before anything is inherited.
struct WrittenPose {
    /// The name of another pose, with its place.
    struct Name {
        let text: String
        let range: SourceRange
    }

    var pose = PoseDescription()
    /// The pose that it comes from.
    var from: Name?
    /// The pose that the partner comes from.
    var partnerFrom: Name?
}
