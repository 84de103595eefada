import Handouts
import PDFReading

/// PEMAT-P, understandability: visual aids.
enum PEMATVisualAids {
    private static let poseRules = ["unreachable-place", "joint-out-of-range", "part-under-floor", "parts-pass-through"]

    static func items(_ handout: HandoutEvidence) -> [QualityItem] {
        let pictures = handout.pictures
        let none = QualityFinding.notApplicable("There is no picture.")
        let illustrated = handout.document.exercises.count { !$0.pictures.isEmpty }
        let amount =
            "\(Count.of(pictures.count, "picture")) in \(illustrated) of \(Count.of(handout.document.exercises.count, "exercise"))."
        return [
            QualityItem(
                "pemat-15", .visualAids, "Pictures stand wherever they make something easier to understand.",
                pictures.isEmpty ? .fails("There is no picture.") : .needsPerson(amount),
                task: "Look for words that a picture would make easier to follow."),
            QualityItem(
                "pemat-16", .visualAids, "The pictures help the text and do not lead away from it.",
                pictures.isEmpty
                    ? none
                    : handout.rules.finding(
                        poseRules, areWholeItem: false,
                        sound: .needsPerson("No drawn pose is one that a body cannot take, as far as the rules about poses see.")),
                task: "Compare each picture with the step beside it. Do both show the same movement and the same side?"),
            QualityItem(
                "pemat-17", .visualAids, "Each picture has a clear title or caption.",
                pictures.isEmpty ? none : captions(pictures), task: "Is it clear for each picture which words belong to it?"),
            QualityItem(
                "pemat-18", .visualAids, "The pictures are clear and uncluttered.",
                pictures.isEmpty ? none : .needsPerson("\(amount) Software cannot see whether they are clear."),
                task: "Look at each picture on paper, also as a copy in black and white."),
            QualityItem(
                "pemat-19", .visualAids, "Tables are simple, and their rows and columns have short, clear headings.", tables(handout),
                task: "Read the heads of each table. Are they clear without the text around it?"),
        ]
    }

    private static func captions(_ pictures: [HandoutPicture]) -> QualityFinding {
        let named = pictures.count { $0.letter != nil }
        let described = pictures.count { !$0.description.isEmpty }
        return .needsPerson(
            "\(named) of \(Count.of(pictures.count, "picture")) \(named == 1 ? "has" : "have") a letter that the text names, and \(described) "
                + "\(described == 1 ? "has" : "have") a description in words for screen readers.")
    }

    private static func tables(_ handout: HandoutEvidence) -> QualityFinding {
        guard let facts = handout.facts else { return .needsPerson(handout.notReadBack) }
        guard facts.tables > 0 else { return .notApplicable("There is no table.") }
        guard let longest = facts.columnHeads.max(by: { Count.words($0) < Count.words($1) }) else {
            return .fails("No column of \(Count.of(facts.tables, "table")) has a heading.")
        }
        return .needsPerson(
            "\(Count.of(facts.columnHeads.count, "column")) of \(Count.of(facts.tables, "table")) \(facts.columnHeads.count == 1 ? "has" : "have") a "
                + "heading; the longest is “\(longest)”.")
    }
}
