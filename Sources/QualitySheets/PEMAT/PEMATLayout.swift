import Handouts
import PDFReading

/// PEMAT-P, understandability: layout and design.
enum PEMATLayout {
    static func items(_ handout: HandoutEvidence) -> [QualityItem] {
        [
            QualityItem(
                "pemat-12", .layout, "Numbers, bullets, boxes or larger type point out what matters.", cues(handout),
                task: "Are the things that matter most the ones that stand out?")
        ]
    }

    private static func cues(_ handout: HandoutEvidence) -> QualityFinding {
        guard let facts = handout.facts else { return .needsPerson(handout.notReadBack) }
        // The size that most letters have is that of the text; what is larger stands out from it.
        guard let text = facts.sizes.max(by: { $0.letters < $1.letters }), let largest = facts.sizes.last else {
            return .needsPerson("No text was found in the file.")
        }
        let lists = "\(Count.of(facts.numberedLists, "numbered list")) and \(Count.of(facts.bulletLists, "list")) with bullets"
        let sizes = "Most text has \(Count.points(text.points)), and the largest \(Count.points(largest.points))"
        if facts.numberedLists + facts.bulletLists == 0, largest.points <= text.points {
            return .fails("It has no list, and all text has one size, \(Count.points(text.points)).")
        }
        guard facts.numberedLists > 0, facts.bulletLists > 0, largest.points > text.points else {
            return .needsPerson("\(lists). \(sizes).")
        }
        return .passes("\(lists). \(sizes).")
    }
}
