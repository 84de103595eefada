package import CommonMark

/// Knowledge that is not an exercise.
package struct Guidance: Hashable, Sendable {
    package let slug: Slug
    package let title: String
    package let summary: String
    /// The place in lists; smaller first.
    package let order: Int
    package let sources: [SourceID]
    package let review: Review
    package let isDraft: Bool
    package let body: [Block]

    package init(
        slug: Slug, title: String, summary: String, order: Int, sources: [SourceID], review: Review, isDraft: Bool, body: [Block]
    ) {
        self.slug = slug
        self.title = title
        self.summary = summary
        self.order = order
        self.sources = sources
        self.review = review
        self.isDraft = isDraft
        self.body = body
    }
}
