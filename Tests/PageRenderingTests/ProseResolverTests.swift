import CommonMark
import Diagnostics
import PageRendering
import Testing

struct ProseResolverTests {
    /// Resolves by what the destination says.
    private let renderer = ProseRenderer(
        resolver: ProseResolver { occurrence in
            switch occurrence.destination {
            case "exercise:bridge": .destination("/exercises/bridge/?a&b")
            case "https://example.org": .destination("https://example.org", attributes: [.init("rel", "a\"b"), .init("class", "external")])
            case "javascript": .destination("javascript:alert(1)")
            case "dose:hold": .text("5 < 10 s")
            case "dose:html": .html("<data>5 s</data>")
            case "exercise:draft": .contentOnly
            case "figure:rounded": occurrence.standsAlone ? .block("<figure></figure>") : .html("<img>")
            case "figure:block": .block("<figure></figure>")
            default: .asWritten
            }
        })

    @Test(arguments: [
        ("See [*the* bridge](exercise:bridge).", "<p>See <a href=\"/exercises/bridge/?a&amp;b\"><em>the</em> bridge</a>.</p>\n"),
        ("[a](exercise:bridge 'T')", "<p><a href=\"/exercises/bridge/?a&amp;b\" title=\"T\">a</a></p>\n"),
        ("[a](https://example.org)", "<p><a href=\"https://example.org\" rel=\"a&quot;b\" class=\"external\">a</a></p>\n"),
        ("![a](exercise:bridge)", "<p><img src=\"/exercises/bridge/?a&amp;b\" alt=\"a\" /></p>\n"),
        ("[a](javascript)", "<p><a href=\"\">a</a></p>\n"),
        ("Hold [a](dose:hold).", "<p>Hold 5 &lt; 10 s.</p>\n"),
        ("Hold [a](dose:html).", "<p>Hold <data>5 s</data>.</p>\n"),
        ("Try [*this*](exercise:draft).", "<p>Try <em>this</em>.</p>\n"),
        ("![a & *b*](exercise:draft)", "<p>a &amp; b</p>\n"),
        ("[other](x)", "<p><a href=\"x\">other</a></p>\n"),
        ("![Hold [a](dose:hold) \"x\"](y)", "<p><img src=\"y\" alt=\"Hold 5 &lt; 10 s &quot;x&quot;\" /></p>\n"),
    ])
    func resolvesInlines(markdown: String, html: String) throws {
        #expect(try render(markdown) == html)
    }

    @Test(arguments: [
        ("a\n\n![r](figure:rounded)\n\nb", "<p>a</p>\n<figure></figure>\n<p>b</p>\n"),
        ("- ![r](figure:rounded)\n- b", "<ul>\n<li>\n<figure></figure>\n</li>\n<li>b</li>\n</ul>\n"),
        ("a ![r](figure:rounded)", "<p>a <img></p>\n"),
        ("# ![r](figure:rounded)", "<h1><img></h1>\n"),
        ("*![r](figure:rounded)*", "<p><em><img></em></p>\n"),
        ("a ![r & s](figure:block)", "<p>a r &amp; s</p>\n"),
        ("[l *m*](figure:block)!", "<p>l <em>m</em>!</p>\n"),
    ])
    func putsBlocksOnlyInPlaceOfParagraphs(markdown: String, html: String) throws {
        #expect(try render(markdown) == html)
    }

    @Test func saysWhereAnOccurrenceStands() throws {
        let renderer = ProseRenderer(
            resolver: ProseResolver { occurrence in
                .text("\(occurrence.role) \(occurrence.range.lowerBound) \(occurrence.content.plainText) \(occurrence.standsAlone)")
            })
        let document = try Document(parsing: SourceFile(path: "a.md", text: "x [a](b) y\n\n![c](d)"))
        #expect(renderer.render(document.blocks) == "<p>x link 2 a false y</p>\n<p>image 12 c true</p>\n")
    }

    private func render(_ markdown: String) throws -> String {
        renderer.render(try Document(parsing: SourceFile(path: "a.md", text: markdown)).blocks)
    }
}
