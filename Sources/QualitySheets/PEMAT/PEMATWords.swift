import Handouts
import PDFReading

/// PEMAT-P, understandability: choice of words, and style.
enum PEMATWords {
    static func items(_ handout: HandoutEvidence) -> [QualityItem] {
        [
            QualityItem(
                "pemat-3", .words, "Its words are everyday words.",
                handout.rules.finding(
                    ["abbreviation"], areWholeItem: false,
                    sound: .needsPerson("No abbreviation stands without its words. Other words were not weighed.")),
                task: "Read it as somebody who has never had treatment. Mark every word that such a reader would not use."),
            QualityItem(
                "pemat-4", .words, "Medical words are there only where readers need to know them, and each is explained.",
                handout.rules.finding(
                    ["undefined-term"],
                    sound: .needsPerson("Every clinical word that the glossary knows is explained where it is used.")),
                task: "Look for medical words that the glossary does not know, and for those that could be left out."),
            QualityItem(
                "pemat-5", .words, "It says who does what: its sentences are active.",
                handout.rules.finding(
                    ["passive-voice"],
                    sound: .passes("No page of the handout has more passive sentences than the rule `passive-voice` allows."))),
        ]
    }
}
