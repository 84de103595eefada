/// One programme in a list.
struct ProgrammeCard: TemplateContext {
    let url: String
    let title: String
    let summary: String
    let audience: String
    /// Such as "about 5 minutes".
    let time: String
    /// Such as "4 exercises".
    let count: String
    /// Its first exercises, drawn; for decoration, since the page names them.
    let pictures: [PictureContext]

    static let fields: Fields<ProgrammeCard> = [
        .list("pictures") { $0.pictures },
        .text("url") { $0.url },
        .text("title") { $0.title },
        .text("summary") { $0.summary },
        .text("audience") { $0.audience },
        .text("time") { $0.time },
        .text("count") { $0.count },
    ]
}

/// All programmes.
struct ProgrammeIndexPage: TemplateContext {
    let programmes: [ProgrammeCard]

    static let fields: Fields<ProgrammeIndexPage> = [.list("programmes") { $0.programmes }]
}

/// The page of one programme.
struct ProgrammePage: TemplateContext {
    /// One exercise of the programme, with the dose that the programme sets.
    struct Entry: TemplateContext {
        let card: ExerciseCard
        let dose: String
        let note: String?

        static let fields: Fields<Entry> = [
            .object("card") { $0.card },
            .text("dose") { $0.dose },
            .optionalText("note") { $0.note },
        ]
    }

    let slug: String
    let title: String
    let summary: String
    let audience: String
    let time: String
    let count: String
    /// What is needed for all of it; none when nothing is.
    let equipment: String?
    let body: HTML?
    let entries: [Entry]
    /// What a guided session of it is opened with, as JSON; none where it has none.
    let session: HTML?
    let safety: SafetyContext
    let handouts: [HandoutLink]
    let review: ReviewContext

    static let fields: Fields<ProgrammePage> = [
        .text("slug") { $0.slug },
        .text("title") { $0.title },
        .text("summary") { $0.summary },
        .text("audience") { $0.audience },
        .text("time") { $0.time },
        .text("count") { $0.count },
        .optionalText("equipment") { $0.equipment },
        .optionalHTML("body") { $0.body },
        .list("entries") { $0.entries },
        .optionalHTML("session") { $0.session },
        .object("safety") { $0.safety },
        .list("handouts") { $0.handouts },
        .object("review") { $0.review },
    ]
}
