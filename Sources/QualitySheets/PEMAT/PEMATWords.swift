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
                    ["abbreviation"], areWholeItem: false,
                    sound: .needsPerson("No short form such as “reps” was found. \(grade(of: handout.document))")),
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

    /// How hard the words of the whole handout are to read. A grade says nothing of whether readers know them, so that nothing passes by it.
    private static func grade(of document: HandoutDocument) -> String {
        guard document.language.code == "en" else { return "How hard its words are was not measured: the formulas are for English." }
        switch ReadingGrade(document.passages) {
        case .tooShort(let words): return "Its \(Count.of(words, "word")) are too few to say how hard they are."
        case .scored(let fleschKincaid, let smog, let words, _):
            return "Its \(words) words ask for grade \(Count.tenths(fleschKincaid)) by Flesch–Kincaid and \(Count.tenths(smog)) by SMOG; "
                + "the aim is 6, and no more than 8."
        }
    }
}
