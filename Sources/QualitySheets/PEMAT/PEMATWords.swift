import Handouts
import PDFReading
import Readability

/// PEMAT-P, understandability: choice of words, and style.
enum PEMATWords {
    static func items(_ handout: HandoutEvidence) -> [QualityItem] {
        [
            QualityItem(
                "pemat-3", .words, "Its words are everyday words.",
                handout.rules.finding(
                    ["abbreviation", "reading-grade"], areWholeItem: false,
                    sound: .needsPerson("No short form such as “reps” was found. \(grade(handout.reading))")),
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
                    sound: .passes("No page of the handout has more passive sentences than the rule “passive-voice” allows."))),
        ]
    }

    /// A grade says nothing of whether readers know the words, so that nothing passes by it.
    private static func grade(_ reading: ReadingGrade?) -> String {
        switch reading {
        case nil: "How hard its words are was not measured: the formulas are for English."
        case .tooShort(let words): "Its \(Count.of(words, "word")) are too few to say how hard they are."
        case .scored(let fleschKincaid, let smog, let words, _):
            "Its \(words) words read like grade \(Count.grade(fleschKincaid)) by Flesch–Kincaid and \(Count.grade(smog)) by SMOG."
        }
    }
}
