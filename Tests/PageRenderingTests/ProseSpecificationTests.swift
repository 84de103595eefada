import CCMark
import CommonMark
import Diagnostics
import Foundation
import PageRendering
import SpecificationExamples
import Testing

@Suite(.enabled(if: !SpecificationExample.all.isEmpty, "\(SpecificationExample.whereMissing)"))
struct ProseSpecificationTests {
    @Test func hasAllExamples() {
        #expect(SpecificationExample.all.count == 652)
    }

    @Test func equalsTheReferenceImplementation() throws {
        for example in SpecificationExample.all {
            #expect(try rendered(example.markdown) == reference(example.markdown), "example \(example.number)")
        }
    }

    @Test(arguments: ["> ", "- ", "1. ", "# ", "[a](b", "*", "![", "`", "```\n", "    "], ["\n", "\r\n", "\r"])
    func equalsTheReferenceImplementationInOtherSurroundings(prefix: String, lineEnding: String) throws {
        for example in SpecificationExample.all {
            let markdown = (prefix + example.markdown.dropLast()).replacing("\n", with: lineEnding)
            #expect(try rendered(markdown) == reference(markdown), "example \(example.number)")
        }
    }

    /// Where the reference implementation leaves nothing out in its safe mode, its output is the specification's.
    @Test func equalsTheSpecificationWithoutRawHTML() throws {
        let harmless = SpecificationExample.all.filter { reference($0.markdown) == reference($0.markdown, CMARK_OPT_UNSAFE) }
        #expect(harmless.count > 550)
        for example in harmless {
            #expect(try rendered(example.markdown) == example.html, "example \(example.number)")
        }
    }
}

/// The HTML of the prose renderer without a resolver.
func rendered(_ markdown: String) throws -> String {
    ProseRenderer().render(try Document(parsing: SourceFile(path: "example.md", text: markdown)).blocks)
}

/// The HTML of libcmark itself.
func reference(_ markdown: String, _ options: Int32 = CMARK_OPT_DEFAULT) -> String {
    guard let html = cmark_markdown_to_html(markdown, markdown.utf8.count, options) else { return "" }
    defer { free(html) }
    return String(cString: html)
}
