import Exercises
import Handouts
import PDFReading

/// Rules about print, after the UK Association for Accessible Formats, read back from each edition.
enum PrintRules {
    static func items(_ handout: HandoutEvidence) -> [QualityItem] {
        rules.map { $0.item(handout) }
    }

    private static let rules = [
        EditionRule(
            id: "print-text-size", group: .print, rule: "No text is smaller than 12 pt, and in large print than 18 pt.",
            task: "Measure the smallest text on paper.", look: textSize),
        EditionRule(
            id: "print-page-size", group: .print, rule: "Each sheet has the size of its paper, so that nothing is scaled in printing.",
            task: nil, look: pageSize),
        EditionRule(
            id: "print-margins", group: .print, rule: "No text stands nearer to an edge than 5 mm, where printers cannot print.",
            task: nil, look: margins),
        EditionRule(
            id: "print-ragged", group: .print, rule: "Text is not justified: its right edge is ragged.",
            task: "Look at the right edge of the paragraphs.", look: ragged),
        EditionRule(id: "print-italics", group: .print, rule: "Nothing is set in italics.", task: nil, look: italics),
        EditionRule(
            id: "print-underline", group: .print, rule: "Nothing is underlined.",
            task: "Look for lines beneath words; a drawn line is not seen by this check.", look: underline),
        EditionRule(
            id: "print-capitals", group: .print, rule: "No words in a row are set in capitals.",
            task: "Look at the words in capitals. Are they a name or a short form?", look: capitals),
        EditionRule(
            id: "print-together", group: .print, rule: "An exercise that fits on one page stands on one page.",
            task: "Look at the exercises that go on over a page. Would they fit on one?", look: together),
    ]

    private static func textSize(_ facts: PDFFacts, _ edition: HandoutEvidence.Edition, _: HandoutEvidence) -> QualityFinding {
        let least = edition.format.edition == .large ? 18.0 : 12.0
        guard let smallest = facts.sizes.first else { return .needsPerson("No text was found in the file.") }
        // Sizes are read back with two digits.
        guard smallest.points >= least - 0.01 else {
            let small = facts.sizes.filter { $0.points < least - 0.01 }.reduce(0) { $0 + $1.letters }
            return .fails(
                "\(Count.of(small, "letter")) under \(Count.points(least)); the smallest text has \(Count.points(smallest.points)): "
                    + "“\(smallest.sample)” on page \(smallest.page).")
        }
        return .passes("The smallest text has \(Count.points(smallest.points)).")
    }

    private static func pageSize(_ facts: PDFFacts, _ edition: HandoutEvidence.Edition, _: HandoutEvidence) -> QualityFinding {
        let (width, height) = edition.format.paper == .a4 ? (595.28, 841.89) : (612.0, 792.0)
        let others = facts.pages.count { abs($0.width - width) > 1 || abs($0.height - height) > 1 }
        guard !facts.pages.isEmpty else { return .needsPerson("No page was found in the file.") }
        let paper = edition.format.paper == .a4 ? "A4" : "Letter"
        return others == 0
            ? .passes("\(Count.of(facts.pages.count, "page")) of \(paper).")
            : .fails("\(others) of \(Count.of(facts.pages.count, "page")) \(others == 1 ? "is" : "are") not \(paper).")
    }

    private static func margins(_ facts: PDFFacts, _: HandoutEvidence.Edition, _: HandoutEvidence) -> QualityFinding {
        guard !facts.sizes.isEmpty else { return .needsPerson("No text was found in the file.") }
        let text = "The least room between text and an edge is \(Count.millimetres(facts.margin))."
        return facts.margin >= 5 / 25.4 * 72 ? .passes(text) : .fails(text)
    }

    private static func ragged(_ facts: PDFFacts, _: HandoutEvidence.Edition, _: HandoutEvidence) -> QualityFinding {
        let (all, flush) = (facts.longParagraphs, facts.flushParagraphs)
        guard all > 0 else { return .needsPerson("No paragraph has the four lines that it takes to tell.") }
        let text = "\(flush) of \(Count.of(all, "paragraph")) of four lines or more end\(flush == 1 ? "s" : "") flush."
        if flush == 0 { return .passes(text) }
        return flush * 2 > all ? .fails(text) : .needsPerson(text)
    }

    private static func italics(_ facts: PDFFacts, _: HandoutEvidence.Edition, _: HandoutEvidence) -> QualityFinding {
        guard !facts.sizes.isEmpty else { return .needsPerson("No text was found in the file.") }
        return facts.slanted == 0
            ? .passes("No letter is in italics.")
            : .fails("\(Count.of(facts.slanted, "letter")) \(facts.slanted == 1 ? "is" : "are") in italics.")
    }

    private static func underline(_ facts: PDFFacts, _: HandoutEvidence.Edition, _: HandoutEvidence) -> QualityFinding {
        facts.underlined == 0
            ? .needsPerson("No text is tagged as underlined.") : .fails("\(Count.of(facts.underlined, "text")) tagged as underlined.")
    }

    private static func capitals(_ facts: PDFFacts, _: HandoutEvidence.Edition, _: HandoutEvidence) -> QualityFinding {
        guard facts.isTagged, !facts.sizes.isEmpty else { return .needsPerson("The words of the file could not be told apart.") }
        switch facts.capitalWords {
        case ...1: return .passes("No two words in a row are in capitals.")
        case 2: return .needsPerson("“\(facts.capitals)” is in capitals.")
        default: return .fails("“\(facts.capitals)” is in capitals.")
        }
    }

    private static func together(_ facts: PDFFacts, _: HandoutEvidence.Edition, _ handout: HandoutEvidence) -> QualityFinding {
        let exercises = handout.document.exercises
        let level = exercises.count == 1 && handout.document.overview == nil ? 1 : 2
        var split: [String] = []
        for exercise in exercises {
            guard let start = facts.headings.firstIndex(where: { $0.level == level && $0.text == exercise.title }) else {
                return .needsPerson("The heading “\(exercise.title)” was not found in the file.")
            }
            // A single exercise has no heading of its own beside the handout's title; the stop rules come after it.
            let rest = facts.headings[(start + 1)...].prefix { $0.level > level && $0.text != handout.document.safety.stop.heading }
            let pages = Set(([facts.headings[start]] + rest).flatMap(\.pages))
            if pages.count > 1, let first = pages.min(), let last = pages.max() {
                split.append("\(exercise.title) (pages \(first) to \(last))")
            }
        }
        return split.isEmpty
            ? .passes("\(exercises.count == 1 ? "The exercise stands" : "Each of \(exercises.count) exercises stands") on one page.")
            : .needsPerson(
                "\(split.count) of \(Count.of(exercises.count, "exercise")) \(split.count == 1 ? "goes" : "go") on over a page: \(Count.list(split))."
            )
    }
}
