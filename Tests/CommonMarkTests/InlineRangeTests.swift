import CommonMark
import Diagnostics
import SpecificationExamples
import Testing

struct InlineRangeTests {
    /// What each inline's range covers, in reading order.
    @Test func coversMarkupOfEachInline() throws {
        let text = "> a *b **c*** `d`\\\n> e <i> &amp;\\* ![f](g \"h\") <xy:z>\nlast"
        let pieces = Pieces(try Document(parsing: SourceFile(path: "a.md", text: text)), text).inlines
        #expect(
            pieces == [
                "a ", "*b **c***", "b ", "**c**", "c", " ", "`d`", "\\\n", "e ", "<i>", " &amp;\\* ", "![f](g \"h\")", "f", " ", "<xy:z>",
                "xy:z", "\n", "last",
            ])
    }

    @Test func coversEachBlock() throws {
        let text = """
            # A # \n
            B
            C
            ===
            para

            > q
            > r
            lazy

            - one

              - two


            3. three
            ```x
            code
            ```
            ***
                indented

            <div>
            """
        let pieces = Pieces(try Document(parsing: SourceFile(path: "a.md", text: text)), text).blocks
        #expect(
            pieces == [
                "# A #", "B\nC\n===", "para", "> q\n> r\nlazy", "q\n> r\nlazy", "- one\n\n  - two", "- one\n\n  - two", "one", "- two",
                "- two", "two", "3. three", "3. three", "three", "```x\ncode\n```", "***", "indented", "<div>",
            ])
    }

    /// In every example of the specification each piece is found where it is, in order and inside what holds it.
    @Test(
        .enabled(if: !SpecificationExample.all.isEmpty, "\(SpecificationExample.whereMissing)"), arguments: ["\n", "\r\n"],
        ["", "> ", "- "])
    func findsEveryPieceOfTheSpecification(lineEnding: String, prefix: String) throws {
        for example in SpecificationExample.all {
            var text = example.markdown.replacing("\n", with: lineEnding)
            // The same example inside a container, where libcmark's own columns go wrong.
            if prefix == "> " { text = "> " + text.replacing(lineEnding, with: lineEnding + "> ") }
            if prefix == "- " { text = "- " + text.replacing(lineEnding, with: lineEnding + "  ") }
            let pieces = Pieces(try Document(parsing: SourceFile(path: "\(example.number)", text: text)), text)
            #expect(pieces.misplaced == [], "example \(example.number)")
        }
    }
}

/// The pieces of a text that a document's ranges cover.
struct Pieces {
    private(set) var blocks: [String] = []
    private(set) var inlines: [String] = []
    /// What does not stand where its range says.
    private(set) var misplaced: [String] = []
    private let bytes: [UInt8]

    init(_ document: Document, _ text: String) {
        bytes = Array(text.utf8)
        collect(document.blocks, in: SourceRange(0, bytes.count))
    }

    private mutating func collect(_ children: [Block], in outer: SourceRange) {
        var last = outer.lowerBound
        for block in children {
            check(block.range, after: &last, in: outer)
            blocks.append(piece(block.range))
            switch block.kind {
            case .paragraph(let inlines): collect(inlines, in: block.range)
            case .heading(_, let inlines): collect(inlines, in: block.range)
            case .blockQuote(let blocks): collect(blocks, in: block.range)
            case .list(let list):
                var last = block.range.lowerBound
                for item in list.items {
                    check(item.range, after: &last, in: block.range)
                    blocks.append(piece(item.range))
                    collect(item.blocks, in: item.range)
                }
            case .thematicBreak, .codeBlock, .htmlBlock: break
            }
        }
    }

    private mutating func collect(_ children: [Inline], in outer: SourceRange) {
        var last = outer.lowerBound
        for inline in children {
            check(inline.range, after: &last, in: outer)
            let piece = piece(inline.range)
            inlines.append(piece)
            switch inline.kind {
            case .text(let text):
                let isVerbatim = !piece.contains { "&\\\0".contains($0) }
                expect(!isVerbatim || piece == text || piece == String(text.drop { " \t".contains($0) }), piece, text)
            case .softBreak, .lineBreak: expect(piece.contains(where: \.isNewline), piece, "line break")
            case .code(let code): expect(piece.hasPrefix("`") && piece.hasSuffix("`") && piece.count > code.count, piece, code)
            case .html(let html): expect(piece.hasPrefix("<") && piece.hasSuffix(">"), piece, html)
            case .emphasis(let children), .strong(let children):
                expect(piece.hasPrefix("*") && piece.hasSuffix("*") || piece.hasPrefix("_") && piece.hasSuffix("_"), piece, "emphasis")
                collect(children, in: inline.range)
            case .link(let link, let children):
                expect(piece.hasPrefix("[") && piece.hasSuffix("]") || piece.hasSuffix(")") || piece.hasSuffix(">"), piece, "link")
                expect(isInside(link.destinationRange, inline.range), piece, link.destination)
                collect(children, in: inline.range)
            case .image(let link, let children):
                expect(piece.hasPrefix("![") && (piece.hasSuffix("]") || piece.hasSuffix(")")), piece, "image")
                expect(isInside(link.destinationRange, inline.range), piece, link.destination)
                collect(children, in: inline.range)
            }
        }
    }

    private func piece(_ range: SourceRange) -> String {
        String(decoding: bytes[range.lowerBound..<range.upperBound], as: UTF8.self)
    }

    private func isInside(_ range: SourceRange, _ outer: SourceRange) -> Bool {
        range.lowerBound >= outer.lowerBound && range.upperBound <= outer.upperBound
    }

    private mutating func check(_ range: SourceRange, after last: inout Int, in outer: SourceRange) {
        expect(range.lowerBound >= last && isInside(range, outer), piece(range), "in order inside \(piece(outer))")
        last = range.upperBound
    }

    private mutating func expect(_ holds: Bool, _ piece: String, _ expected: String) {
        if !holds { misplaced.append("\(piece) is not \(expected)") }
    }
}
