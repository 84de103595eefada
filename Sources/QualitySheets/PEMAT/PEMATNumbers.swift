import Handouts
import PDFReading

/// PEMAT-P, understandability: use of numbers.
enum PEMATNumbers {
    static func items(_ handout: HandoutEvidence) -> [QualityItem] {
        let rows = handout.document.exercises.flatMap(\.dose.rows)
        let stated = rows.filter(\.isStated)
        let first = stated.first.map { ", such as “\($0.label): \($0.value)”" } ?? ""
        return [
            QualityItem(
                "pemat-6", .numbers, "Its numbers are clear and easy to grasp.",
                handout.rules.finding(
                    ["range-with-dash"], areWholeItem: false,
                    sound: .needsPerson(
                        "\(stated.count) of \(Count.of(rows.count, "figure")) of the dose \(stated.count == 1 ? "is" : "are") stated\(first)."
                    )),
                task: "Read each amount aloud. Would a reader do the same number that you mean?"),
            QualityItem(
                "pemat-7", .numbers, "Readers have nothing to work out.",
                handout.rules.finding(
                    ["figures-to-work-out"], sound: .needsPerson("No fraction, percentage or sum was found in its pages.")),
                task: "Look for anything that a reader must add up, divide or convert, also in words."),
        ]
    }
}
