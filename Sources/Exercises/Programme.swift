package import CommonMark

/// An ordered list of exercises with changed doses.
package struct Programme: Hashable, Sendable {
    /// One exercise of the programme.
    package struct Entry: Hashable, Sendable {
        package let exercise: Slug
        package let doseChange: DoseChange
        /// What this programme adds to the exercise; plain text.
        package let note: String?

        package init(exercise: Slug, doseChange: DoseChange, note: String?) {
            self.exercise = exercise
            self.doseChange = doseChange
            self.note = note
        }
    }

    package let slug: Slug
    package let title: String
    package let summary: String
    /// Whom it is for.
    package let audience: String
    /// Seconds before the first exercise, one of `allowedSeconds`.
    package let readySeconds: Int
    /// Seconds between two exercises, one of `allowedSeconds`.
    package let transitionSeconds: Int
    package let entries: [Entry]
    package let review: Review
    package let isDraft: Bool
    package let body: [Block]

    package init(
        slug: Slug, title: String, summary: String, audience: String, readySeconds: Int, transitionSeconds: Int, entries: [Entry],
        review: Review, isDraft: Bool, body: [Block]
    ) {
        self.slug = slug
        self.title = title
        self.summary = summary
        self.audience = audience
        self.readySeconds = readySeconds
        self.transitionSeconds = transitionSeconds
        self.entries = entries
        self.review = review
        self.isDraft = isDraft
        self.body = body
    }

    /// The seconds that may stand before and between exercises.
    package static let allowedSeconds = 0...600
    /// Before the first exercise, where nothing else is said.
    package static let usualReadySeconds = 5
    /// Between two exercises, where nothing else is said.
    package static let usualTransitionSeconds = 10

    /// About how long the whole programme takes, in seconds, given each entry's dose after its change.
    package func totalSeconds(doses: [Dose]) -> Int {
        readySeconds + doses.reduce(0) { $0 + $1.sessionSeconds } + transitionSeconds * max(0, doses.count - 1)
    }
}
