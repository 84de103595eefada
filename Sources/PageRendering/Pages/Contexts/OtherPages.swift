/// The first page.
struct HomePage: TemplateContext {
    let tagline: String
    let summary: String
    let searchURL: String
    let exercisesURL: String
    let namesURL: String
    let programmesURL: String
    let guidanceURL: String
    let sourcesURL: String
    let equipment: FacetContext
    let minutes: FacetContext
    let positions: FacetContext
    let regions: FacetContext
    let programmes: [ProgrammeCard]
    let guidance: [GuidanceCard]
    let safety: SafetyContext

    static let fields: Fields<HomePage> = [
        .text("tagline") { $0.tagline },
        .text("summary") { $0.summary },
        .text("searchURL") { $0.searchURL },
        .text("exercisesURL") { $0.exercisesURL },
        .text("namesURL") { $0.namesURL },
        .text("programmesURL") { $0.programmesURL },
        .text("guidanceURL") { $0.guidanceURL },
        .text("sourcesURL") { $0.sourcesURL },
        .object("equipment") { $0.equipment },
        .object("minutes") { $0.minutes },
        .object("positions") { $0.positions },
        .object("regions") { $0.regions },
        .list("programmes") { $0.programmes },
        .list("guidance") { $0.guidance },
        .object("safety") { $0.safety },
    ]
}

/// Where all facts come from.
struct SourcesPage: TemplateContext {
    /// One source, and the pages that rest on it.
    struct Entry: TemplateContext {
        let id: String
        let label: String
        let title: String?
        let publisher: String?
        let year: String?
        let url: String?
        let description: String
        let usedBy: [PageLink]

        static let fields: Fields<Entry> = [
            .text("id") { $0.id },
            .text("label") { $0.label },
            .optionalText("title") { $0.title },
            .optionalText("publisher") { $0.publisher },
            .optionalText("year") { $0.year },
            .optionalText("url") { $0.url },
            .text("description") { $0.description },
            .list("usedBy") { $0.usedBy },
        ]
    }

    let sources: [Entry]

    static let fields: Fields<SourcesPage> = [.list("sources") { $0.sources }]
}

/// What a reader sees at an address that leads nowhere.
struct NotFoundPage: TemplateContext {
    let links: [PageLink]

    static let fields: Fields<NotFoundPage> = [.list("links") { $0.links }]
}

/// What stands in for a page that a device has not kept, when there is no network.
struct OfflinePage: TemplateContext {
    let safety: SafetyContext

    static let fields: Fields<OfflinePage> = [.object("safety") { $0.safety }]
}
