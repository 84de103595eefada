import Diagnostics
import Testing

@Suite("Fixes and reports")
struct ReportTests {
    static let names = ["kind", "level", "easier", "equipment", "repetitions", "repetitionsPerDay", "cat-camel"]
    static let range = SourceRange(3, 8)

    @Test(arguments: [
        ("repetitons", "repetitions"), ("equipmnet", "equipment"), ("cat-camle", "cat-camel"), ("cat-xxxxx", nil), ("kid", nil),
    ])
    func onlyASlipOfThePenHasAnEdit(name: String, expected: String?) {
        let edit = Suggestion.fix(for: name, among: Self.names, at: Self.range)?.edit
        #expect(edit == expected.map { Edit(Self.range, $0) })
    }

    @Test func whereTwoAreNearNothingIsCertain() {
        let fix = Suggestion.fix(for: "turned-lift", among: ["turned-left", "turned-lists"], at: Self.range)
        #expect(fix != nil && fix?.edit == nil)
        #expect(Suggestion.fix(for: "equipmnet", among: Self.names)?.edit == nil, "without a place nothing can be replaced")
    }

    @Test func gitHubGetsNoCharacterThatItReadsAsItsOwn() {
        let file = SourceFile(path: "a,b:c.md", text: "one\ntwo\n")
        let finding = Diagnostic("x", "100%\r\n::error::", in: file, SourceRange(4, 7), fix: Fix("do, it"))
        #expect(
            GitHubPrinter().print([finding])
                == "::error title=x,file=a%2Cb%3Ac.md,line=2,endLine=2,col=1,endColumn=3::100%25%0D%0A::error::%0Afix: do, it\n")
    }

    @Test func theTextReportCountsAndNamesWhatWasLetStand() {
        let file = SourceFile(path: "page.md", text: "text\n")
        let finding = Diagnostic("long-step", .warning, "too long", in: file, SourceRange(0, 4))
        let report = CheckReport(
            findings: [finding, Diagnostic("other", "wrong", in: file, nil)], silenced: [(finding, "It has to be.")], pageCount: 3)
        let text = TextPrinter().print(report)
        #expect(text.contains("Silenced:\n  page.md:1:1: warning: too long [long-step]\n    reason: It has to be.\n"))
        #expect(text.hasSuffix("1 error, 1 warning, 1 silenced finding in 3 pages\n  1 long-step\n  1 other\n"))
        #expect(TextPrinter().print(CheckReport(findings: [], silenced: [], pageCount: 3)) == "")
    }

    @Test func textOfARangeStaysInsideTheFile() {
        let file = SourceFile(path: "page.md", text: "añb")
        #expect(file.text(in: SourceRange(1, 3)) == "ñ")
        #expect(file.text(in: SourceRange(3, 99)) == "b")
    }
}
