import Handouts
import PDFReading
import QualitySheets
import Testing

struct PrintTests {
    private typealias Change = @Sendable (inout PDFFacts) -> Void

    /// What is wrong with a file, and the rule that says so.
    private static let mistakes: [(id: String, change: Change)] = [
        ("print-text-size", { $0.sizes.insert(PDFFacts.TextSize(points: 11.9, letters: 3, page: 2, sample: "Mon"), at: 0) }),
        ("print-page-size", { $0.pages = [PDFFacts.Page(width: 595, height: 842), PDFFacts.Page(width: 842, height: 1191)] }),
        ("print-margins", { $0.margin = 13 }),
        ("print-ragged", { $0.flushParagraphs = 3 }),
        ("print-italics", { $0.slanted = 4 }),
        ("print-underline", { $0.underlined = 1 }),
        (
            "print-capitals",
            {
                $0.capitalWords = 3
                $0.capitals = "STOP AT ONCE"
            }
        ),
        ("pdf-tags", { $0.isTagged = false }),
        ("pdf-title", { $0.title = "" }),
        ("pdf-title", { $0.title = "handout.typ" }),
        ("pdf-title", { $0.showsTitle = false }),
        ("pdf-language", { $0.language = "" }),
        ("pdf-language", { $0.language = "de" }),
        ("pdf-alternative-text", { $0.figuresWithoutText = 1 }),
        (
            "pdf-bookmarks",
            {
                $0.bookmarks = 0
                $0.pages = Array(repeating: $0.pages[0], count: 5)
            }
        ),
        ("pdf-headings", { $0.headings = [] }),
        ("pdf-headings", { $0.headings = [PDFFacts.Heading(level: 2, text: "Steps", pages: [1])] }),
        ("pdf-headings", { $0.headings.append(PDFFacts.Heading(level: 4, text: "Easier", pages: [1])) }),
        ("pdf-fonts", { $0.fonts.append(PDFFacts.Font(name: "Arial", isEmbedded: false, hasText: true)) }),
        ("pdf-letters", { $0.fonts.append(PDFFacts.Font(name: "Signs", isEmbedded: true, hasText: false)) }),
    ]

    @Test(arguments: mistakes.indices) func aMistakeInAFileFailsItsRuleInEveryEdition(_ index: Int) throws {
        let (id, change) = Self.mistakes[index]
        let item = try ChangedLibrary.unchanged.get().sheet(change).item(id)
        #expect(item.outcome == .fails)
        #expect(item.editions.map(\.outcome) == [.fails, .fails, .fails])
        #expect(item.editions.map(\.id) == ["a4", "letter", "large"])
    }

    @Test func aSoundFilePassesAllThatSoftwareDecides() throws {
        let sheet = try ChangedLibrary.unchanged.get().sheet()
        let left = ["print-underline", "pdf-description-words", "pdf-reading-order", "pdf-colour"]
        for item in sheet.items where !item.group.isPEMAT {
            #expect(item.outcome == (left.contains(item.id) ? .needsPerson : .passes), "\(item.id): \(item.evidence)")
        }
    }

    @Test func largePrintNeedsLargerText() throws {
        let item = try ChangedLibrary.unchanged.get().sheet {
            $0.sizes = [PDFFacts.TextSize(points: 16, letters: 900, page: 1, sample: "Lift your hips")]
        }.item("print-text-size")
        #expect(item.editions.map(\.outcome) == [.passes, .passes, .fails])
        #expect(item.outcome == .fails)
        #expect(
            item.evidence
                == "A4 and Letter: The smallest text has 16 pt. Large print: 900 letters under 18 pt; the smallest text has 16 pt: "
                + "“Lift your hips” on page 1.")
    }

    @Test func whatIsDoubtfulIsLeftToAPerson() throws {
        let library = try ChangedLibrary.unchanged.get()
        #expect(try library.sheet { $0.flushParagraphs = 1 }.outcome("print-ragged") == .needsPerson)
        #expect(try library.sheet { $0.longParagraphs = 0 }.outcome("print-ragged") == .needsPerson)
        #expect(try library.sheet { $0.capitalWords = 2 }.outcome("print-capitals") == .needsPerson)
        #expect(
            try library.sheet { $0.headings[1] = PDFFacts.Heading(level: 2, text: "Steps", pages: [1, 2]) }.outcome("print-together")
                == .needsPerson)
        #expect(try library.sheet { $0.bookmarks = 0 }.outcome("pdf-bookmarks") == .notApplicable)
        #expect(try library.sheet { $0.figures = 0 }.outcome("pdf-alternative-text") == .notApplicable)
        #expect(try library.sheet { $0.sizes = [] }.outcome("print-text-size") == .needsPerson)
    }

    @Test func nothingPassesInAFileThatWasNotReadBack() throws {
        let editions = HandoutFormat.offered.map { HandoutEvidence.Edition(format: $0, facts: nil) }
        let sheet = QualitySheet(
            HandoutEvidence(
                slug: "bridge", document: try ChangedLibrary.unchanged.get().document(),
                rules: RuleEvidence(applied: [], findings: [], letStand: []), reading: nil,
                editions: editions, unread: "there is no reader", reviewers: []))
        #expect(sheet.count(.passes) == 0)
        #expect(try sheet.item("print-text-size").evidence == "Not looked at: there is no reader.")
    }
}
