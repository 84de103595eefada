/// A dose as a table, with the source of each figure.
struct DoseRowContext: TemplateContext {
    let label: String
    let value: String
    let isStated: Bool
    let origin: PageLink?

    static let fields: Fields<DoseRowContext> = [
        .text("label") { $0.label },
        .text("value") { $0.value },
        .flag("isStated") { $0.isStated },
        .optional("origin") { $0.origin },
    ]
}

/// A dose as a sentence and as a table.
struct DoseContext: TemplateContext {
    let sentence: String
    let rows: [DoseRowContext]
    /// The one source of all figures; none when they come from several, which the rows then name.
    let origin: PageLink?

    static let fields: Fields<DoseContext> = [
        .text("sentence") { $0.sentence },
        .list("rows") { $0.rows },
        .optional("origin") { $0.origin },
    ]
}

/// What the sources say of an exercise's figures, as a table with a column for each.
struct ComparisonContext: TemplateContext {
    struct Row: TemplateContext {
        let label: String
        let isDisputed: Bool
        let cells: [Cell]

        static let fields: Fields<Row> = [
            .text("label") { $0.label },
            .flag("isDisputed") { $0.isDisputed },
            .list("cells") { $0.cells },
        ]
    }

    struct Cell: TemplateContext {
        let source: String
        /// None where the source says nothing.
        let value: String?

        static let fields: Fields<Cell> = [
            .text("source") { $0.source },
            .optionalText("value") { $0.value },
        ]
    }

    let sources: [PageLink]
    let rows: [Row]

    static let fields: Fields<ComparisonContext> = [
        .list("sources") { $0.sources },
        .list("rows") { $0.rows },
    ]
}

/// What one source says of an exercise.
struct ReportContext: TemplateContext {
    let label: String
    let url: String
    let rows: [DoseRowContext]
    let notes: [String]

    static let fields: Fields<ReportContext> = [
        .text("label") { $0.label },
        .text("url") { $0.url },
        .list("rows") { $0.rows },
        .texts("notes") { $0.notes },
    ]
}
