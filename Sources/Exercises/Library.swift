/// Everything that a site and its handouts are made from, checked and complete: each slug in it leads somewhere.
package struct Library: Hashable, Sendable {
    package let site: Site
    package let safety: SafetyCard
    /// By slug.
    package let exercises: [Exercise]
    /// By slug.
    package let programmes: [Programme]
    /// By order, then slug.
    package let guidance: [Guidance]
    /// In the author's order.
    package let sources: [Source]
    /// The poses that exercises can begin with.
    package let basePoses: PoseLibrary

    private let exerciseIndex: [Slug: Int]
    private let programmeIndex: [Slug: Int]
    private let guidanceIndex: [Slug: Int]
    private let sourceIndex: [SourceID: Int]

    /// Sorts the parts; where a slug stands twice the first counts.
    package init(
        site: Site, safety: SafetyCard, exercises: [Exercise], programmes: [Programme], guidance: [Guidance], sources: [Source],
        basePoses: PoseLibrary = PoseLibrary()
    ) {
        self.site = site
        self.safety = safety
        self.exercises = exercises.sorted { $0.slug < $1.slug }
        self.programmes = programmes.sorted { $0.slug < $1.slug }
        self.guidance = guidance.sorted { ($0.order, $0.slug) < ($1.order, $1.slug) }
        self.sources = sources
        self.basePoses = basePoses
        exerciseIndex = Self.index(self.exercises.map(\.slug))
        programmeIndex = Self.index(self.programmes.map(\.slug))
        guidanceIndex = Self.index(self.guidance.map(\.slug))
        sourceIndex = Self.index(sources.map(\.id))
    }

    package func exercise(_ slug: Slug) -> Exercise? { exerciseIndex[slug].map { exercises[$0] } }
    package func programme(_ slug: Slug) -> Programme? { programmeIndex[slug].map { programmes[$0] } }
    package func guidance(_ slug: Slug) -> Guidance? { guidanceIndex[slug].map { guidance[$0] } }
    package func source(_ id: SourceID) -> Source? { sourceIndex[id].map { sources[$0] } }

    private static func index(_ slugs: [Slug]) -> [Slug: Int] {
        Dictionary(zip(slugs, slugs.indices), uniquingKeysWith: { first, _ in first })
    }
}
