/// The page of one exercise, or of a technique that is explained but not taught.
struct ExercisePage: TemplateContext {
    /// Why this page does not teach.
    struct Warning: TemplateContext {
        let title: String
        let text: String
        let exercisesURL: String

        static let fields: Fields<Warning> = [
            .text("title") { $0.title },
            .text("text") { $0.text },
            .text("exercisesURL") { $0.exercisesURL },
        ]
    }

    /// One step.
    struct Step: TemplateContext {
        let body: HTML
        /// Beside the text; may be several.
        let picture: HTML?

        static let fields: Fields<Step> = [
            .html("body") { $0.body },
            .optionalHTML("picture") { $0.picture },
        ]
    }

    /// A fact of the box beside the text.
    struct Fact: TemplateContext {
        let label: String
        let value: String

        static let fields: Fields<Fact> = [
            .text("label") { $0.label },
            .text("value") { $0.value },
        ]
    }

    /// Other exercises under a heading, such as the easier ones.
    struct Neighbours: TemplateContext {
        let title: String
        let cards: [HTML]

        static let fields: Fields<Neighbours> = [
            .text("title") { $0.title },
            .pieces("cards") { $0.cards },
        ]
    }

    let title: String
    let aliases: String?
    let summary: String
    let kindName: String
    let icon: HTML?
    /// The most telling pose.
    let cover: PictureContext?
    let motion: MotionContext?
    /// Set on a page that only explains and warns.
    let warning: Warning?
    /// Set on an exercise that needs extra care.
    let caution: String?
    let dose: DoseContext?
    /// For adding it to a programme; none for what may not stand in one.
    let programmeSlug: String?
    let facts: [Fact]
    let introduction: HTML?
    let getReady: HTML?
    let steps: [Step]
    /// What a guided session of it is opened with, as JSON; none where it has none.
    let session: HTML?
    let feel: String?
    let breathing: HTML?
    let variations: HTML?
    let takeCare: HTML?
    let neighbours: [Neighbours]
    let safety: SafetyContext
    /// None for a single source, whose report says it all.
    let comparison: ComparisonContext?
    let reports: [ReportContext]
    let handouts: [HandoutLink]
    let review: ReviewContext

    static let fields: Fields<ExercisePage> = [
        .text("title") { $0.title },
        .optionalText("aliases") { $0.aliases },
        .text("summary") { $0.summary },
        .text("kindName") { $0.kindName },
        .optionalHTML("icon") { $0.icon },
        .optional("cover") { $0.cover },
        .optional("motion") { $0.motion },
        .optional("warning") { $0.warning },
        .optionalText("caution") { $0.caution },
        .optional("dose") { $0.dose },
        .optionalText("programmeSlug") { $0.programmeSlug },
        .list("facts") { $0.facts },
        .optionalHTML("introduction") { $0.introduction },
        .optionalHTML("getReady") { $0.getReady },
        .list("steps") { $0.steps },
        .optionalHTML("session") { $0.session },
        .optionalText("feel") { $0.feel },
        .optionalHTML("breathing") { $0.breathing },
        .optionalHTML("variations") { $0.variations },
        .optionalHTML("takeCare") { $0.takeCare },
        .list("neighbours") { $0.neighbours },
        .object("safety") { $0.safety },
        .optional("comparison") { $0.comparison },
        .list("reports") { $0.reports },
        .list("handouts") { $0.handouts },
        .object("review") { $0.review },
    ]
}
