import PageRendering

/// A sheet as its template reads it.
struct QualitySheetPage: TemplateContext {
    struct Count: TemplateContext {
        let number: String
        let name: String
        /// For the style: the outcome, or that there is none.
        let look: String

        static let fields: Fields<Count> = [
            .text("number", \.number), .text("name", \.name), .text("look", \.look),
        ]
    }

    struct Item: TemplateContext {
        let id: String
        let rule: String
        let outcome: String
        let outcomeName: String
        let evidence: String
        let task: String?

        static let fields: Fields<Item> = [
            .text("id", \.id), .text("rule", \.rule), .text("outcome", \.outcome), .text("outcomeName", \.outcomeName),
            .text("evidence", \.evidence), .optionalText("task", \.task),
        ]
    }

    struct Group: TemplateContext {
        let title: String
        let isPEMAT: Bool
        let items: [Item]

        static let fields: Fields<Group> = [
            .text("groupTitle", \.title), .flag("isPEMAT", \.isPEMAT), .list("items", \.items),
        ]
    }

    let language: String
    let title: String
    let handout: String
    /// Of all sheets.
    let indexURL: String?
    let siteTitle: String
    let style: HTML
    let notice: String
    let review: String
    let counts: [Count]
    let groups: [Group]

    static let fields: Fields<QualitySheetPage> = [
        .text("language", \.language), .text("pageTitle", \.title), .text("handout", \.handout),
        .optionalText("indexURL", \.indexURL), .text("siteTitle", \.siteTitle),
        .html("style", \.style), .text("notice", \.notice), .text("review", \.review), .list("counts", \.counts),
        .list("groups", \.groups),
    ]
}

/// All sheets, as their template reads them.
struct QualityIndexPage: TemplateContext {
    struct Row: TemplateContext {
        let title: String
        let url: String
        /// In the order of the outcomes.
        let counts: [String]

        static let fields: Fields<Row> = [.text("title", \.title), .text("url", \.url), .texts("counts", \.counts)]
    }

    let language: String
    let siteTitle: String
    let style: HTML
    let notice: String
    let outcomes: [String]
    let rows: [Row]

    static let fields: Fields<QualityIndexPage> = [
        .text("language", \.language), .text("siteTitle", \.siteTitle), .html("style", \.style), .text("notice", \.notice),
        .texts("outcomes", \.outcomes), .list("rows", \.rows),
    ]
}
