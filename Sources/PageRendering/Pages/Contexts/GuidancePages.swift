/// One guidance page in a list.
struct GuidanceCard: TemplateContext {
    let url: String
    let title: String
    let summary: String

    static let fields: Fields<GuidanceCard> = [
        .text("url") { $0.url },
        .text("title") { $0.title },
        .text("summary") { $0.summary },
    ]
}

/// All guidance pages.
struct GuidanceIndexPage: TemplateContext {
    let pages: [GuidanceCard]

    static let fields: Fields<GuidanceIndexPage> = [.list("pages") { $0.pages }]
}

/// One guidance page.
struct GuidancePage: TemplateContext {
    let title: String
    let summary: String
    let body: HTML
    /// The level-2 headings; empty where there is only one.
    let contents: [PageLink]
    let sources: [PageLink]
    let review: ReviewContext
    let previous: GuidanceCard?
    let next: GuidanceCard?

    static let fields: Fields<GuidancePage> = [
        .text("title") { $0.title },
        .text("summary") { $0.summary },
        .html("body") { $0.body },
        .list("contents") { $0.contents },
        .list("sources") { $0.sources },
        .object("review") { $0.review },
        .optional("previous") { $0.previous },
        .optional("next") { $0.next },
    ]
}
