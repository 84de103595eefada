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

    /// Its place in the order of sections.
    var place: Int {
        switch self {
        case .getReady: 0
        case .steps: 1
        case .breathing: 2
        case .variations: 3
        case .takeCare: 4
        }
    }
}

/// The titles of an exercise's sections in a library's language.
struct SectionTitles: Sendable {
    /// In the order of the sections.
    let all: [String]
    private let headings: [String: SectionHeading]

    init(_ phrases: Phrasebook) {
        all = SectionHeading.allCases.map { phrases[$0] }
        headings = Dictionary(zip(all.map { $0.lowercased() }, SectionHeading.allCases), uniquingKeysWith: { first, _ in first })
    }

    /// The section with a title, in upper or lower case.
    func heading(_ title: String) -> SectionHeading? { headings[title.lowercased()] }

    subscript(heading: SectionHeading) -> String { all[heading.place] }
}

/// Splits the blocks of an exercise by its level-2 headings.
struct BodySections {
    private(set) var introduction: [Block] = []
    /// The blocks and the heading of each section that is there, at its place in their order.
    private var sections: [(blocks: [Block], heading: SourceRange)?] = Array(repeating: nil, count: SectionHeading.allCases.count)
    private let titles: SectionTitles
    private let log: DecodingLog

    init(_ blocks: [Block], titles: SectionTitles, log: DecodingLog) {
        self.titles = titles
        self.log = log
        var current: SectionHeading?
        var rest = blocks[...]
        while let block = rest.first {
            guard let level = block.headingLevel, let title = block.headingTitle else {
                let run = rest.prefix { $0.headingLevel == nil }
                append(run, to: current)
                rest = rest.dropFirst(run.count)
                continue
            }
            rest = rest.dropFirst()
            switch level {
            case 1:
                log.report(
                    "title-in-body", "the title of the page comes from the front matter, so the body has no level-1 heading",
                    block.range, fix: Fix("remove `# \(title)`, or make it a level-2 heading"))
            case 2:
                current = titles.heading(title)
                if let current { start(current, block) } else { reportUnknown(title, block) }
            default: append([block], to: current)
            }
        }
    }

    /// The blocks of a section; none where it is not there.
    func blocks(_ heading: SectionHeading) -> [Block] { sections[heading.place]?.blocks ?? [] }

    private mutating func append(_ blocks: ArraySlice<Block>, to heading: SectionHeading?) {
        if let heading { sections[heading.place]?.blocks += blocks } else { introduction += blocks }
    }

    private func reportUnknown(_ title: String, _ block: Block) {
        var inlines: [Inline] = []
        if case .heading(_, let children) = block.kind { inlines = children }
        log.report(
            "unknown-heading", "`\(title)` is not a section of an exercise", block.range,
            notes: ["expected one of: \(titles.all.joined(separator: ", "))"],
            fix: Suggestion.fix(for: title, among: titles.all, at: inlines.count == 1 ? inlines[0].range : nil))
    }

    private mutating func start(_ heading: SectionHeading, _ block: Block) {
        let place = heading.place
        if let blocks = sections[place]?.blocks {
            log.report("duplicate-heading", "the section `\(titles[heading])` stands twice", block.range, fix: Fix("join the two"))
            sections[place] = (blocks, block.range)
            return
        }
        if let last = sections.lastIndex(where: { $0 != nil }), place < last {
            log.report(
                "heading-order", "the section `\(titles[heading])` comes before `\(titles.all[last])`", block.range,
                notes: ["expected this order: \(titles.all.joined(separator: ", "))"])
        }
        sections[place] = ([], block.range)
    }

    /// The items of the ordered list under Steps.
    func steps() -> [ListItem] {
        guard let section = sections[SectionHeading.steps.place] else {
            log.report(
                "no-steps", "the exercise has no steps", nil,
                fix: Fix("add a heading `## \(titles[.steps])` with an ordered list below it"))
            return []
        }
        var items: [ListItem] = []
        for block in section.blocks {
            if case .list(let list) = block.kind, list.isOrdered {
                items += list.items
            } else {
                log.report(
                    "not-a-step", "under `\(titles[.steps])` only an ordered list can stand", block.range,
                    fix: Fix("begin each step with `1.`, or move this text to another section"))
            }
        }
        if items.isEmpty {
            log.report(
                "no-steps", "the exercise has no steps", section.heading, fix: Fix("write an ordered list: a line `1.` for each action"))
        }
        for item in items where !item.hasText && item.blocks.plainText.isEmpty {
            log.report("empty-step", "this step is empty", item.range, fix: Fix("write what to do, or remove the number"))
        }
        return items
    }
}
