/// What an exercise mainly does.
package enum ExerciseKind: String, Hashable, Sendable, CaseIterable {
    case stretch
    case mobility
    case strength
    case release
    /// Explained, not taught.
    case knowledge
}

/// The position it is done in.
package enum Position: String, Hashable, Sendable, CaseIterable {
    case standing
    case sittingChair = "sitting-chair"
    case sittingFloor = "sitting-floor"
    case kneeling
    case allFours = "all-fours"
    case lyingBack = "lying-back"
    case lyingFront = "lying-front"
    case lyingSide = "lying-side"

    /// Whether the position is on the floor, unless a bed is used.
    package var isOnTheFloor: Bool {
        self != .standing && self != .sittingChair
    }
}

/// A part of the body that it is meant for.
package enum Region: String, Hashable, Sendable, CaseIterable {
    case neck
    case shoulders
    case chest
    case upperBack = "upper-back"
    case midBack = "mid-back"
    case lowerBack = "lower-back"
    case abdomen
    case hips
    case buttocks
    case thighs
}

/// What is needed.
package enum Equipment: String, Hashable, Sendable, CaseIterable {
    case mat
    case chair
    case foamRoller = "foam-roller"
    case bed
    case shoes
}

/// How much it asks of the reader.
package enum Level: String, Hashable, Sendable, CaseIterable {
    case beginner
    case intermediate
    case advanced
}

/// Who carries it out.
package enum Performer: String, Hashable, Sendable, CaseIterable {
    case `self`
    case partner
    case professional
}

/// What the library advises.
package enum Advice: String, Hashable, Sendable, CaseIterable {
    case suitable
    case withCare = "with-care"
    case notRecommended = "not-recommended"
}
