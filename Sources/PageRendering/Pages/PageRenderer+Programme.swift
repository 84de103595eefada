package import Exercises

extension PageRenderer {
    /// The list of all programmes.
    package func programmeIndex(jsonLD: HTML = .empty) -> RenderedText {
        let head = Head(
            title: phrases[.programmesTitle], description: phrases[.programmesDescription], path: .programmes, section: .programmes)
        return page(.programmeIndex, head, ProgrammeIndexPage(programmes: library.programmes.map(card)), jsonLD: jsonLD)
    }

    /// The page of one programme.
    package func programme(_ programme: Programme, jsonLD: HTML = .empty) -> RenderedText {
        let head = Head(
            title: programme.title, description: programme.summary, path: .programme(programme.slug), section: .programmes,
            trail: [link(phrases[.programmesTitle], .programmes)], kind: "article", isDraft: programme.isDraft)
        let steps = steps(of: programme)
        let equipment = Equipment.allCases.filter { item in steps.contains { $0.exercise.equipment.contains(item) } }
        let content = ProgrammePage(
            slug: programme.slug.text, title: programme.title, summary: programme.summary, audience: programme.audience,
            time: time(of: programme, steps),
            count: phrases.exercises(steps.count), equipment: equipment.isEmpty ? nil : phrases.names(equipment),
            body: html(
                ProseRenderer(
                    headings: .init(haveIdentifiers: true, reservedIdentifiers: Self.reservedIdentifiers), resolver: links.resolver()),
                programme.body),
            entries: steps.map { step in
                ProgrammePage.Entry(card: card(step.exercise), dose: doses.sentence(step.dose), note: step.note)
            },
            session: SessionData(
                title: programme.title, entries: steps.map { .init(exercise: $0.exercise, dose: $0.dose, note: $0.note) },
                readySeconds: programme.readySeconds, transitionSeconds: programme.transitionSeconds
            ).html(doses),
            safety: safety(stopIf: library.safety.stopRules), handouts: handouts(of: programme.slug), review: review(programme.review))
        return page(.programme, head, content, jsonLD: jsonLD)
    }

    func card(_ programme: Programme) -> ProgrammeCard {
        let steps = steps(of: programme)
        return ProgrammeCard(
            url: address.link(to: .programme(programme.slug)), title: programme.title, summary: programme.summary,
            audience: programme.audience, time: time(of: programme, steps), count: phrases.exercises(steps.count),
            pictures: Self.pictured(in: programme, library).compactMap(cardPicture))
    }

    /// The exercises that a programme's card shows.
    package static func pictured(in programme: Programme, _ library: Library) -> [Exercise] {
        programme.entries.compactMap { library.exercise($0.exercise) }.prefix(3).map { $0 }
    }

    /// An exercise of a programme with the dose that is in force there.
    private struct Step {
        let exercise: Exercise
        let dose: Dose
        let note: String?
    }

    private func steps(of programme: Programme) -> [Step] {
        programme.entries.compactMap { entry in
            library.exercise(entry.exercise).map { exercise in
                Step(exercise: exercise, dose: (exercise.dose ?? Dose()).changed(by: entry.doseChange), note: entry.note)
            }
        }
    }

    private func time(of programme: Programme, _ steps: [Step]) -> String {
        phrases.minutes(seconds: programme.totalSeconds(doses: steps.map(\.dose)))
    }
}
