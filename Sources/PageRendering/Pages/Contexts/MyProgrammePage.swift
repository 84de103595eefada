/// The page on which readers put a programme of their own together, on their device. What stands in it is shown until there is one.
struct MyProgrammePage: TemplateContext {
    let exercisesURL: String
    let programmesURL: String
    /// Programmes to follow or to begin with.
    let programmes: [ProgrammeCard]
    let safety: SafetyContext
    /// What a programme has that says nothing else.
    let readySeconds: String
    let transitionSeconds: String

    static let fields: Fields<MyProgrammePage> = [
        .text("exercisesURL") { $0.exercisesURL },
        .text("programmesURL") { $0.programmesURL },
        .list("programmes") { $0.programmes },
        .object("safety") { $0.safety },
        .text("readySeconds") { $0.readySeconds },
        .text("transitionSeconds") { $0.transitionSeconds },
    ]
}
