import Exercises
import Handouts
import PDFReading

/// Those of the rules about tagged PDF that software can decide, and what it leaves to a person. Of the conditions that PDF/UA is tested by,
/// many need one.
enum TaggedPDFRules {
    static func items(_ handout: HandoutEvidence) -> [QualityItem] {
        rules.map { $0.item(handout) }
    }

    /// From how many pages on a file is long enough to need bookmarks.
    private static let longFile = 5

    private static let rules = [
        EditionRule(
            id: "pdf-tags", group: .pdf, rule: "The file has tags, by which screen readers know what is a heading, a list or a table.",
            task: nil
        ) { facts, _, _ in facts.isTagged ? .passes("The file has tags.") : .fails("The file has no tags.") },
        EditionRule(
            id: "pdf-title", group: .pdf, rule: "The file has the handout's title, and windows show it.", task: nil, look: title),
        EditionRule(id: "pdf-language", group: .pdf, rule: "The file names its language.", task: nil, look: language),
        EditionRule(
            id: "pdf-alternative-text", group: .pdf, rule: "Each picture has a description in words.", task: nil, look: alternativeText),
        EditionRule(
            id: "pdf-bookmarks", group: .pdf, rule: "A long file has bookmarks.", task: nil, look: bookmarks),
        EditionRule(
            id: "pdf-headings", group: .pdf, rule: "Headings begin at level 1 and skip no level.", task: nil, look: headings),
        EditionRule(
            id: "pdf-fonts", group: .pdf, rule: "All fonts are in the file.", task: nil, look: fonts),
        EditionRule(
            id: "pdf-letters", group: .pdf, rule: "The file says which letters its glyphs are, so that it can be searched and read aloud.",
            task: nil, look: letters),
        EditionRule(
            id: "pdf-description-words", group: .pdf, rule: "The descriptions say what the pictures show.",
            task: "Have the descriptions read aloud beside the pictures."
        ) { facts, _, _ in
            facts.figures == 0
                ? .notApplicable("There is no picture.")
                : .needsPerson("Software cannot compare a description with a picture.")
        },
        EditionRule(
            id: "pdf-reading-order", group: .pdf, rule: "The tags follow the order in which the page is meant to be read.",
            task: "Have the file read aloud, and follow it on paper."
        ) { _, _, _ in .needsPerson("Software cannot tell which order is meant.") },
        EditionRule(
            id: "pdf-colour", group: .pdf, rule: "Nothing is told by colour alone, and all text stands out from its background.",
            task: "Print it in black and white. Is anything lost?"
        ) { _, _, _ in .needsPerson("Colours were not looked at.") },
    ]

    private static func title(_ facts: PDFFacts, _: HandoutEvidence.Edition, _ handout: HandoutEvidence) -> QualityFinding {
        if facts.title.isEmpty { return .fails("The file has no title.") }
        if facts.title != handout.document.title { return .fails("The file's title is “\(facts.title)”.") }
        return facts.showsTitle
            ? .passes("The file's title is “\(facts.title)”, and windows show it.") : .fails("Windows show the file's name, not its title.")
    }

    private static func language(_ facts: PDFFacts, _: HandoutEvidence.Edition, _ handout: HandoutEvidence) -> QualityFinding {
        if facts.language.isEmpty { return .fails("The file names no language.") }
        let code = facts.language.split(separator: "-").first.map { $0.lowercased() }
        return code == handout.document.language.code.lowercased()
            ? .passes("The file says “\(facts.language)”.")
            : .fails("The file says “\(facts.language)”, and the text is in “\(handout.document.language.code)”.")
    }

    private static func alternativeText(_ facts: PDFFacts, _: HandoutEvidence.Edition, _: HandoutEvidence) -> QualityFinding {
        guard facts.isTagged else { return .fails("The file has no tags, and so no descriptions.") }
        guard facts.figures > 0 else { return .notApplicable("There is no picture.") }
        return facts.figuresWithoutText == 0
            ? .passes("\(facts.figures) of \(Count.of(facts.figures, "picture")) \(facts.figures == 1 ? "has" : "have") one.")
            : .fails(
                "\(facts.figuresWithoutText) of \(Count.of(facts.figures, "picture")) \(facts.figuresWithoutText == 1 ? "has" : "have") none."
            )
    }

    private static func bookmarks(_ facts: PDFFacts, _: HandoutEvidence.Edition, _: HandoutEvidence) -> QualityFinding {
        let pages = Count.of(facts.pages.count, "page")
        if facts.bookmarks > 0 { return .passes("\(Count.of(facts.bookmarks, "bookmark")) for \(pages).") }
        return facts.pages.count < longFile ? .notApplicable("It has only \(pages).") : .fails("No bookmark for \(pages).")
    }

    private static func headings(_ facts: PDFFacts, _: HandoutEvidence.Edition, _: HandoutEvidence) -> QualityFinding {
        guard let first = facts.headings.first else { return .fails("No heading is tagged.") }
        if first.level != 1 { return .fails("The first heading, “\(first.text)”, has level \(first.level).") }
        for (above, heading) in zip(facts.headings, facts.headings.dropFirst()) where heading.level > above.level + 1 {
            return .fails("“\(heading.text)” has level \(heading.level) after level \(above.level).")
        }
        let deepest = facts.headings.map(\.level).max() ?? 1
        return .passes("\(Count.of(facts.headings.count, "heading")) of levels 1 to \(deepest), none skipped.")
    }

    private static func fonts(_ facts: PDFFacts, _: HandoutEvidence.Edition, _: HandoutEvidence) -> QualityFinding {
        let missing = facts.fonts.filter { !$0.isEmbedded }.map(\.name)
        guard !facts.fonts.isEmpty else { return .needsPerson("No font was found in the file.") }
        return missing.isEmpty
            ? .passes("\(facts.fonts.count) of \(Count.of(facts.fonts.count, "font")) \(facts.fonts.count == 1 ? "is" : "are") in it.")
            : .fails("Not in the file: \(Count.list(missing)).")
    }

    private static func letters(_ facts: PDFFacts, _: HandoutEvidence.Edition, _: HandoutEvidence) -> QualityFinding {
        let silent = facts.fonts.filter { !$0.hasText }.map(\.name)
        guard !facts.fonts.isEmpty else { return .needsPerson("No font was found in the file.") }
        return silent.isEmpty
            ? .passes("\(facts.fonts.count) of \(Count.of(facts.fonts.count, "font")) \(facts.fonts.count == 1 ? "says" : "say") so.")
            : .fails("No letters are given for \(Count.list(silent)).")
    }
}
