import CommonMark
import Exercises

extension MachineReadable {
    /// The page; and only for what a reader may do alone the dose as `ExercisePlan` and the steps as `HowTo`.
    func graph(_ exercise: Exercise) -> [JSONValue] {
        let path = SitePath.exercise(exercise.slug)
        let plan = taughtDose(exercise).map { exercisePlan($0, exercise, path) }
        let howTo = exercise.mayBeHandedOut && !exercise.body.steps.isEmpty ? instructions(exercise, path) : nil
        let page =
            page(exercise.kind == .knowledge ? "WebPage" : "MedicalWebPage", path, exercise.title, exercise.summary)
            + .object([
                "about": plan == nil ? nil : .object(["@id": id(path, "plan")]),
                "image": image(exercise).map(JSONValue.string),
                "mainEntity": howTo == nil ? nil : .object(["@id": id(path, "how-to")]),
                "citation": citations(exercise.sources.map(\.id)),
            ]) + review(exercise.review)
        return [page] + [plan, howTo].compactMap { $0 }
            + [breadcrumbs([(phrases[.exercisesTitle], .exercises), (exercise.title, path)])]
    }

    /// The absolute URL of the picture that lists show, which search engines ask for.
    private func image(_ exercise: Exercise) -> String? {
        exercise.figures.flatMap { address.url(of: .figure(exercise.slug, $0.cardPicture)) }
    }

    /// A figure stands as a number only in a property that means the same; everything else is said in the words of the page's table.
    private func exercisePlan(_ dose: Dose, _ exercise: Exercise, _ path: SitePath) -> JSONValue {
        let book = phrases.book
        let rows = doses.rows(dose).filter(\.isStated).map { row in (field: row.field, text: "\(row.label): \(row.value)") }
        let frequency = rows.filter { $0.field == .sessionsPerDay || $0.field == .daysPerWeek }.map(\.text)
        let further = rows.filter { row in
            switch row.field {
            case .duration, .repetitions, .rest, .sessionsPerDay, .daysPerWeek: false
            case .hold, .repetitionsPerDay, .sets, nil: true
            }
        }
        let anatomy = exercise.regions.map { region in
            JSONValue.object(["@type": "AnatomicalStructure", "name": .string(book.name("region", region.rawValue))])
        }
        return .object([
            "@type": "ExercisePlan", "@id": id(path, "plan"), "name": .string(exercise.title),
            "alternateName": .nonEmpty(exercise.aliases.map(JSONValue.string)),
            "description": .nonEmpty(doses.sentence(dose)),
            "exerciseType": .string(book.name("kind", exercise.kind.rawValue)),
            "associatedAnatomy": .nonEmpty(anatomy),
            "activityDuration": dose.duration.map(value),
            "repetitions": dose.repetitions.map(value),
            "restPeriods": dose.rest.map(value),
            "activityFrequency": .nonEmpty(frequency.joined(separator: ". ")),
            "additionalVariable": .nonEmpty(further.map { .string($0.text) }),
        ])
    }

    private func value(_ time: TimeQuantity) -> JSONValue {
        value(time, text: doses.phrase(time), unitCode: time.unit == .second ? "SEC" : "MIN")
    }

    private func value(_ count: CountQuantity) -> JSONValue {
        value(count, text: doses.phrase(count), unitCode: nil)
    }

    /// A ceiling has only a greatest value and a floor only a least; what is about or vague has no number that would be true, so it is
    /// text.
    private func value<Unit>(_ quantity: Quantity<Unit>, text: String, unitCode: String?) -> JSONValue {
        guard case .stated(let range) = quantity.amount, quantity.hedge != .about else { return .string(text) }
        let isRange = range.lowerBound < range.upperBound
        let figures: JSONValue =
            switch quantity.hedge {
            case .upTo where !isRange: .object(["maxValue": .integer(range.upperBound)])
            case .atLeast where !isRange: .object(["minValue": .integer(range.lowerBound)])
            case .exactly where !isRange: .object(["value": .integer(range.lowerBound)])
            default: .object(["minValue": .integer(range.lowerBound), "maxValue": .integer(range.upperBound)])
            }
        return .object(["@type": "QuantitativeValue", "description": .string(text)]) + figures
            + .object(["unitCode": unitCode.map(JSONValue.string)])
    }

    private func instructions(_ exercise: Exercise, _ path: SitePath) -> JSONValue {
        let prose = PlainProse(dose: exercise.dose, doses: doses)
        let steps = exercise.body.steps.enumerated().map { index, step in
            JSONValue.object([
                "@type": "HowToStep", "position": .integer(index + 1), "text": .string(prose.text(step.blocks)),
            ])
        }
        let tools = exercise.equipment.map { item in
            JSONValue.object(["@type": "HowToTool", "name": .string(phrases.book.name("equipment", item.rawValue))])
        }
        // Whoever shows the steps elsewhere has the position to start from and the cautions with them.
        let cautions = [
            prose.text(exercise.body.getReady), prose.text(exercise.body.takeCare), library.safety.stopRules.joined(separator: " "),
        ].filter { !$0.isEmpty }
        return .object([
            "@type": "HowTo", "@id": id(path, "how-to"), "name": .string(exercise.title), "description": .string(exercise.summary),
            "text": .nonEmpty(cautions.joined(separator: "\n\n")), "tool": .nonEmpty(tools), "step": .array(steps),
        ])
    }
}
