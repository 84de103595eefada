import Handouts
import PDFReading

/// PEMAT-P, understandability: content.
enum PEMATContent {
    static func items(_ handout: HandoutEvidence) -> [QualityItem] {
        [
            QualityItem(
                "pemat-1", .content, "A reader sees at once what the handout is for.",
                .needsPerson("It begins with “\(handout.document.title)” and “\(handout.document.summary)”"),
                task: "Read the title and the first sentence alone. Do they say what the handout is for?"),
            QualityItem(
                "pemat-2", .content, "Nothing in it leads away from what it is for.",
                .needsPerson("\(sections(handout)) Software cannot tell which of its words are not needed."),
                task: "Look for anything that a reader would not miss."),
        ]
    }

    private static func sections(_ handout: HandoutEvidence) -> String {
        let exercises = Count.of(handout.document.exercises.count, "exercise")
        guard let facts = handout.facts else { return "It has \(exercises)." }
        return "It has \(exercises) and \(Count.of(facts.headings.count, "heading")) on \(Count.of(facts.pages.count, "page"))."
    }
}
