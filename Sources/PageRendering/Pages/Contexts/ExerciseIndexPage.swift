/// All exercises by position, with filters.
struct ExerciseIndexPage: TemplateContext {
    /// One filter, shown only where JavaScript runs.
    struct Filter: TemplateContext {
        let name: String
        let label: String
        let options: [Option]

        static let fields: [Field<Filter>] = [
            .text("name") { $0.name },
            .text("label") { $0.label },
            .list("options") { $0.options },
        ]
    }

    /// One choice of a filter.
    struct Option: TemplateContext {
        let value: String
        let label: String

        static let fields: [Field<Option>] = [
            .text("value") { $0.value },
            .text("label") { $0.label },
        ]
    }

    let groups: [ExerciseGroup]
    /// Techniques that are explained but not taught.
    let explained: ExerciseGroup?
    let filters: [Filter]
    /// The words for what the filters show, with `{count}` and `{total}` for the script.
    let filterStatus: String
    let total: String

    static let fields: [Field<ExerciseIndexPage>] = [
        .list("groups") { $0.groups },
        .optional("explained") { $0.explained },
        .list("filters") { $0.filters },
        .text("filterStatus") { $0.filterStatus },
        .text("total") { $0.total },
    ]
}
