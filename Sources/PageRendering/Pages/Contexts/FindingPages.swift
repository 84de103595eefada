/// One question by which exercises are found, with the answers that some exercise has.
struct FacetContext: TemplateContext {
    struct Choice: TemplateContext {
        let value: String
        let title: String
        /// The page of its exercises.
        let url: String
        /// How many exercises it has.
        let number: String
        /// Such as "5 exercises".
        let count: String
        let icon: HTML?

        static let fields: Fields<Choice> = [
            .text("value") { $0.value },
            .text("title") { $0.title },
            .text("url") { $0.url },
            .text("number") { $0.number },
            .text("count") { $0.count },
            .optionalHTML("icon") { $0.icon },
        ]
    }

    let name: String
    let label: String
    /// Whether only one answer can be chosen, each of which holds those before it.
    let isSingle: Bool
    /// Whether an exercise fits only when all of its own answers are chosen.
    let needsAll: Bool
    let choices: [Choice]

    static let fields: Fields<FacetContext> = [
        .text("name") { $0.name },
        .text("label") { $0.label },
        .flag("isSingle") { $0.isSingle },
        .flag("needsAll") { $0.needsAll },
        .list("choices") { $0.choices },
    ]
}

/// All exercises by position, with filters.
struct ExerciseIndexPage: TemplateContext {
    let groups: [ExerciseGroup]
    /// Techniques that are explained but not taught.
    let explained: ExplainedGroup?
    let facets: [FacetContext]
    /// Such as "19 exercises".
    let total: String
    let namesURL: String

    static let fields: Fields<ExerciseIndexPage> = [
        .list("groups") { $0.groups },
        .optional("explained") { $0.explained },
        .list("facets") { $0.facets },
        .text("total") { $0.total },
        .text("namesURL") { $0.namesURL },
    ]
}

/// The exercises with one answer to one question, for readers without scripts and for those who come from elsewhere.
struct CategoryPage: TemplateContext {
    /// Such as "By position".
    let question: String
    let count: String
    /// Programmes that fit into the time; none where time is not what is asked.
    let programmes: [ProgrammeCard]
    /// The cards of its exercises.
    let cards: [HTML]
    /// The list of exercises with this answer chosen.
    let narrowURL: String
    /// The same question with its other answers.
    let siblings: [PageLink]

    static let fields: Fields<CategoryPage> = [
        .text("question") { $0.question },
        .text("count") { $0.count },
        .list("programmes") { $0.programmes },
        .pieces("cards") { $0.cards },
        .text("narrowURL") { $0.narrowURL },
        .list("siblings") { $0.siblings },
    ]
}

/// All names under one letter.
struct LetterContext: TemplateContext {
    struct Name: TemplateContext {
        let name: String
        let url: String
        /// The title, where the name is another one.
        let title: String?

        static let fields: Fields<Name> = [
            .text("name") { $0.name },
            .text("url") { $0.url },
            .optionalText("title") { $0.title },
        ]
    }

    /// A name for links to the letter.
    let id: String
    let title: String
    let names: [Name]

    static let fields: Fields<LetterContext> = [
        .text("id") { $0.id },
        .text("title") { $0.title },
        .list("names") { $0.names },
    ]
}

/// Every name of every exercise.
struct NamesPage: TemplateContext {
    let letters: [LetterContext]

    static let fields: Fields<NamesPage> = [.list("letters") { $0.letters }]
}

/// The search, and without scripts the names.
struct SearchPage: TemplateContext {
    let searchURL: String
    /// The data that the plain search looks through.
    let dataURL: String
    /// The script of the full-text index, where the site has one.
    let indexURL: String?
    let facets: [FacetContext]
    let letters: [LetterContext]

    static let fields: Fields<SearchPage> = [
        .text("searchURL") { $0.searchURL },
        .text("dataURL") { $0.dataURL },
        .optionalText("indexURL") { $0.indexURL },
        .list("facets") { $0.facets },
        .list("letters") { $0.letters },
    ]
}
