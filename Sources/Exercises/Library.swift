/// Everything that a site and its handouts are made from, checked and complete: each slug in it leads somewhere.
package struct Library: Hashable, Sendable {
    /// In one object, since everything that makes a page holds the library: a copy of all its tables for each costs more than looking things
    /// up in them.
    private let parts: Parts

    private struct Tables: Hashable {
        let site: Site
        let safety: SafetyCard
        let sources: [Source]
        let basePoses: PoseLibrary
        var exercises: [Exercise]
        var programmes: [Programme]
        var guidance: [Guidance]
        let exerciseIndex: [Slug: Int]
        let programmeIndex: [Slug: Int]
        var guidanceIndex: [Slug: Int]
        let sourceIndex: [SourceID: Int]
    }

    private final class Parts: Hashable, Sendable {
        let tables: Tables

        init(_ tables: Tables) {
            self.tables = tables
        }

        static func == (left: Parts, right: Parts) -> Bool { left === right || left.tables == right.tables }

        func hash(into hasher: inout Hasher) { hasher.combine(tables) }
    }

    private var tables: Tables { parts.tables }

    package var site: Site { tables.site }
    package var safety: SafetyCard { tables.safety }
    /// In the author's order.
    package var sources: [Source] { tables.sources }
    /// The poses that exercises can begin with.
    package var basePoses: PoseLibrary { tables.basePoses }

    private init(_ tables: Tables) {
        parts = Parts(tables)
    }

    /// Sorts the parts; where a slug stands twice the first counts.
    package init(
        site: Site, safety: SafetyCard, exercises: [Exercise], programmes: [Programme], guidance: [Guidance], sources: [Source],
        basePoses: PoseLibrary = PoseLibrary()
    ) {
        let exercises = exercises.sorted { $0.slug < $1.slug }
        let programmes = programmes.sorted { $0.slug < $1.slug }
        let guidance = guidance.sorted { ($0.order, $0.slug) < ($1.order, $1.slug) }
        self.init(
            Tables(
                site: site, safety: safety, sources: sources, basePoses: basePoses, exercises: exercises, programmes: programmes,
                guidance: guidance, exerciseIndex: Self.index(exercises.map(\.slug)), programmeIndex: Self.index(programmes.map(\.slug)),
                guidanceIndex: Self.index(guidance.map(\.slug)), sourceIndex: Self.index(sources.map(\.id))))
    }

    /// By slug.
    package var exercises: [Exercise] {
        LibraryReads.note(.exercises)
        return parts.tables.exercises
    }

    /// By slug.
    package var programmes: [Programme] {
        LibraryReads.note(.programmes)
        return parts.tables.programmes
    }

    /// By order, then slug.
    package var guidance: [Guidance] {
        LibraryReads.note(.guidancePages)
        return parts.tables.guidance
    }

    /// Where an exercise stands among them.
    package func indexOfExercise(_ slug: Slug) -> Int? { parts.tables.exerciseIndex[slug] }

    /// Where a programme stands among them.
    package func indexOfProgramme(_ slug: Slug) -> Int? { parts.tables.programmeIndex[slug] }

    /// Where a guidance page stands among them.
    package func indexOfGuidance(_ slug: Slug) -> Int? { parts.tables.guidanceIndex[slug] }

    /// The exercise at a place among them.
    package func exercise(at index: Int) -> Exercise {
        let exercise = parts.tables.exercises[index]
        LibraryReads.note(.exercise(exercise.slug))
        return exercise
    }

    /// The programme at a place among them.
    package func programme(at index: Int) -> Programme {
        let programme = parts.tables.programmes[index]
        LibraryReads.note(.programme(programme.slug))
        return programme
    }

    /// The guidance page at a place among them.
    package func guidance(at index: Int) -> Guidance {
        let guidance = parts.tables.guidance[index]
        LibraryReads.note(.guidance(guidance.slug))
        return guidance
    }

    package func exercise(_ slug: Slug) -> Exercise? {
        LibraryReads.note(.exercise(slug))
        return parts.tables.exerciseIndex[slug].map { parts.tables.exercises[$0] }
    }

    package func programme(_ slug: Slug) -> Programme? {
        LibraryReads.note(.programme(slug))
        return parts.tables.programmeIndex[slug].map { parts.tables.programmes[$0] }
    }

    package func guidance(_ slug: Slug) -> Guidance? {
        LibraryReads.note(.guidance(slug))
        return parts.tables.guidanceIndex[slug].map { parts.tables.guidance[$0] }
    }

    package func source(_ id: SourceID) -> Source? { parts.tables.sourceIndex[id].map { parts.tables.sources[$0] } }

    /// The same library with an exercise in the place of the one with its slug; nil where there is none.
    package func replacing(_ exercise: Exercise) -> Library? {
        guard let index = indexOfExercise(exercise.slug) else { return nil }
        var tables = tables
        tables.exercises[index] = exercise
        return Library(tables)
    }

    /// The same library with a programme in the place of the one with its slug; nil where there is none.
    package func replacing(_ programme: Programme) -> Library? {
        guard let index = indexOfProgramme(programme.slug) else { return nil }
        var tables = tables
        tables.programmes[index] = programme
        return Library(tables)
    }

    /// The same library with a guidance page in the place of the one with its slug, at the place that its order gives it; nil where there is
    /// none.
    package func replacing(_ page: Guidance) -> Library? {
        guard let index = indexOfGuidance(page.slug) else { return nil }
        var tables = tables
        tables.guidance[index] = page
        tables.guidance.sort { ($0.order, $0.slug) < ($1.order, $1.slug) }
        tables.guidanceIndex = Self.index(tables.guidance.map(\.slug))
        return Library(tables)
    }

    private static func index<Name: Hashable>(_ names: [Name]) -> [Name: Int] {
        Dictionary(zip(names, names.indices), uniquingKeysWith: { first, _ in first })
    }
}
