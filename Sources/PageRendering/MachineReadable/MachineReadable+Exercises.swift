import CommonMark
import Exercises

extension MachineReadable {
    /// `api/v1/exercises.json`: every exercise in short, and the safety rules that hold for all of them.
    var exerciseListText: RenderedText {
        var writer = JSONWriter(isIndented: true, isForScript: false)
        writer.write(head(type: "exerciseList") + .object(["safety": safetyJSON]), listing: "exercises", library.exercises) {
            json(summaryOf: $0)
        }
        return writer.fileText
    }

    /// `api/v1/exercises/SLUG.json`: all of one exercise.
    func json(_ exercise: Exercise) -> JSONValue {
        let prose = PlainProse(dose: exercise.dose, doses: doses)
        let body = exercise.body
        return head(type: "exercise") + identity(exercise)
            + .object([
                "dose": exercise.dose.map(json),
                "doseOrigins": json(origins: exercise.doseOrigins),
                "doseChange": exercise.mayBeHandedOut ? limits(of: exercise.dose ?? Dose()) : nil,
                "minutes": minutes(exercise),
                "introduction": .nonEmpty(prose.text(body.introduction)),
                "getReady": .nonEmpty(prose.text(body.getReady)),
                "steps": .strings(body.steps.map { prose.text($0.blocks) }),
                "stepPatterns": stepPatterns(exercise),
                "breathing": .nonEmpty(prose.text(body.breathing)),
                "variations": .nonEmpty(prose.text(body.variations)),
                "takeCare": .nonEmpty(prose.text(body.takeCare)),
                "feel": exercise.feel.map(JSONValue.string),
                "stopIf": .strings(exercise.stopIf),
                "avoidIf": .strings(exercise.avoidIf),
                "easier": slugs(exercise.easier),
                "harder": slugs(exercise.harder),
                "related": slugs(exercise.related),
                "cover": cover(exercise),
                "figures": .array(figures(of: exercise)),
                "session": session(exercise),
                "handouts": json(handoutsOf: exercise.slug),
                "sources": .array(exercise.sources.compactMap(json)),
                "review": json(exercise.review),
            ])
    }

    private func json(summaryOf exercise: Exercise) -> JSONValue {
        identity(exercise)
            + .object([
                "data": .string(link(APIPath.exercise(exercise.slug).place)),
                "dose": exercise.dose.map { .string(doses.sentence($0)) },
                "minutes": minutes(exercise),
                "onTheFloor": .boolean(exercise.isOnTheFloor),
                "picture": cardPicture(of: exercise),
            ])
    }

    /// The drawing that stands for an exercise in lists.
    private func cardPicture(of exercise: Exercise) -> JSONValue? {
        guard let picture = exercise.figures?.cardPicture, let size = pictures[exercise.slug, picture] else { return nil }
        return .object([
            "url": .string(link(.figure(exercise.slug, picture))), "width": .integer(size.width), "height": .integer(size.height),
        ])
    }

    private func identity(_ exercise: Exercise) -> JSONValue {
        .object([
            "slug": .string(exercise.slug.text),
            "title": .string(exercise.title),
            "aliases": .strings(exercise.aliases),
            "summary": .string(exercise.summary),
            "kind": .string(exercise.kind.rawValue),
            "position": .string(exercise.position.rawValue),
            "regions": .strings(exercise.regions.map(\.rawValue)),
            "equipment": .strings(exercise.equipment.map(\.rawValue)),
            "level": .string(exercise.level.rawValue),
            "performedBy": .string(exercise.performedBy.rawValue),
            "advice": .string(exercise.advice.rawValue),
            "mayBeHandedOut": .boolean(exercise.mayBeHandedOut),
            "draft": exercise.isDraft ? .boolean(true) : nil,
            "url": .string(link(.exercise(exercise.slug))),
        ])
    }

    private func minutes(_ exercise: Exercise) -> JSONValue? {
        taughtDose(exercise).map { .integer(Self.minutes(seconds: $0.sessionSeconds)) }
    }

    /// To the nearest minute and never less than one, as the pages say it.
    static func minutes(seconds: Int) -> Int {
        max(1, (seconds + 30) / 60)
    }

    private func slugs(_ slugs: [Slug]) -> JSONValue {
        .strings(slugs.map(\.text))
    }

    /// The poses that pictures show, with their descriptions: first those of the text, in its order, then those that only lists show. The
    /// URL only of a picture there is.
    private func figures(of exercise: Exercise) -> [JSONValue] {
        let shown = exercise.body.poseDescriptions.map { pose, _ in pose }
        let others = exercise.figures?.poses.map(\.name).filter { !shown.contains($0) } ?? []
        return (shown + others).map { figure($0, of: exercise) }
    }

    func figure(_ pose: String, of exercise: Exercise) -> JSONValue {
        let own = exercise.pictures.first { $0.pose == pose }
        let size = own == nil ? pictures[exercise.slug, .pose(pose)] : nil
        let place = own.map { SitePath.media($0.image) } ?? size.map { _ in SitePath.figure(exercise.slug, .pose(pose)) }
        return .object([
            "pose": .string(pose), "description": .string(descriptions.description(of: .pose(pose), in: exercise)),
            "url": place.map { .string(link($0)) },
            "width": size.map { .integer($0.width) }, "height": size.map { .integer($0.height) },
            "author": own.map { .string($0.author) }, "licence": own.map { .string($0.licence) },
        ])
    }

    /// The steps for a changed dose; none where no step says a figure.
    private func stepPatterns(_ exercise: Exercise) -> JSONValue? {
        let prose = PlainProse(dose: exercise.dose, doses: doses)
        let naming = PlainProse(dose: exercise.dose, doses: doses, namesFigures: true)
        let patterns = exercise.body.steps.map { naming.text($0.blocks) }
        return patterns == exercise.body.steps.map { prose.text($0.blocks) } ? nil : .strings(patterns)
    }

    /// The drawn picture that stands for the exercise in lists.
    private func cover(_ exercise: Exercise) -> JSONValue? {
        guard let figures = exercise.figures, let size = pictures[exercise.slug, figures.cardPicture] else { return nil }
        return .object([
            "description": .string(descriptions.description(of: .pose(figures.cover), in: exercise)),
            "url": .string(link(.figure(exercise.slug, figures.cardPicture))), "width": .integer(size.width),
            "height": .integer(size.height),
        ])
    }

    private func json(_ report: SourceReport) -> JSONValue? {
        library.source(report.id).map { source in
            .object([
                "id": .string(source.id.text), "label": .string(source.label), "title": source.title.map(JSONValue.string),
                "publisher": source.publisher.map(JSONValue.string), "year": source.year.map(JSONValue.integer),
                "url": source.url.map(JSONValue.string), "dose": report.dose.map(json), "notes": .strings(report.notes),
            ])
        }
    }
}
