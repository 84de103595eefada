import Handouts
import PDFReading

/// PEMAT-P, actionability.
enum PEMATActionability {
    static func items(_ handout: HandoutEvidence) -> [QualityItem] {
        let steps = handout.steps
        let noSteps = steps.isEmpty ? QualityFinding.fails("There are no steps.") : nil
        return [
            QualityItem(
                "pemat-20", .actionability, "It names at least one thing that the reader can do.",
                noSteps
                    ?? handout.rules.finding(
                        ["not-imperative"], sound: .passes("\(steps.count) of \(Count.of(steps.count, "step")) begin with what to do."))),
            QualityItem(
                "pemat-21", .actionability, "It speaks to the reader.",
                noSteps
                    ?? handout.rules.finding(
                        ["third-person", "not-imperative"],
                        sound: .passes(
                            "\(steps.count) of \(Count.of(steps.count, "step")) tell the reader what to do, and no text speaks about “the patient”."
                        ))),
            QualityItem(
                "pemat-22", .actionability, "What to do is broken into small, plain steps.",
                noSteps
                    ?? handout.rules.finding(
                        ["long-step", "several-actions"],
                        sound: .passes(
                            "\(Count.of(steps.count, "numbered step")), each of one action; the longest has "
                                + "\(Count.of(steps.map(\.wordCount).max() ?? 0, "word"))."))),
            QualityItem(
                "pemat-23", .actionability, "It gives the reader something to use, such as a checklist.",
                grid(handout), task: "Is there something to fill in, tick or keep?"),
            QualityItem(
                "pemat-24", .actionability, "Where the reader must work something out, it shows how.",
                handout.rules.finding(
                    ["figures-to-work-out"], areWholeItem: false,
                    sound: .needsPerson("No fraction, percentage or sum was found in its pages.")),
                task: "It applies only if you found something to work out under item 7."),
            QualityItem(
                "pemat-25", .actionability, "It says how to use its tables and pictures.",
                .needsPerson("The grid comes with “\(handout.document.record.instructions.joined(separator: " "))”"),
                task: "Could a reader fill in the grid and follow the pictures with these words alone?"),
            QualityItem(
                "pemat-26", .actionability, "Pictures stand wherever they make a step easier to do.", noSteps ?? pictures(handout),
                task: "Look at the steps without a picture. Would one help?"),
        ]
    }

    /// Whether the file has the grid that the document asks for.
    private static func grid(_ handout: HandoutEvidence) -> QualityFinding {
        guard let facts = handout.facts else { return .needsPerson(handout.notReadBack) }
        let record = handout.document.record
        let boxes = record.rows.reduce(0) { $0 + $1.boxes }
        guard boxes > 0, record.days.allSatisfy(facts.columnHeads.contains) else { return .fails("The file has no grid to tick.") }
        return .passes(
            "A grid to tick for \(Count.of(record.weeks.count, "week")), with \(boxes) box\(boxes == 1 ? "" : "es") a day.")
    }

    private static func pictures(_ handout: HandoutEvidence) -> QualityFinding {
        let steps = handout.steps
        let shown = steps.count { !$0.allPictures.isEmpty }
        if handout.pictures.isEmpty { return .fails("There is no picture.") }
        let counts =
            "\(shown) of \(Count.of(steps.count, "step")) \(shown == 1 ? "has" : "have") a picture of \(shown == 1 ? "its" : "their") own."
        return shown == steps.count ? .passes(counts) : .needsPerson(counts)
    }
}
