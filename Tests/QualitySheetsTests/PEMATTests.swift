import PDFReading
import QualitySheets
import Testing

struct PEMATTests {
    private static let take = "- Keep your weight on your shoulders, not on your neck.\n"
    private static let steps = "1. Lay your arms straight along your sides.\n"

    @Test func aSheetHasTheItemsForPrintedMaterialWithAHRQsNumbers() throws {
        let numbers = try ChangedLibrary.unchanged.get().sheet().items.filter { $0.group.isPEMAT }.map(\.id)
        #expect(numbers == (Array(1...12) + Array(15...26)).map { "pemat-\($0)" })
    }

    @Test func nothingFailsInTheExampleLibrary() throws {
        let sheet = try ChangedLibrary.unchanged.get().sheet()
        #expect(sheet.items.filter { $0.outcome == .fails }.map(\.id) == [])
        #expect(
            sheet.items.filter { $0.group.isPEMAT && $0.outcome == .passes }.map(\.id)
                == ["pemat-5", "pemat-12", "pemat-20", "pemat-21", "pemat-22", "pemat-23"])
    }

    @Test(arguments: [
        (take, String(repeating: "- The hips are lifted. The back is lowered. The legs are moved.\n", count: 4), "pemat-5"),
        (take, "- This stretches the piriformis.\n", "pemat-4"),
        (take, "- Rest for 1/2 of the time.\n", "pemat-7"),
        (steps, "1. Holding your arms along your sides.\n", "pemat-20"),
        (steps, "1. Holding your arms along your sides.\n", "pemat-21"),
        (take, "- The patient keeps the neck free.\n", "pemat-21"),
        (steps, "1. Lay your arms along your sides and lift your hips.\n", "pemat-22"),
        (
            steps,
            "1. Lay your arms straight along your sides on the mat with both of your palms down and your fingers long and your neck free.\n",
            "pemat-22"
        ),
    ])
    func anItemThatRestsOnRulesFailsWhereOneIsBroken(old: String, new: String, id: String) throws {
        let item = try ChangedLibrary([(old, new)]).sheet().item(id)
        #expect(item.outcome == .fails)
        #expect(item.evidence.contains(ChangedLibrary.bridge))
        #expect(try ChangedLibrary.unchanged.get().sheet().outcome(id) != .fails)
    }

    @Test func aFindingThatIsOnlyAPartOfAnItemIsLeftToAPerson() throws {
        let item = try ChangedLibrary([(Self.take, "- Do 2-3 of them.\n")]).sheet().item("pemat-6")
        #expect(item.outcome == .needsPerson)
        #expect(item.evidence.contains("2-3"))
    }

    @Test func nothingPassesByARuleThatIsOff() throws {
        let item = try ChangedLibrary([("language: en", "language: en\nchecks: {passive-voice: {severity: off}}")], in: "Content/site.yaml")
            .sheet()
            .item("pemat-5")
        #expect(item.outcome == .needsPerson)
        #expect(item.evidence.contains("Not looked at"))
    }

    @Test func whatAnAuthorLetsStandIsLeftToAPersonWithTheReason() throws {
        let changes = [
            (Self.steps, "1. Lay your arms along your sides and lift your hips.\n"),
            ("figures:\n", "allow: [{rule: several-actions, reason: Both are one movement.}]\nfigures:\n"),
        ]
        let item = try ChangedLibrary(changes).sheet().item("pemat-22")
        #expect(item.outcome == .needsPerson)
        #expect(item.evidence.contains("Both are one movement."))
    }

    @Test func picturesPassOnlyWhereEveryStepHasOne() throws {
        let unpictured = [
            "3. Stop when your shoulders, hips and knees make one straight line.\n", "4. Keep your weight on your feet and shoulders.\n",
            "5. Hold for [about 30 seconds](dose:hold).\n",
        ]
        let some = try ChangedLibrary.unchanged.get().sheet().item("pemat-26")
        #expect(some.outcome == .needsPerson)
        #expect(some.evidence == "3 of 6 steps have a picture of their own.")
        #expect(try ChangedLibrary(unpictured.map { ($0, "") }).sheet().outcome("pemat-26") == .passes)
        let none = try ChangedLibrary.unchanged.get().sheet(withPictures: false)
        #expect(try none.outcome("pemat-26") == .fails)
        #expect(try none.outcome("pemat-15") == .fails)
        for id in ["pemat-16", "pemat-17", "pemat-18"] { #expect(try none.outcome(id) == .notApplicable) }
    }

    @Test func layoutPassesByListsAndSizesAndFailsWithoutAny() throws {
        let plain = try ChangedLibrary.unchanged.get().sheet { facts in
            facts.numberedLists = 0
            facts.bulletLists = 0
            facts.sizes = [PDFFacts.TextSize(points: 12, letters: 9, page: 1, sample: "Lift")]
        }
        #expect(try plain.outcome("pemat-12") == .fails)
        #expect(try ChangedLibrary.unchanged.get().sheet { $0.numberedLists = 0 }.outcome("pemat-12") == .needsPerson)
    }

    @Test func aFileWithoutHeadingsTableHeadsOrGridFails() throws {
        let library = try ChangedLibrary.unchanged.get()
        #expect(try library.sheet { $0.headings = [] }.outcome("pemat-8") == .fails)
        #expect(try library.sheet { $0.headings = [] }.outcome("pemat-9") == .fails)
        #expect(try library.sheet { $0.columnHeads = [] }.outcome("pemat-19") == .fails)
        #expect(try library.sheet { $0.tables = 0 }.outcome("pemat-19") == .notApplicable)
        #expect(try library.sheet { $0.columnHeads = ["What"] }.outcome("pemat-23") == .fails)
    }
}
