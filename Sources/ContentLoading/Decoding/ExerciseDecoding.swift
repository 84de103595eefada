import CommonMark
import Diagnostics
import Exercises

/// Builds an exercise from the raw values of its file.
struct ExerciseDecoding {
    let slug: Slug
    let titles: SectionTitles
    /// The poses that pictures can begin with.
    let basePoses: PoseLibrary
    /// Whom pictures show.
    let person: Person

    /// The exercise; none when something that it cannot do without is missing or wrong.
    func exercise(from frontMatter: MappingDecoder, body: [Block]) -> Exercise? {
        var keys = frontMatter
        let title = keys.requiredText("title", expected: "a short name, such as `Bridge`")
        let aliases = keys.texts("aliases")
        let summary = keys.requiredText("summary", expected: "one sentence that says what the exercise is")
        let kind = keys.requiredTerm("kind", ExerciseKind.self)
        let position = keys.requiredTerm("position", Position.self)
        let regions = keys.terms("regions", Region.self)
        let equipment = keys.terms("equipment", Equipment.self)
        let level = keys.requiredTerm("level", Level.self)
        let performedBy = keys.requiredTerm("performedBy", Performer.self)
        let advice = keys.requiredTerm("advice", Advice.self)
        let (dose, origins) = dose(&keys, kind: kind)
        let feel = feel(&keys, kind: kind)
        let stopIf = keys.texts("stopIf")
        let avoidIf = keys.texts("avoidIf")
        let easier = keys.slugs("easier")
        let harder = keys.slugs("harder")
        let related = keys.slugs("related")
        let sources = keys.sourceReports()
        let review = keys.review()
        let text = exerciseBody(body, isKnowledge: kind == .knowledge, log: keys.log)
        let pictures = FiguresDecoding(basePoses: basePoses, person: person, shown: { text.shownPoses }).pictures(
            &keys, explains: kind == .knowledge || performedBy.map { $0 != .`self` } == true || advice == .notRecommended)
        keys.log.allowances = keys.allowances()
        let isDraft = keys.flag("draft")
        keys.finish(elsewhere: ("dose", Self.keysOfADose))
        guard let title, let summary, let kind, let position, let level, let performedBy, let advice else { return nil }
        reportContradictions(kind: kind, performedBy: performedBy, advice: advice, log: keys.log)
        return Exercise(
            slug: slug, title: title, aliases: aliases, summary: summary, kind: kind, position: position, regions: regions,
            equipment: equipment, level: level, performedBy: performedBy, advice: advice, dose: dose, doseOrigins: origins, feel: feel,
            stopIf: stopIf, avoidIf: avoidIf, easier: easier, harder: harder, related: related, sources: sources, review: review,
            pictures: pictures.own, figures: pictures.drawn, isDraft: isDraft, body: text)
    }

    private static let keysOfADose = DoseField.plain.map(\.name) + ["sides", "firstSide", "progression"]

    private func dose(_ keys: inout MappingDecoder, kind: ExerciseKind?) -> (Dose?, [DoseField: SourceID]) {
        guard var mapping = keys.mapping("dose") else {
            if let kind, kind != .knowledge {
                _ = keys.require(
                    "dose", Dose?.none, expected: "a mapping with keys such as `hold` and `repetitions`; `dose: {sides: none}` at least")
            }
            return (nil, [:])
        }
        if kind == .knowledge {
            keys.log.report(
                "dose-of-knowledge", "a technique that is explained, not taught, has no dose", keys.log.ranges["dose"],
                fix: Fix("move the figures to `sources`"))
        }
        let dose = mapping.dose()
        let origins = mapping.doseOrigins(of: dose)
        mapping.finish()
        return (dose, origins)
    }

    private func feel(_ keys: inout MappingDecoder, kind: ExerciseKind?) -> String? {
        let feel = keys.text("feel")
        guard let kind, kind != .knowledge else { return feel }
        return keys.require("feel", feel, expected: "a sentence that says where the exercise should be felt")
    }

    private func exerciseBody(_ blocks: [Block], isKnowledge: Bool, log: DecodingLog) -> ExerciseBody {
        if isKnowledge { return ExerciseBody(introduction: blocks) }
        let sections = BodySections(blocks, titles: titles, log: log)
        return ExerciseBody(
            introduction: sections.introduction, getReady: sections.blocks(.getReady), steps: sections.steps(),
            breathing: sections.blocks(.breathing), variations: sections.blocks(.variations), takeCare: sections.blocks(.takeCare))
    }

    /// A technique for others to do, or one advised against, must never look like an exercise.
    private func reportContradictions(kind: ExerciseKind, performedBy: Performer, advice: Advice, log: DecodingLog) {
        guard kind != .knowledge, performedBy != .`self` || advice == .notRecommended else { return }
        let reason = performedBy != .`self` ? "that another person carries out" : "that is not recommended"
        log.report(
            "must-be-knowledge", "a technique \(reason) is explained, not taught", log.ranges["kind"],
            fix: Fix("write `kind: knowledge`, and remove its dose and its steps"))
    }
}
