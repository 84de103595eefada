import Exercises

extension MachineReadable {
    /// `api/v1/exercises.json`: every exercise in short, and the safety rules that hold for all of them.
    var exerciseListText: RenderedText {
        // An exercise takes some 800 bytes; a list of thousands that outgrew its room would be there twice.
        JSONWriter.file(size: JSONBuffer.usualSize + 900 * library.exercises.count) { json in
            write(headOf: "exerciseList", to: &json)
            writeSafety(to: &json)
            json.objects("exercises", library.exercises) { write(summaryOf: $1, to: &$0) }
        }
    }

    /// `api/v1/exercises/SLUG.json`: all of one exercise.
    func text(of exercise: Exercise) -> RenderedText {
        let texts = ExerciseTexts(exercise, doses: doses)
        return JSONWriter.file { json in
            write(headOf: "exercise", to: &json)
            write(identityOf: exercise, to: &json)
            write(dosesOf: exercise, to: &json)
            write(bodyOf: texts, to: &json)
            json.member("feel", exercise.feel)
            json.strings("stopIf", exercise.stopIf)
            json.strings("avoidIf", exercise.avoidIf)
            json.strings("easier", exercise.easier.lazy.map(\.text))
            json.strings("harder", exercise.harder.lazy.map(\.text))
            json.strings("related", exercise.related.lazy.map(\.text))
            write(coverOf: texts, to: &json)
            json.objects("figures", texts.poses) { write(figure: $1, texts, to: &$0) }
            write(sessionOf: texts, to: &json)
            write(handoutsOf: exercise.slug, to: &json)
            write(exercise.sources, to: &json)
            write(exercise.review, to: &json)
        }
    }

    private func write(summaryOf exercise: Exercise, to json: inout JSONWriter) {
        write(identityOf: exercise, to: &json)
        json.member("data", link(APIPath.exercise(exercise.slug).place))
        json.member("dose", exercise.dose.map(doses.sentence))
        json.member("minutes", minutes(exercise))
        json.member("onTheFloor", exercise.isOnTheFloor)
        // The drawing that stands for an exercise in lists.
        guard let picture = exercise.figures?.cardPicture, let size = pictures[exercise.slug, picture] else { return }
        json.object("picture") { json in
            json.member("url", link(.figure(exercise.slug, picture)))
            json.member("width", size.width)
            json.member("height", size.height)
        }
    }

    private func write(identityOf exercise: Exercise, to json: inout JSONWriter) {
        json.member("slug", exercise.slug.text)
        json.member("title", exercise.title)
        json.strings("aliases", exercise.aliases)
        json.member("summary", exercise.summary)
        json.member("kind", exercise.kind.rawValue)
        json.member("position", exercise.position.rawValue)
        json.strings("regions", exercise.regions.lazy.map(\.rawValue))
        json.strings("equipment", exercise.equipment.lazy.map(\.rawValue))
        json.member("level", exercise.level.rawValue)
        json.member("performedBy", exercise.performedBy.rawValue)
        json.member("advice", exercise.advice.rawValue)
        json.member("mayBeHandedOut", exercise.mayBeHandedOut)
        if exercise.isDraft { json.member("draft", true) }
        json.member("url", link(.exercise(exercise.slug)))
    }

    private func write(dosesOf exercise: Exercise, to json: inout JSONWriter) {
        if let dose = exercise.dose { json.object("dose") { write(dose, to: &$0) } }
        write(origins: exercise.doseOrigins, to: &json)
        if exercise.mayBeHandedOut { json.object("doseChange") { write(limitsOf: exercise.dose ?? Dose(), to: &$0) } }
        json.member("minutes", minutes(exercise))
    }

    private func minutes(_ exercise: Exercise) -> Int? {
        taughtDose(exercise).map { Self.minutes(seconds: $0.sessionSeconds) }
    }

    /// To the nearest minute and never less than one, as the pages say it.
    static func minutes(seconds: Int) -> Int {
        max(1, (seconds + 30) / 60)
    }

    private func write(bodyOf texts: ExerciseTexts, to json: inout JSONWriter) {
        let (prose, body) = (texts.prose, texts.exercise.body)
        json.member("introduction", nonEmpty: prose.text(body.introduction))
        json.member("getReady", nonEmpty: texts.getReady)
        json.strings("steps", texts.steps)
        if let patterns = texts.stepPatterns { json.strings("stepPatterns", patterns) }
        json.member("breathing", nonEmpty: prose.text(body.breathing))
        json.member("variations", nonEmpty: prose.text(body.variations))
        json.member("takeCare", nonEmpty: prose.text(body.takeCare))
    }

    /// The drawn picture that stands for the exercise in lists.
    private func write(coverOf texts: ExerciseTexts, to json: inout JSONWriter) {
        let exercise = texts.exercise
        guard let figures = exercise.figures, let size = pictures[exercise.slug, figures.cardPicture] else { return }
        json.object("cover") { json in
            json.member("description", descriptions.description(of: figures.cover, in: exercise, shown: texts.shownPoses))
            json.member("url", link(.figure(exercise.slug, figures.cardPicture)))
            json.member("width", size.width)
            json.member("height", size.height)
        }
    }

    /// A pose with its description. The URL only of a picture there is.
    func write(figure pose: String, _ texts: ExerciseTexts, to json: inout JSONWriter) {
        let exercise = texts.exercise
        let own = exercise.pictures.first { $0.pose == pose }
        let size = own == nil ? pictures[exercise.slug, .pose(pose)] : nil
        let place = own.map { SitePath.media($0.image) } ?? size.map { _ in SitePath.figure(exercise.slug, .pose(pose)) }
        json.member("pose", pose)
        json.member("description", descriptions.description(of: pose, in: exercise, shown: texts.shownPoses))
        json.member("url", place.map(link))
        json.member("width", size?.width)
        json.member("height", size?.height)
        json.member("author", own?.author)
        json.member("licence", own?.licence)
    }

    private func write(_ reports: [SourceReport], to json: inout JSONWriter) {
        json.array("sources") { json in
            for report in reports {
                guard let source = library.source(report.id) else { continue }
                json.element { json in
                    json.member("id", source.id.text)
                    json.member("label", source.label)
                    json.member("title", source.title)
                    json.member("publisher", source.publisher)
                    json.member("year", source.year)
                    json.member("url", source.url)
                    if let dose = report.dose { json.object("dose") { write(dose, to: &$0) } }
                    json.strings("notes", report.notes)
                }
            }
        }
    }
}
