import CommonMark
import Diagnostics
import Exercises

/// The level-2 headings that are sections of an exercise, as the language file names them.
package enum SectionHeading: String, PhraseKey {
    case getReady = "content.heading.getReady"
    case steps = "content.heading.steps"
    case breathing = "content.heading.breathing"
    case variations = "content.heading.variations"
    case takeCare = "content.heading.takeCare"
}

/// Splits the blocks of an exercise by its level-2 headings.
struct BodySections {
    private(set) var introduction: [Block] = []
    private(set) var sections: [SectionHeading: [Block]] = [:]
    private(set) var headingRanges: [SectionHeading: SourceRange] = [:]

    init(_ blocks: [Block], headings: Phrasebook, log: DecodingLog) {
        let names = Dictionary(SectionHeading.allCases.map { (headings[$0].lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
        let expected = SectionHeading.allCases.map { headings[$0] }
        var current: SectionHeading?
        for block in blocks {
            guard case .heading(let level, let inlines) = block.kind else {
                append(block, to: current)
                continue
            }
            let title = inlines.plainText
            guard level == 2 else {
                if level == 1 {
                    log.report(
                        "title-in-body", "the title of the page comes from the front matter, so the body has no level-1 heading",
                        block.range, fix: Fix("remove `# \(title)`, or make it a level-2 heading"))
                } else {
                    append(block, to: current)
                }
                continue
            }
            guard let heading = names[title.lowercased()] else {
                log.report(
                    "unknown-heading", "`\(title)` is not a section of an exercise", block.range,
                    notes: ["expected one of: \(expected.joined(separator: ", "))"],
                    fix: Suggestion.fix(for: title, among: expected, at: inlines.count == 1 ? inlines[0].range : nil))
                current = nil
                continue
            }
            start(heading, block, after: current, headings: headings, log: log)
            current = heading
        }
    }

    private mutating func append(_ block: Block, to heading: SectionHeading?) {
        if let heading { sections[heading, default: []].append(block) } else { introduction.append(block) }
    }

    private mutating func start(
        _ heading: SectionHeading, _ block: Block, after previous: SectionHeading?, headings: Phrasebook, log: DecodingLog
    ) {
        let order = SectionHeading.allCases
        if headingRanges[heading] != nil {
            log.report(
                "duplicate-heading", "the section `\(headings[heading])` stands twice", block.range, fix: Fix("join the two"))
        } else if let last = order.last(where: { headingRanges[$0] != nil }), let lastIndex = order.firstIndex(of: last),
            let index = order.firstIndex(of: heading), index < lastIndex
        {
            log.report(
                "heading-order", "the section `\(headings[heading])` comes before `\(headings[last])`", block.range,
                notes: ["expected this order: \(order.map { headings[$0] }.joined(separator: ", "))"])
        }
        headingRanges[heading] = block.range
        sections[heading] = sections[heading] ?? []
    }

    /// The items of the ordered list under Steps.
    func steps(headings: Phrasebook, log: DecodingLog) -> [ListItem] {
        let place = headingRanges[.steps]
        guard let blocks = sections[.steps] else {
            log.report(
                "no-steps", "the exercise has no steps", nil,
                fix: Fix("add a heading `## \(headings[SectionHeading.steps])` with an ordered list below it"))
            return []
        }
        var items: [ListItem] = []
        for block in blocks {
            if case .list(let list) = block.kind, list.isOrdered {
                items += list.items
            } else {
                log.report(
                    "not-a-step", "under `\(headings[SectionHeading.steps])` only an ordered list can stand", block.range,
                    fix: Fix("begin each step with `1.`, or move this text to another section"))
            }
        }
        if items.isEmpty {
            log.report("no-steps", "the exercise has no steps", place, fix: Fix("write an ordered list: a line `1.` for each action"))
        }
        for item in items where item.blocks.plainText.isEmpty {
            log.report("empty-step", "this step is empty", item.range, fix: Fix("write what to do, or remove the number"))
        }
        return items
    }
}
