import Handouts
import PDFReading

/// PEMAT-P, understandability: organisation.
enum PEMATOrganisation {
    static func items(_ handout: HandoutEvidence) -> [QualityItem] {
        [
            QualityItem(
                "pemat-8", .organisation, "The text comes in short parts.", parts(handout),
                task: "Look for a part that is too long to take in at once."),
            QualityItem(
                "pemat-9", .organisation, "Each part has a heading that says what is in it.", headings(handout),
                task: "Read the headings alone. Does each say what follows?"),
            QualityItem(
                "pemat-10", .organisation, "The parts come in an order that makes sense.",
                .needsPerson(order(handout)), task: "Follow the handout as a reader would. Is everything said before it is needed?"),
            QualityItem(
                "pemat-11", .organisation, "It sums up what matters most.", .needsPerson(summary(handout)),
                task: "Does the short text hold what a reader must not forget?"),
        ]
    }

    private static func parts(_ handout: HandoutEvidence) -> QualityFinding {
        let longest = handout.steps.map(\.wordCount).max() ?? 0
        let steps = "The longest of \(Count.of(handout.steps.count, "step")) has \(Count.of(longest, "word"))."
        guard let facts = handout.facts else { return .needsPerson(steps) }
        guard !facts.headings.isEmpty else { return .fails("There is no heading on \(Count.of(facts.pages.count, "page")).") }
        return .needsPerson("\(Count.of(facts.headings.count, "heading")) on \(Count.of(facts.pages.count, "page")). \(steps)")
    }

    private static func headings(_ handout: HandoutEvidence) -> QualityFinding {
        guard let facts = handout.facts else { return .needsPerson(handout.notReadBack) }
        let texts = facts.headings.dropFirst().map(\.text)
        guard !texts.isEmpty else { return .fails("There is no heading below the title.") }
        let blank = texts.count { $0.isEmpty }
        if blank > 0 { return .fails("\(Count.of(blank, "heading")) of \(texts.count) \(blank == 1 ? "is" : "are") empty.") }
        return .needsPerson("\(Count.of(texts.count, "heading")) below the title: \(Count.some(distinct(texts), most: 12)).")
    }

    private static func order(_ handout: HandoutEvidence) -> String {
        guard let facts = handout.facts else { return handout.notReadBack }
        let main = facts.headings.filter { $0.level == 2 }.map(\.text)
        return "Its main parts in reading order: \(main.joined(separator: ", "))."
    }

    private static func summary(_ handout: HandoutEvidence) -> String {
        let document = handout.document
        let overview = document.overview.map { " A table shows all \(Count.of($0.rows.count, "exercise")) at a glance." } ?? ""
        let doses = document.exercises.count { !$0.dose.sentence.isEmpty }
        return "It begins with a summary of \(Count.of(Count.words(document.summary), "word")), and says the dose in one sentence for "
            + "\(doses) of \(Count.of(document.exercises.count, "exercise")).\(overview)"
    }

    private static func distinct(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }
}
