import CommonMark
import Diagnostics
import Foundation
import PageRendering
import Testing

struct ProseRendererTests {
    @Test(arguments: [
        "[a](javascript:alert(1))", "[a](JaVaScRiPt:alert(1))", "[a](vbscript:x)", "[a](file:///etc/passwd)", "[a](data:text/html,x)",
        "![a](data:image/png;base64,x)", "![a](DATA:image/JPEG;x)", "![a](data:image/svg+xml,x)", "[a](java&#115;cript:x)",
        "[a](<b c'd&e\"f\\g[h]>)", "[ä](ö?ü#ß%20%)", "<https://example.org/ä?b&c>", "<a@example.org>",
        "![a *b* `c` <i> &lt; [d](e) ![f](g)\nh  \ni](j \"k & \\\" l\")", "```a&b c\n<x> \"y\" 'z' &amp;\n```", "```\tx\n```",
        "<div onclick=\"x\">\n\nx <b>y</b>", "- a\n- ![b](c)\n- > d\n- # e\n-\n- ```\n  f\n  ```", "0. a\n1. b", "007. a",
        "- a\n\n  b\n- c",
        "a\0b\n\n`\0`\n\n<\0>", "# a #\n\nb\n--", "5–10 s, 🧘🏽‍♀️ é",
    ])
    func equalsTheReferenceImplementation(_ markdown: String) throws {
        #expect(try rendered(markdown) == reference(markdown))
    }

    /// Deep but accepted nesting on a stack as small as that of a cooperative thread; the values are compared, hashed and freed there too.
    @Test(arguments: [
        String(repeating: ">", count: 98) + " a", String(repeating: "- ", count: 49) + "a",
        String(repeating: "![", count: 98) + "a" + String(repeating: "](b)", count: 98),
        String(repeating: "*a **b ", count: 49) + String(repeating: "c** d*", count: 49),
    ])
    func staysWithinASmallStack(_ markdown: String) async throws {
        let expected = reference(markdown)
        let isEqual = await withCheckedContinuation { continuation in
            let thread = Thread {
                let first = try? Document(parsing: SourceFile(path: "deep.md", text: markdown))
                let second = try? Document(parsing: SourceFile(path: "deep.md", text: markdown))
                let html = first.map { ProseRenderer(resolver: ProseResolver { _ in .asWritten }).render($0.blocks) }
                let isSame = first == second && first?.hashValue == second?.hashValue && first?.blocks.plainText.isEmpty == false
                continuation.resume(returning: isSame && html == expected)
            }
            thread.stackSize = 512 * 1024
            thread.start()
        }
        #expect(isEqual)
    }

    @Test func equalsTheReferenceImplementationOnALongText() throws {
        let markdown = String(repeating: "Hold *about* 5 s & [rest](exercise:bridge).\n\n- a\n- b\n\n", count: 5_000)
        #expect(try rendered(markdown) == reference(markdown))
    }

    @Test func rendersInlinesWithoutAnElement() throws {
        let document = try Document(parsing: SourceFile(path: "a.md", text: "Hold *about* 5 s & rest."))
        guard case .paragraph(let inlines)? = document.blocks.first?.kind else {
            Issue.record("not a paragraph")
            return
        }
        #expect(ProseRenderer().render(inlines) == "Hold <em>about</em> 5 s &amp; rest.")
        #expect(ProseRenderer().plainText(inlines) == "Hold about 5 s & rest.")
    }
}

struct ProseHeadingTests {
    @Test func shiftsHeadingsDownToTheLastLevel() throws {
        #expect(try html("# A\n## B\n###### C", .init(shift: 1)) == "<h2>A</h2>\n<h3>B</h3>\n<h6>C</h6>\n")
    }

    @Test(arguments: [
        ("When to *stop*", "when-to-stop"), ("Don’t  &  don't", "dont-dont"), ("[5 s](dose:hold): why?", "5-s-why"), ("Übung 2", "übung-2"),
        ("`***`", "section"), ("`<\"x\">`", "x"),
    ])
    func namesHeadings(text: String, identifier: String) throws {
        let html = try html("## \(text)", .init(haveIdentifiers: true))
        #expect(html.hasPrefix("<h2 id=\"\(identifier)\">"))
    }

    @Test func keepsIdentifiersUnique() throws {
        let html = try html("# A\n# A\n# A 2\n# A\n# main\n#", .init(haveIdentifiers: true, reservedIdentifiers: ["main"]))
        let identifiers = html.matches(of: /id="([^"]*)"/).map { String($0.output.1) }
        #expect(identifiers == ["a", "a-2", "a-2-2", "a-3", "main-2", "section"])
    }

    private func html(_ markdown: String, _ headings: ProseRenderer.Headings) throws -> String {
        ProseRenderer(headings: headings).render(try Document(parsing: SourceFile(path: "a.md", text: markdown)).blocks)
    }
}
