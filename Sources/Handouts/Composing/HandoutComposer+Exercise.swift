import CommonMark
import Exercises

extension HandoutComposer {
    /// One exercise with the dose in force; reasons against all exercises of the handout are said before.
    ///
    /// So that more of several exercises fit on one page, one that suits most people goes without its introduction there (a cautious word
    /// stays), and a dose without the figures that no source gives.
    func exercise(_ item: HandoutSelection.Item, isSingle: Bool, sharedReasons: [String], sharedCare: [[HandoutBlock]]) -> HandoutExercise {
        let exercise = item.exercise
        let prose = prose(dose: item.dose, exercise: exercise)
        let body = exercise.body
        return HandoutExercise(
            title: exercise.title, summary: exercise.summary,
            advice: exercise.advice == .withCare ? book.name("advice", exercise.advice.rawValue) : nil, note: item.note,
            introduction: isSingle || exercise.advice != .suitable ? prose.blocks(body.introduction) : [], facts: facts(exercise),
            dose: dose(item.dose, withUnstated: isSingle),
            getReady: section(.getReady, prose.blocks(body.getReady)),
            steps: HandoutExercise.Steps(heading: book[HandoutPhrase.steps], items: body.steps.map(prose.step)),
            keyPictures: keyPictures(exercise, prose),
            breathing: section(.breathing, prose.blocks(body.breathing)),
            variations: section(.variations, body.variations.isEmpty ? neighbours(exercise) : prose.blocks(body.variations)),
            caution: caution(exercise, prose, sharedReasons: sharedReasons, sharedCare: sharedCare))
    }

    /// The poses of the movement, each once, else all that the text shows: of more than three the first, the middle one and the last.
    private func keyPictures(_ exercise: Exercise, _ prose: ProseComposer) -> [HandoutPicture] {
        let described = exercise.body.poseDescriptions
        var poses: [String] = []
        for pose in exercise.figures?.motion ?? [] where !poses.contains(pose) { poses.append(pose) }
        let moving = described.filter { poses.contains($0.pose) }
        let pictures = (moving.isEmpty ? described : moving).compactMap { prose.picture(of: $0.pose, description: $0.description) }
        return pictures.count > 3 ? [pictures[0], pictures[pictures.count / 2], pictures[pictures.count - 1]] : pictures
    }

    func section(_ heading: HandoutPhrase, _ blocks: [HandoutBlock]) -> HandoutExercise.Section? {
        blocks.isEmpty ? nil : HandoutExercise.Section(heading: book[heading], blocks: blocks)
    }

    private func facts(_ exercise: Exercise) -> [HandoutDocument.Field] {
        let equipment = exercise.equipment.map { book.name("equipment", $0.rawValue) }
        return [
            exercise.feel.map { field(.feel, $0) },
            field(.need, equipment.isEmpty ? book[HandoutPhrase.needNothing] : join(equipment)),
        ].compactMap { $0 }
    }

    private func dose(_ dose: Dose, withUnstated: Bool) -> HandoutExercise.DoseTable {
        var progressionless = dose
        progressionless.progression = nil
        let rows = phrasing.rows(progressionless)
        let stated = rows.filter(\.isStated)
        return HandoutExercise.DoseTable(
            heading: book[HandoutPhrase.doseHeading], sentence: phrasing.sentence(dose),
            columns: [book[HandoutPhrase.doseFigure], book[HandoutPhrase.doseAmount]],
            rows: (withUnstated || stated.isEmpty ? rows : stated).map {
                HandoutExercise.DoseTable.Row(label: $0.label, value: $0.value, isStated: $0.isStated)
            },
            progression: dose.progression.map { HandoutDocument.Field(label: book[DosePhrase.progressionLabel], value: $0) })
    }

    /// The easier and the harder exercises by title, where the author wrote no section of variations.
    private func neighbours(_ exercise: Exercise) -> [HandoutBlock] {
        func line(_ phrase: HandoutPhrase, _ slugs: [Slug]) -> [HandoutBlock]? {
            let titles = slugs.compactMap { library.exercise($0)?.title }
            return titles.isEmpty ? nil : [.paragraph([.text(book.say(phrase, ["exercises": join(titles)]))])]
        }
        let items = [line(.easier, exercise.easier), line(.harder, exercise.harder)].compactMap { $0 }
        return items.isEmpty ? [] : [.list(start: nil, items: items)]
    }

    /// The points under Take care that all of several exercises have; none for a single exercise.
    func sharedCare(_ selection: HandoutSelection) -> [[HandoutBlock]] {
        let points = selection.items.map { item -> [[HandoutBlock]] in
            let blocks = prose(dose: item.dose, exercise: item.exercise).blocks(item.exercise.body.takeCare)
            return blocks.flatMap { block -> [[HandoutBlock]] in
                if case .list(start: nil, let items) = block { items } else { [] }
            }
        }
        guard points.count > 1, let first = points.first else { return [] }
        return first.filter { point in points.allSatisfy { $0.contains(point) } }
    }

    private func caution(
        _ exercise: Exercise, _ prose: ProseComposer, sharedReasons: [String], sharedCare: [[HandoutBlock]]
    ) -> HandoutExercise.Caution? {
        let blocks = prose.blocks(exercise.body.takeCare).compactMap { block -> HandoutBlock? in
            guard case .list(start: nil, let items) = block else { return block }
            let own = items.filter { !sharedCare.contains($0) }
            return own.isEmpty ? nil : .list(start: nil, items: own)
        }
        let reasons = exercise.avoidIf.filter { !sharedReasons.contains($0) }
        guard !blocks.isEmpty || !reasons.isEmpty || !exercise.stopIf.isEmpty else { return nil }
        return HandoutExercise.Caution(
            heading: book[HandoutPhrase.takeCare], avoid: lines(sharedReasons.isEmpty ? .avoid : .avoidToo, reasons),
            stop: lines(.stopToo, exercise.stopIf),
            blocks: blocks)
    }

    func lines(_ heading: HandoutPhrase, _ lines: [String]) -> HandoutDocument.Lines? {
        lines.isEmpty ? nil : HandoutDocument.Lines(heading: book[heading], lines: lines)
    }
}

extension HandoutSelection {
    /// The reasons not to do any of several exercises, in the order of the first; none for a single exercise, which says its own.
    var sharedReasons: [String] {
        guard items.count > 1, let first = items.first else { return [] }
        return first.exercise.avoidIf.filter { reason in items.allSatisfy { $0.exercise.avoidIf.contains(reason) } }
    }
}
