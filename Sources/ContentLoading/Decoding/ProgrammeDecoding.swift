import CommonMark
import Diagnostics
import Exercises

/// Builds a programme from the raw values of its file.
struct ProgrammeDecoding {
    let slug: Slug

    func programme(from frontMatter: MappingDecoder, body: [Block]) -> Programme? {
        var keys = frontMatter
        let title = keys.requiredText("title", expected: "a short name, such as `Desk break`")
        let summary = keys.requiredText("summary", expected: "one sentence that says what the programme is")
        let audience = keys.requiredText("audience", expected: "a sentence that says whom the programme is for")
        let readySeconds = keys.integer("readySeconds", in: Programme.allowedSeconds) ?? Programme.usualReadySeconds
        let transitionSeconds =
            keys.integer("transitionSeconds", in: Programme.allowedSeconds) ?? Programme.usualTransitionSeconds
        let entries = entries(&keys)
        let review = keys.review()
        keys.log.allowances = keys.allowances()
        let isDraft = keys.flag("draft")
        keys.finish()
        guard let title, let summary, let audience, let entries else { return nil }
        return Programme(
            slug: slug, title: title, summary: summary, audience: audience, readySeconds: readySeconds,
            transitionSeconds: transitionSeconds, entries: entries, review: review, isDraft: isDraft, body: body)
    }

    private func entries(_ keys: inout MappingDecoder) -> [Programme.Entry]? {
        guard let items = keys.require("exercises", keys.list("exercises"), expected: "a list of exercises") else { return nil }
        let entries = items.enumerated().compactMap { keys.programmeEntry($0.element, path: "exercises.\($0.offset)") }
        if items.isEmpty {
            keys.log.report("empty-programme", "the programme has no exercises", keys.log.ranges["exercises"])
            return nil
        }
        return entries.count == items.count ? entries : nil
    }
}

extension MappingDecoder {
    /// One exercise of a list: a slug, or a mapping with a changed dose and a note.
    func programmeEntry(_ value: YAMLValue, path: String) -> Programme.Entry? {
        if case .scalar = value.kind {
            log.ranges["\(path).exercise"] = value.range
            return slug(value, path).map { Programme.Entry(exercise: $0, doseChange: DoseChange(), note: nil) }
        }
        guard var entry = MappingDecoder(value, path: path, log: log) else { return nil }
        let exercise = entry.require("exercise", entry.slug("exercise"), expected: "the slug of an exercise")
        var change = DoseChange()
        if var dose = entry.mapping("dose") {
            change = dose.doseChange()
            dose.finish()
        }
        let note = entry.text("note")
        entry.finish()
        return exercise.map { Programme.Entry(exercise: $0, doseChange: change, note: note) }
    }
}

/// Builds a guidance page from the raw values of its file.
struct GuidanceDecoding {
    let slug: Slug

    func guidance(from frontMatter: MappingDecoder, body: [Block]) -> Guidance? {
        var keys = frontMatter
        let title = keys.requiredText("title", expected: "a short name, such as `When to stop`")
        let summary = keys.requiredText("summary", expected: "one sentence that says what the page is about")
        let order = keys.integer("order", in: 0...10_000) ?? 1_000
        let sources = keys.slugs("sources")
        let review = keys.review()
        keys.log.allowances = keys.allowances()
        let isDraft = keys.flag("draft")
        keys.finish()
        for block in body {
            if case .heading(level: 1, let inlines) = block.kind {
                keys.log.report(
                    "title-in-body", "the title of the page comes from the front matter, so the body has no level-1 heading", block.range,
                    fix: Fix("remove `# \(inlines.plainText)`, or make it a level-2 heading"))
            }
        }
        guard let title, let summary else { return nil }
        return Guidance(
            slug: slug, title: title, summary: summary, order: order, sources: sources, review: review, isDraft: isDraft, body: body)
    }
}
