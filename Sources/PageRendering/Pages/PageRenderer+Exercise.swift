import CommonMark
package import Exercises

extension PageRenderer {
    /// The page of one exercise.
    package func exercise(_ exercise: Exercise, jsonLD: HTML = .empty) -> RenderedText {
        let head = Head(
            title: exercise.title, description: exercise.summary, path: .exercise(exercise.slug), section: .exercises,
            trail: [link(phrases[.exercisesTitle], .exercises)], kind: "article", isDraft: exercise.isDraft)
        return page(.exercise, head, context(exercise), jsonLD: jsonLD)
    }

    private func context(_ exercise: Exercise) -> ExercisePage {
        let isTaught = exercise.mayBeHandedOut
        let dose = isTaught ? exercise.dose : nil
        let prose = ProseRenderer(
            headings: .init(haveIdentifiers: true, reservedIdentifiers: Self.reservedIdentifiers),
            resolver: links.resolver(of: exercise, pictures: pictures))
        let body = exercise.body
        return ExercisePage(
            title: exercise.title, aliases: exercise.aliases.isEmpty ? nil : phrases.list(exercise.aliases), summary: exercise.summary,
            kindName: phrases.book.name("kind", exercise.kind.rawValue), icon: icon(exercise.position), cover: cover(exercise),
            motion: motion(exercise), warning: warning(exercise),
            caution: isTaught && exercise.advice == .withCare ? phrases.book.name("advice", exercise.advice.rawValue) : nil,
            dose: dose.map { context($0, origins: exercise.doseOrigins) },
            programmeSlug: isTaught ? exercise.slug.text : nil, facts: facts(exercise),
            introduction: html(prose, body.introduction), getReady: html(prose, body.getReady),
            steps: body.steps.map { step($0, of: exercise, prose) }, session: session(exercise), feel: exercise.feel,
            breathing: html(prose, body.breathing),
            variations: html(prose, body.variations), takeCare: html(prose, body.takeCare), neighbours: neighbours(exercise),
            safety: safety(avoidIf: exercise.avoidIf, stopIf: isTaught ? library.safety.stopRules + exercise.stopIf : []),
            comparison: comparison(exercise.sources), reports: exercise.sources.compactMap(report),
            handouts: isTaught ? handouts(of: exercise.slug) : [], review: review(exercise.review))
    }

    private func session(_ exercise: Exercise) -> HTML? {
        let entry = SessionData.Entry(exercise: exercise, dose: nil, note: nil)
        return SessionData(
            title: exercise.title, entries: [entry], readySeconds: SessionData.usualReadySeconds, transitionSeconds: 0
        ).html(doses)
    }

    /// The identifiers that the template of the page itself uses.
    static let reservedIdentifiers: Set<String> = [
        "main", "glance", "get-ready", "steps", "feel", "breathing", "variations", "take-care", "sources", "handouts", "review",
        "exercises", "contents", "neighbours", "filters", "top",
    ]

    /// A step's pictures stand beside its text, so they are rendered apart from it, wherever in the step they were written.
    private func step(_ item: ListItem, of exercise: Exercise, _ prose: ProseRenderer) -> ExercisePage.Step {
        var figures: [String] = []
        item.blocks.forEachLinkAndImage { inline in
            guard inline.isImage, case .figure(let pose) = inline.reference,
                let image = links.image(of: pose, inline.plainText, exercise, pictures)
            else { return }
            figures.append(image.figure)
        }
        let text = ProseRenderer(headings: prose.headings, resolver: prose.resolver?.withoutFigures)
        return ExercisePage.Step(
            body: text.markup(of: item.blocks), picture: HTML(markup: figures.joined(separator: "\n")))
    }

    private func cover(_ exercise: Exercise) -> PictureContext? {
        guard let figures = exercise.figures else { return nil }
        let description = descriptions.description(of: .pose(figures.cover), in: exercise)
        return links.drawn(figures.cardPicture, description, exercise, pictures, scale: .step)
    }

    private func motion(_ exercise: Exercise) -> MotionContext? {
        guard let figures = exercise.figures else { return nil }
        let description = descriptions.description(of: .motion, in: exercise)
        guard let moving = links.drawn(.motion, description, exercise, pictures, scale: .step),
            let still = links.drawn(figures.cardPicture, description, exercise, pictures, scale: .step)
        else { return nil }
        return MotionContext(picture: moving, still: still)
    }

    private func warning(_ exercise: Exercise) -> ExercisePage.Warning? {
        func warning(_ title: SitePhrase, _ text: SitePhrase) -> ExercisePage.Warning {
            ExercisePage.Warning(title: phrases[title], text: phrases[text], exercisesURL: address.link(to: .exercises))
        }
        switch (exercise.advice, exercise.performedBy, exercise.kind) {
        case (.notRecommended, _, _): return warning(.notRecommendedTitle, .notRecommendedText)
        case (_, .professional, _): return warning(.professionalTitle, .professionalText)
        case (_, .partner, _): return warning(.partnerTitle, .partnerText)
        case (_, _, .knowledge): return warning(.knowledgeTitle, .knowledgeText)
        default: return nil
        }
    }

    private func facts(_ exercise: Exercise) -> [ExercisePage.Fact] {
        let book = phrases.book
        func fact(_ label: SitePhrase, _ value: String) -> ExercisePage.Fact { ExercisePage.Fact(label: phrases[label], value: value) }
        var facts = [fact(.positionFact, book.name("position", exercise.position.rawValue))]
        if !exercise.regions.isEmpty { facts.append(fact(.regionsFact, phrases.names(exercise.regions))) }
        facts.append(fact(.equipmentFact, exercise.equipment.isEmpty ? phrases[.noEquipment] : phrases.names(exercise.equipment)))
        if exercise.mayBeHandedOut {
            if let dose = exercise.dose { facts.append(fact(.timeFact, phrases.minutes(seconds: dose.sessionSeconds))) }
            facts.append(fact(.levelFact, book.name("level", exercise.level.rawValue)))
        } else {
            facts.append(fact(.performerFact, book.name("performer", exercise.performedBy.rawValue)))
        }
        return facts
    }

    private func neighbours(_ exercise: Exercise) -> [ExercisePage.Neighbours] {
        func neighbours(_ title: SitePhrase, _ slugs: [Slug]) -> ExercisePage.Neighbours? {
            let exercises = slugs.compactMap(library.exercise)
            return exercises.isEmpty ? nil : ExercisePage.Neighbours(title: phrases[title], cards: cards(exercises))
        }
        return [
            neighbours(.easierTitle, exercise.easier), neighbours(.harderTitle, exercise.harder),
            neighbours(.relatedTitle, exercise.related),
        ].compactMap { $0 }
    }

    // MARK: Doses and sources

    private func context(_ dose: Dose, origins: [DoseField: SourceID]) -> DoseContext {
        let sources = Set(origins.values)
        let only = sources.count == 1 ? sources.first.flatMap(sourceLink) : nil
        let rows = doses.rows(dose).map { row in
            DoseRowContext(
                label: row.label, value: row.value, isStated: row.isStated,
                origin: only == nil && row.isStated ? row.field.flatMap { Self.origin(of: $0, origins) }.flatMap(sourceLink) : nil)
        }
        return DoseContext(sentence: doses.sentence(dose), rows: rows, origin: only)
    }

    /// A phase of a hold has the source of the whole hold unless it has one of its own.
    private static func origin(of field: DoseField, _ origins: [DoseField: SourceID]) -> SourceID? {
        if let origin = origins[field] { return origin }
        guard case .hold = field else { return nil }
        return origins[.hold(phase: nil)]
    }

    private func sourceLink(_ id: SourceID) -> PageLink? {
        library.source(id).map { link($0.label, .source(id)) }
    }

    private func comparison(_ reports: [SourceReport]) -> ComparisonContext? {
        let known = reports.filter { library.source($0.id) != nil }
        let comparison = SourceComparison(known, doses: doses)
        let sources = known.compactMap { sourceLink($0.id) }
        guard !comparison.rows.isEmpty else { return nil }
        return ComparisonContext(
            sources: sources,
            rows: comparison.rows.map { row in
                ComparisonContext.Row(
                    label: row.label, isDisputed: row.isDisputed,
                    cells: zip(sources, row.values).map { ComparisonContext.Cell(source: $0.title, value: $1) })
            })
    }

    private func report(_ report: SourceReport) -> ReportContext? {
        library.source(report.id).map { source in
            let rows = report.dose.map(doses.rows)?.filter(\.isStated) ?? []
            return ReportContext(
                label: source.label, url: address.link(to: .source(source.id)),
                rows: rows.map { DoseRowContext(label: $0.label, value: $0.value, isStated: true, origin: nil) }, notes: report.notes)
        }
    }
}

extension ProseResolver {
    /// Leaves the pictures of poses out.
    fileprivate var withoutFigures: ProseResolver {
        ProseResolver { occurrence in
            if occurrence.role == .image, case .figure = occurrence.inline.reference {
                return occurrence.standsAlone ? .block("") : .html("")
            }
            return resolve(occurrence)
        }
    }
}
