import Exercises

extension HandoutComposer {
    /// Where the exercises and their figures come from.
    func sources(_ selection: HandoutSelection) -> HandoutDocument.Lines {
        let isSingle = selection.programme == nil && selection.items.count == 1
        let lines = selection.items.flatMap { item -> [String] in
            let labels = join(item.exercise.sources.map { library.source($0.id)?.label ?? $0.id.text })
            let origins = origins(item)
            if isSingle { return (labels.isEmpty ? [] : [labels + "."]) + (origins.isEmpty ? [] : [origins]) }
            let text = [labels.isEmpty ? nil : labels + ".", origins.nonEmpty].compactMap { $0 }.joined(separator: " ")
            return [book.say(HandoutPhrase.sourceOfExercise, ["exercise": item.exercise.title, "sources": text])]
        }
        return HandoutDocument.Lines(heading: book[HandoutPhrase.sourcesHeading], lines: lines)
    }

    /// Whose each figure of a dose is; what a programme or this handout changed is no source's.
    private func origins(_ item: HandoutSelection.Item) -> String {
        enum Origin: Hashable {
            case source(SourceID)
            case programme
            case handout
        }
        var order: [Origin] = []
        var fields: [Origin: [DoseField]] = [:]
        for field in item.dose.statedFields {
            let origin: Origin
            if Self.touches(item.changedByHandout, field) {
                origin = .handout
            } else if Self.touches(item.changedByProgramme, field) {
                origin = .programme
            } else if let source = item.exercise.doseOrigins[field] {
                origin = .source(source)
            } else {
                continue
            }
            if fields[origin] == nil { order.append(origin) }
            fields[origin, default: []].append(field)
        }
        if item.dose.statedFields.isEmpty { return book[HandoutPhrase.sourceNone] }
        return order.map { origin in
            let own = fields[origin] ?? []
            let figures = labels(own, of: item.dose)
            switch origin {
            case .handout: return book.say(HandoutPhrase.sourceChanged, ["figures": figures])
            case .programme: return book.say(HandoutPhrase.sourceChangedByProgramme, ["figures": figures])
            case .source(let id):
                let label = library.source(id)?.label ?? id.text
                return own.count == item.dose.statedFields.count
                    ? book.say(HandoutPhrase.sourceOfAll, ["source": label])
                    : book.say(HandoutPhrase.sourceOfFigures, ["figures": figures, "source": label])
            }
        }.joined(separator: " ")
    }

    private static func touches(_ change: DoseChange, _ field: DoseField) -> Bool {
        if change.figures[field] != nil { return true }
        if case .hold = field { return change.figures[.hold(phase: nil)] != nil }
        return false
    }

    /// The names of figures; all phases of a hold together are the hold.
    private func labels(_ fields: [DoseField], of dose: Dose) -> String {
        func isPhase(_ field: DoseField) -> Bool {
            if case .hold(_?) = field { true } else { false }
        }
        let phases = fields.filter(isPhase)
        let hasAllPhases = !phases.isEmpty && phases.count == dose.hold?.phases.count
        let named = hasAllPhases ? [.hold(phase: nil)] + fields.filter { !isPhase($0) } : fields
        return join(named.map(phrasing.label))
    }

    /// Who wrote and reviewed what is in a handout, and its edition.
    func about(_ selection: HandoutSelection, exercises: [HandoutExercise]) -> HandoutDocument.Lines {
        let reviews = (selection.programme.map { [$0.review] } ?? []) + selection.items.map(\.exercise.review)
        var lines: [String] = []
        func add(_ line: String) {
            if !lines.contains(line) { lines.append(line) }
        }
        if reviews.contains(where: { !$0.isReviewed }) { add(library.site.reviewNotice) }
        for review in reviews {
            if let author = review.author { add(book.say(HandoutPhrase.author, ["name": author])) }
            if let reviewer = review.reviewedBy, let day = review.reviewed {
                add(book.say(HandoutPhrase.reviewed, ["name": reviewer, "date": day.description]))
            }
            if let next = review.next { add(book.say(HandoutPhrase.nextReview, ["date": next.description])) }
        }
        add(book.say(HandoutPhrase.edition, ["edition": Edition.of(exercises, library.safety)]))
        return HandoutDocument.Lines(heading: book[HandoutPhrase.aboutHeading], lines: lines)
    }
}
