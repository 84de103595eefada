/// Everything that a site and its handouts are made from, checked and complete: each slug in it leads somewhere.
package struct Library: Hashable, Sendable {
    package let site: Site
    package let safety: SafetyCard
    private var allExercises: [Exercise]
    private var allProgrammes: [Programme]
    private var allGuidance: [Guidance]
    /// In the author's order.
    package let sources: [Source]
    /// The poses that exercises can begin with.
    package let basePoses: PoseLibrary

    private let exerciseIndex: [Slug: Int]
    private let programmeIndex: [Slug: Int]
    private var guidanceIndex: [Slug: Int]
    private let sourceIndex: [SourceID: Int]

    /// Sorts the parts; where a slug stands twice the first counts.
    package init(
        site: Site, safety: SafetyCard, exercises: [Exercise], programmes: [Programme], guidance: [Guidance], sources: [Source],
        basePoses: PoseLibrary = PoseLibrary()
    ) {
        self.site = site
        self.safety = safety
        allExercises = exercises.sorted { $0.slug < $1.slug }
        allProgrammes = programmes.sorted { $0.slug < $1.slug }
        allGuidance = guidance.sorted { ($0.order, $0.slug) < ($1.order, $1.slug) }
        self.sources = sources
        self.basePoses = basePoses
        exerciseIndex = Self.index(allExercises.map(\.slug))
        programmeIndex = Self.index(allProgrammes.map(\.slug))
        guidanceIndex = Self.index(allGuidance.map(\.slug))
        sourceIndex = Self.index(sources.map(\.id))
    }

    /// By slug.
    package var exercises: [Exercise] {
        LibraryReads.note(.exercises)
        return allExercises
    }

    /// By slug.
    package var programmes: [Programme] {
        LibraryReads.note(.programmes)
        return allProgrammes
    }

    /// By order, then slug.
    package var guidance: [Guidance] {
        LibraryReads.note(.guidancePages)
        return allGuidance
    }

    /// Where an exercise stands among them.
    package func indexOfExercise(_ slug: Slug) -> Int? { exerciseIndex[slug] }

    /// Where a programme stands among them.
    package func indexOfProgramme(_ slug: Slug) -> Int? { programmeIndex[slug] }

    /// Where a guidance page stands among them.
    package func indexOfGuidance(_ slug: Slug) -> Int? { guidanceIndex[slug] }

    /// The exercise at a place among them.
    package func exercise(at index: Int) -> Exercise {
        let exercise = allExercises[index]
        LibraryReads.note(.exercise(exercise.slug))
        return exercise
    }

    /// The programme at a place among them.
    package func programme(at index: Int) -> Programme {
        let programme = allProgrammes[index]
        LibraryReads.note(.programme(programme.slug))
        return programme
    }

    /// The guidance page at a place among them.
    package func guidance(at index: Int) -> Guidance {
        let guidance = allGuidance[index]
        LibraryReads.note(.guidance(guidance.slug))
        return guidance
    }

    package func exercise(_ slug: Slug) -> Exercise? {
        LibraryReads.note(.exercise(slug))
        return exerciseIndex[slug].map { allExercises[$0] }
    }

    package func programme(_ slug: Slug) -> Programme? {
        LibraryReads.note(.programme(slug))
        return programmeIndex[slug].map { allProgrammes[$0] }
    }

    package func guidance(_ slug: Slug) -> Guidance? {
        LibraryReads.note(.guidance(slug))
        return guidanceIndex[slug].map { allGuidance[$0] }
    }

    package func source(_ id: SourceID) -> Source? { sourceIndex[id].map { sources[$0] } }

    /// The same library with an exercise in the place of the one with its slug; nil where there is none.
    package func replacing(_ exercise: Exercise) -> Library? {
        guard let index = exerciseIndex[exercise.slug] else { return nil }
        var library = self
        library.allExercises[index] = exercise
        return library
    }

    /// The same library with a programme in the place of the one with its slug; nil where there is none.
    package func replacing(_ programme: Programme) -> Library? {
        guard let index = programmeIndex[programme.slug] else { return nil }
        var library = self
        library.allProgrammes[index] = programme
        return library
    }

    /// The same library with a guidance page in the place of the one with its slug, at the place that its order gives it; nil where there is
    /// none.
    package func replacing(_ page: Guidance) -> Library? {
        guard let index = guidanceIndex[page.slug] else { return nil }
        var library = self
        library.allGuidance[index] = page
        library.allGuidance.sort { ($0.order, $0.slug) < ($1.order, $1.slug) }
        library.guidanceIndex = Self.index(library.allGuidance.map(\.slug))
        return library
    }

    private static func index(_ slugs: [Slug]) -> [Slug: Int] {
        Dictionary(zip(slugs, slugs.indices), uniquingKeysWith: { first, _ in first })
    }
}
