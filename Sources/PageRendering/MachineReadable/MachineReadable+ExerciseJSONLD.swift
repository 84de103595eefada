import CommonMark
import Exercises

extension MachineReadable {
    /// The page; and only for what a reader may do alone the dose as `ExercisePlan` and the steps as `HowTo`.
    func write(_ exercise: Exercise, to json: inout JSONWriter) {
        let url = link(.exercise(exercise.slug))
        let dose = taughtDose(exercise)
        let hasSteps = exercise.mayBeHandedOut && !exercise.body.steps.isEmpty
        json.element { json in
            write(
                page: exercise.kind == .knowledge ? "WebPage" : "MedicalWebPage", url, exercise.title, exercise.summary, to: &json)
            if dose != nil { json.object("about") { $0.member("@id", url, "#plan") } }
            // The picture that lists show, which search engines ask for; only by an absolute URL.
            json.member("image", exercise.figures.flatMap { address.url(of: .figure(exercise.slug, $0.cardPicture)) })
            if hasSteps { json.object("mainEntity") { $0.member("@id", url, "#how-to") } }
            write(citations: exercise.sources.map(\.id), to: &json)
            write(reviewOfPage: exercise.review, to: &json)
        }
        if let dose { json.element { write(planOf: exercise, dose, url, to: &$0) } }
        if hasSteps { json.element { write(instructionsOf: exercise, url, to: &$0) } }
        write(breadcrumbs: [(phrases[.exercisesTitle], link(.exercises)), (exercise.title, url)], to: &json)
    }

    /// A figure stands as a number only in a property that means the same; everything else is said in the words of the page's table.
    private func write(planOf exercise: Exercise, _ dose: Dose, _ url: String, to json: inout JSONWriter) {
        let book = phrases.book
        json.member("@type", "ExercisePlan")
        json.member("@id", url, "#plan")
        json.member("name", exercise.title)
        if !exercise.aliases.isEmpty { json.strings("alternateName", exercise.aliases) }
        json.member("description", nonEmpty: doses.sentence(dose))
        json.member("exerciseType", book.name("kind", exercise.kind.rawValue))
        if !exercise.regions.isEmpty {
            json.objects("associatedAnatomy", exercise.regions) { json, region in
                json.member("@type", "AnatomicalStructure")
                json.member("name", book.name("region", region.rawValue))
            }
        }
        if let duration = dose.duration { json.write("activityDuration", duration, doses) }
        if let repetitions = dose.repetitions { json.write("repetitions", repetitions, doses) }
        if let rest = dose.rest { json.write("restPeriods", rest, doses) }
        let rows = doses.rows(dose).filter(\.isStated)
        let frequency = rows.filter { $0.field == .sessionsPerDay || $0.field == .daysPerWeek }
        json.member("activityFrequency", nonEmpty: frequency.map(Self.said).joined(separator: ". "))
        let further = rows.filter { row in
            switch row.field {
            case .duration, .repetitions, .rest, .sessionsPerDay, .daysPerWeek: false
            case .hold, .repetitionsPerDay, .sets, nil: true
            }
        }
        if !further.isEmpty { json.strings("additionalVariable", further.lazy.map(Self.said)) }
    }

    private static func said(_ row: DosePhrasing.Row) -> String { row.label + ": " + row.value }

    private func write(instructionsOf exercise: Exercise, _ url: String, to json: inout JSONWriter) {
        let prose = PlainProse(dose: exercise.dose, doses: doses)
        json.member("@type", "HowTo")
        json.member("@id", url, "#how-to")
        json.member("name", exercise.title)
        json.member("description", exercise.summary)
        // Whoever shows the steps elsewhere has the position to start from and the cautions with them.
        let cautions = [
            prose.text(exercise.body.getReady), prose.text(exercise.body.takeCare), library.safety.stopRules.joined(separator: " "),
        ].filter { !$0.isEmpty }
        json.member("text", nonEmpty: cautions.joined(separator: "\n\n"))
        if !exercise.equipment.isEmpty {
            json.objects("tool", exercise.equipment) { json, item in
                json.member("@type", "HowToTool")
                json.member("name", phrases.book.name("equipment", item.rawValue))
            }
        }
        json.objects("step", exercise.body.steps.enumerated()) { json, entry in
            let (index, step) = entry
            json.member("@type", "HowToStep")
            json.member("position", index + 1)
            json.member("text", prose.text(step.blocks))
        }
    }
}

extension JSONWriter {
    fileprivate mutating func write(_ name: StaticString, _ time: TimeQuantity, _ doses: DosePhrasing) {
        write(name, time, text: doses.phrase(time), unitCode: time.unit == .second ? "SEC" : "MIN")
    }

    fileprivate mutating func write(_ name: StaticString, _ count: CountQuantity, _ doses: DosePhrasing) {
        write(name, count, text: doses.phrase(count), unitCode: nil)
    }

    /// A ceiling has only a greatest value and a floor only a least; what is about or vague has no number that would be true, so it is
    /// text.
    private mutating func write<Unit>(_ name: StaticString, _ quantity: Quantity<Unit>, text: String, unitCode: String?) {
        guard case .stated(let range) = quantity.amount, quantity.hedge != .about else { return member(name, text) }
        object(name) { json in
            json.member("@type", "QuantitativeValue")
            json.member("description", text)
            switch quantity.hedge {
            case .upTo where range.count == 1: json.member("maxValue", range.upperBound)
            case .atLeast where range.count == 1: json.member("minValue", range.lowerBound)
            case .exactly where range.count == 1: json.member("value", range.lowerBound)
            default:
                json.member("minValue", range.lowerBound)
                json.member("maxValue", range.upperBound)
            }
            json.member("unitCode", unitCode)
        }
    }
}
