import CommonMark
import Diagnostics
import Testing

/// Each destination stands between two marks.
struct LinkRangeTests {
    @Test(arguments: [
        "[a](1️⃣exercise:bridge2️⃣)",
        "`exercise:bridge` [a](1️⃣exercise:bridge2️⃣) exercise:bridge",
        "`[a](exercise:bridge)` then [a](1️⃣exercise:bridge2️⃣)",
        "`[a](exercise:bridge)\nstill code` then [a](1️⃣exercise:bridge2️⃣)",
        "\\[a](exercise:bridge) [a](1️⃣exercise:bridge2️⃣)",
        "![Hands and knees](1️⃣figure:rounded2️⃣)",
        "![exercise:bridge](1️⃣exercise:bridge2️⃣)",
        "[exercise:bridge](1️⃣exercise:bridge2️⃣ \"exercise:bridge\")",
        "[a](<1️⃣exercise:bridge2️⃣>)",
        "[a]( 1️⃣exercise:bridge2️⃣\n'exercise:bridge' ) x",
        "[a](1️⃣b(c)d2️⃣)",
        "[a](1️⃣b\\)c2️⃣)",
        "[a](1️⃣b?x&amp;y2️⃣)",
        "[a](1️⃣2️⃣)",
        "[a](<1️⃣2️⃣>)",
        "- one\n- two [a](1️⃣exercise:bridge2️⃣)",
        "1. one\n   more\n   [a](1️⃣exercise:bridge2️⃣)",
        "> one\n> two [a](1️⃣exercise:bridge2️⃣)",
        "> one\nlazy [a](1️⃣exercise:bridge2️⃣)",
        ">one\n  >two [a](1️⃣exercise:bridge2️⃣)",
        "> > one\n> lazy\n> > [a](1️⃣exercise:bridge2️⃣)",
        "- > one\n  > [a](1️⃣exercise:bridge2️⃣)",
        "> - one\n>   [a](1️⃣exercise:bridge2️⃣)",
        "-\tone\n\ttwo [a](1️⃣exercise:bridge2️⃣)",
        ">\tone\n>\t[a](1️⃣exercise:bridge2️⃣)",
        "one  \r\ntwo\r\n[a](1️⃣exercise:bridge2️⃣)\r\n",
        "- one\r\n  two\\\r\n  [a](1️⃣exercise:bridge2️⃣)\r\n",
        "one\rtwo [a](1️⃣exercise:bridge2️⃣)\r",
        "5–10 s, é, 🧘🏽‍♀️: [dö](1️⃣dose:hold2️⃣)",
        "- 5–10 s\n  – [10 s](1️⃣dose:hold2️⃣)",
        "## Steps [a](1️⃣exercise:bridge2️⃣) ##",
        "[a](1️⃣exercise:bridge2️⃣)\n===\nnext",
        "one [a]\n(x) [a](1️⃣b2️⃣)",
        "[exercise:bridge]: /exercise:bridge\n[a](1️⃣exercise:bridge2️⃣)",
        "[r]:\n  <x y>\n  'a\n title'\n[r2]: z\nfoo [a](1️⃣exercise:bridge2️⃣)",
        "[r]: /u\n(x(y) [a](1️⃣exercise:bridge2️⃣)",
        "- > [r]: /u\n\t[a](1️⃣exercise:bridge2️⃣)",
        "&amp; &copy; &#8211; &#x2013; &nope; &ngE; & [a](1️⃣exercise:bridge2️⃣)",
        "***a** b* __c__ _d_ **e*f*g** [a](1️⃣exercise:bridge2️⃣)",
        "*[**a**](1️⃣exercise:bridge2️⃣)*",
        "<b title=\"[a](exercise:bridge)\"> [a](1️⃣exercise:bridge2️⃣)",
        "> <b\n>   title=x> [a](1️⃣exercise:bridge2️⃣)",
        "a <1️⃣https://example.org2️⃣> [a](1️⃣exercise:bridge2️⃣)",
        "<1️⃣https://example.org/?a&amp;b2️⃣> exercise",
        "[![x](1️⃣figure:a2️⃣)](3️⃣exercise:b4️⃣) and [c](5️⃣d6️⃣)",
        "[a](1️⃣x2️⃣)[a](3️⃣x4️⃣)\n[a](5️⃣x6️⃣)",
        "![a [b](1️⃣x2️⃣) c](3️⃣x4️⃣)",
        "`` ` `` ``` ` [a](1️⃣exercise:bridge2️⃣)",
        "\\`a\\* \\\\ [a](1️⃣exercise:bridge2️⃣)",
        "   indented\n      more [a](1️⃣exercise:bridge2️⃣)",
        "\0[\0](1️⃣\0a2️⃣)",
        "\u{FEFF}[a](1️⃣exercise:bridge2️⃣)",
    ])
    func findsDestination(_ marked: String) throws {
        let marked = MarkedText(marked)
        let links = try links(in: SourceFile(path: "a.md", text: marked.text))
        let expected = stride(from: 0, to: marked.marks.count, by: 2).map { SourceRange(marked.marks[$0], marked.marks[$0 + 1]) }
        #expect(links.map(\.link.destinationRange) == expected)
    }

    /// The whole inline stands between two marks.
    @Test(arguments: [
        "x 1️⃣[a][ref]2️⃣ y\n\n[ref]: exercise:bridge",
        "x 1️⃣[a][ ref\n ]2️⃣ y\n\n[ref]: exercise:bridge",
        "x 1️⃣[ref][]2️⃣ y\n\n[ref]: exercise:bridge",
        "x 1️⃣![ref]2️⃣ y\n\n[ref]: exercise:bridge",
        "x 1️⃣[ref]2️⃣(not a destination\n\n[ref]: exercise:bridge",
        "[ref]: exercise:bridge\nx 1️⃣[*ref* `b`][ref]2️⃣ y",
        "> x\n> 1️⃣[a\n> b][ref]2️⃣ y\n\n[ref]: exercise:bridge",
    ])
    func givesReferenceLinkItsOwnRange(_ marked: String) throws {
        let marked = MarkedText(marked)
        let links = try links(in: SourceFile(path: "a.md", text: marked.text))
        let expected = SourceRange(marked.marks[0], marked.marks[1])
        #expect(links.map(\.link.destination) == ["exercise:bridge"])
        #expect(links.map(\.range) == [expected])
        #expect(links.map(\.link.destinationRange) == [expected])
    }

    @Test func countsOffsetsInTheWholeFile() throws {
        let marked = MarkedText("---\ntitle: é\n---\n1️⃣\n- [a](2️⃣exercise:bridge3️⃣)\n4️⃣[z](y)")
        let file = SourceFile(path: "a.md", text: marked.text)
        let document = try Document(parsing: file, in: SourceRange(marked.marks[0], marked.marks[3]))
        let links = Links(document).found
        #expect(links.map(\.link.destinationRange) == [SourceRange(marked.marks[1], marked.marks[2])])
    }

    private func links(in file: SourceFile) throws -> [(link: Link, range: SourceRange)] {
        // Children before parents, as they begin inside them: by where the destination stands.
        Links(try Document(parsing: file)).found
            .sorted { $0.link.destinationRange.lowerBound < $1.link.destinationRange.lowerBound }
    }
}

/// All links and images of a document.
struct Links {
    private(set) var found: [(link: Link, range: SourceRange)] = []

    init(_ document: Document) {
        collect(document.blocks)
    }

    private mutating func collect(_ blocks: [Block]) {
        for block in blocks {
            switch block.kind {
            case .paragraph(let inlines), .heading(_, let inlines): collect(inlines)
            case .blockQuote(let blocks): collect(blocks)
            case .list(let list): for item in list.items { collect(item.blocks) }
            case .thematicBreak, .codeBlock, .htmlBlock: break
            }
        }
    }

    private mutating func collect(_ inlines: [Inline]) {
        for inline in inlines {
            switch inline.kind {
            case .link(let link, let children), .image(let link, let children):
                found.append((link, inline.range))
                collect(children)
            case .emphasis(let children), .strong(let children): collect(children)
            case .text, .softBreak, .lineBreak, .code, .html: break
            }
        }
    }
}
