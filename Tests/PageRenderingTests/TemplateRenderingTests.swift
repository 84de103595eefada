import Diagnostics
import Exercises
import Testing

@testable import PageRendering

struct TemplateRenderingTests {
    struct Item: TemplateContext {
        var words: String?

        static let fields: Fields<Item> = [.optionalText("words") { $0.words }, .text("always") { _ in "-" }]
    }

    struct Page: TemplateContext {
        var words = "outer"
        var body = HTML(markup: "<b>x</b>")
        var item: Item?
        var items: [Item] = []

        static let fields: Fields<Page> = [
            .text("words") { $0.words }, .html("body") { $0.body }, .optional("item") { $0.item }, .list("items") { $0.items },
        ]
    }

    private func render(_ template: String, _ page: Page) throws -> String {
        let file = SourceFile(path: "Templates/Site/page.mustache", text: template)
        return String(decoding: try TemplateLibrary([file], pages: ["page": Page.shape]).render("page", page.object), as: UTF8.self)
    }

    @Test(arguments: [
        ("<script>", "&lt;script&gt;"), ("a & b", "a &amp; b"), ("\"'", "&quot;&#39;"),
        // One Character with a combining accent, which an escape by Characters would let through.
        ("\"\u{301} x='\u{301}", "&quot;\u{301} x=&#39;\u{301}"), ("<\u{20D2}b>", "&lt;\u{20D2}b&gt;"), ("a\0b", "a\u{FFFD}b"),
        ("{{body}}", "{{body}}"), ("äöü 漢字", "äöü 漢字"),
    ])
    func escapesTextOnce(text: String, expected: String) throws {
        #expect(
            try render("{{words}}|{{#items}}{{#words}}{{.}}{{/words}}{{/items}}", Page(words: text, items: [Item(words: text)]))
                == "\(expected)|\(expected)")
    }

    @Test func showsMarkupAsItIs() throws {
        #expect(try render("{{{body}}}{{& body}}", Page()) == "<b>x</b><b>x</b>")
    }

    struct Lists: TemplateContext {
        let short: [HTML]
        let long: [HTML]

        static let fields: Fields<Lists> = [.pieces("short") { $0.short }, .pieces("long") { $0.long }]
    }

    @Test(arguments: [
        "{{{long}}}", "a{{{long}}}b", "{{{long}}}{{{long}}}", "a{{{short}}}b{{{long}}}c{{{short}}}d{{{long}}}\n",
        "a\n  {{>part}}\nb{{{long}}}c", "{{{long}}}\n  {{>part}}\n{{{long}}}", "{{$block}}{{{long}}}\n{{/block}}{{{short}}}",
    ])
    func aLongListStandsInItsPlace(template: String) throws {
        let piece = HTML(markup: String(repeating: "<li>x</li>", count: 1000) + "\n")
        let part = "p{{{short}}}\n{{{long}}}q\n"
        let files = [("page", template), ("part", part)].map { SourceFile(path: "Templates/Site/\($0.0).mustache", text: $0.1) }
        func render(_ long: [HTML]) throws -> [UInt8] {
            let lists = Lists(short: [HTML(markup: "<i>"), HTML(markup: "</i>")], long: long)
            return try TemplateLibrary(files, pages: ["page": Lists.shape]).render("page", lists.object)
        }
        // A short one is copied where it stands; nothing else may make a difference.
        let mark = "@\n"
        let short = String(decoding: try render([HTML(markup: mark)]), as: UTF8.self)
        for count in [20, 30, 100] {
            let long = Array(repeating: piece, count: count)
            let expected = short.replacing(mark, with: String(repeating: piece.markup, count: count))
            #expect(try render(long) == Array(expected.utf8))
        }
    }

    @Test func anAbsentValueIsNotLookedForFurtherOut() throws {
        let template =
            "{{#items}}{{#words}}{{words}}{{/words}}{{^words}}none{{/words}};{{/items}}{{#item}}{{always}}{{/item}}{{^item}}no item{{/item}}"
        #expect(try render(template, Page(items: [Item(words: nil), Item(words: "a")])) == "none;a;no item")
        #expect(try render(template, Page(item: Item(words: nil))) == "-")
    }

    @Test func transformsGiveWhatTheCheckerExpects() throws {
        let page = Page(items: [Item(words: "a"), Item(words: "b")])
        #expect(try render("{{count(items)}}{{#items}}{{plusone(index())}}{{^last()}},{{/last()}}{{/items}}", page) == "21,2")
        #expect(try render("{{^empty(items)}}some{{/empty(items)}}{{#empty(items)}}none{{/empty(items)}}", Page()) == "none")
        #expect(try render("{{#first(items)}}{{always}}{{/first(items)}}", page) == "-")
    }

    @Test func interfaceWordsAreEscapedAndNested() throws {
        let strings = InterfaceStrings(Phrasebook(phrases: ["site.skip": "Skip <here>", "site.count": "{count} items"]))
        #expect(strings.shape == .object(["site": .object(["skip": .text, "count": .unfilledPhrase])]))
        let file = SourceFile(path: "Templates/Site/page.mustache", text: "{{strings.site.skip}}")
        let library = try TemplateLibrary([file], pages: ["page": ["strings": strings.shape]])
        #expect(String(decoding: library.render("page", strings.object), as: UTF8.self) == "Skip &lt;here&gt;")
    }

    @Test func interfaceWordsAreWrittenOutWhenTemplatesAreRead() throws {
        let strings = InterfaceStrings(Phrasebook(phrases: ["site.skip": "Skip <here> {{! }}"]))
        let file = SourceFile(path: "Templates/Site/page.mustache", text: "{{ strings.site.skip }}, {{words}}")
        let shape = Page.shape.merging(["strings": strings.shape]) { own, _ in own }
        let library = try TemplateLibrary([file], pages: ["page": shape], strings: strings)
        #expect(String(decoding: library.render("page", Page().object), as: UTF8.self) == "Skip &lt;here&gt; &#123;&#123;! }}, outer")
    }

    @Test func jsonInAScriptCannotCloseIt() {
        let script = JSONWriter.script { $0.member("a", "</script><!--") }
        #expect(script.markup == #"{"a":"\u003C/script\u003E\u003C!--"}"#)
    }

    @Test(arguments: PageKind.allCases)
    func noPageGivesANameTwice(page: PageKind) {
        let frame = Set(PageFrame.fields.names + ["strings"])
        let own: [String] =
            switch page {
            case .home: HomePage.fields.names
            case .exerciseIndex: ExerciseIndexPage.fields.names
            case .exercise: ExercisePage.fields.names
            case .category: CategoryPage.fields.names
            case .names: NamesPage.fields.names
            case .search: SearchPage.fields.names
            case .programmeIndex: ProgrammeIndexPage.fields.names
            case .programme: ProgrammePage.fields.names
            case .guidanceIndex: GuidanceIndexPage.fields.names
            case .guidance: GuidancePage.fields.names
            case .sources: SourcesPage.fields.names
            case .myProgramme: MyProgrammePage.fields.names
            case .notFound: NotFoundPage.fields.names
            case .offline: OfflinePage.fields.names
            case .header, .footer, .exerciseCard: []
            }
        #expect(Set(own).count == own.count)
        #expect(frame.isDisjoint(with: own))
    }
}
