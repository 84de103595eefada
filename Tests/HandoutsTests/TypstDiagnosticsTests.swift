import Diagnostics
import Testing

@testable import Handouts

@Suite struct TypstDiagnosticsTests {
    @Test func readsPlacesHintsAndCalls() {
        let parts = TypstDiagnostics.parts(
            of: """
                error: cannot access fields on type integer
                  ┌─ Templates/Handout/a b:c.typ:3:17
                  │
                3 │   let y = "→"; x.foo }
                  │                  ^^^
                  │
                  = hint: try adding spaces

                help: while calling `é`
                  ┌─ Templates/Handout/handout.typ:5:1
                  │
                5 │ #é(3)
                  │  ^^^^

                """)
        #expect(parts.map(\.kind) == ["error", "help"])
        #expect(parts[0].place == .init(path: "Templates/Handout/a b:c.typ", line: 3, column: 17, width: 3))
        #expect(parts[0].hints == ["try adding spaces"])
        #expect(parts[1].message == "while calling `é`")
    }

    @Test func aProblemWithoutAPlaceKeepsItsMessage() {
        let problem = TypstAnswer.Problem(message: "no such folder", diagnostic: "")
        let diagnostics = TypstDiagnostics(root: "/").diagnostics(of: problem, .error)
        #expect(diagnostics.map(\.message) == ["no such folder"])
        #expect(diagnostics.first?.location == nil)
    }
}
