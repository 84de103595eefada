import Diagnostics
import Testing

@testable import PageRendering

/// What `TemplateLibrary` reports; each expectation is `file:line:column id` and, after a bar, what the fix says.
struct TemplateCheckerTests {
    struct Step: TemplateContext {
        static let fields: Fields<Step> = [
            .text("words") { _ in "" }, .html("body") { _ in HTML(markup: "") }, .optionalText("note") { _ in nil },
        ]
    }

    struct Dose: TemplateContext {
        static let fields: Fields<Dose> = [.text("sentence") { _ in "" }, .optional("origin") { _ in Step?.none }]
    }

    struct Page: TemplateContext {
        static let fields: Fields<Page> = [
            .text("title") { _ in "" }, .html("introduction") { _ in HTML(markup: "") }, .flag("isDraft") { _ in true },
            .list("steps") { _ in [Step]() }, .texts("aliases") { _ in [] }, .optional("dose") { _ in Dose?.none },
            .object("review") { _ in Dose() },
        ]
    }

    private static let strings: Shape = .object([
        "site": .object(["skip": .text, "count": .unfilledPhrase])
    ])

    private func problems(_ page: String, _ others: [String: String] = [:]) -> [String] {
        let files = [("page", page)] + others.sorted { $0.key < $1.key }
        let shape = Page.shape.merging(["strings": Self.strings]) { own, _ in own }
        do {
            _ = try TemplateLibrary(
                files.map { SourceFile(path: "Templates/Site/\($0.0).mustache", text: $0.1) }, pages: ["page": shape])
            return []
        } catch {
            return error.diagnostics.map { problem in
                guard let location = problem.location, let range = location.range else { return problem.id }
                let place = location.file.position(of: range.lowerBound)
                let name = location.file.path.dropFirst("Templates/Site/".count).dropLast(".mustache".count)
                let marked = String(decoding: Array(location.file.text.utf8)[range.lowerBound..<range.upperBound], as: UTF8.self)
                let fix = problem.fix.map { " | \($0.message)" } ?? ""
                return "\(name):\(place.line):\(place.column) \(problem.id) <\(marked)>\(fix)"
            }
        }
    }

    @Test(arguments: [
        "{{title}} {{{introduction}}} {{& introduction}}",
        "{{#steps}}{{words}}{{{body}}}{{title}}{{#note}}{{note}}{{.}}{{/note}}{{^note}}-{{/note}}{{/steps}}",
        "{{#aliases}}{{.}}{{^last()}}, {{/last()}}{{/aliases}}{{^aliases}}none{{/aliases}}",
        "{{#isDraft}}x{{/isDraft}}{{^isDraft}}y{{/isDraft}}",
        "{{#dose}}{{sentence}}{{dose.sentence}}{{#origin}}{{words}}{{/origin}}{{/dose}}{{review.sentence}}{{#review}}{{.sentence}}{{/review}}",
        "{{#dose}}{{#dose.origin}}{{dose.origin.words}}{{/dose.origin}}{{/dose}}",
        "{{count(steps)}}{{^empty(steps)}}x{{/empty(steps)}}{{#first(steps)}}{{words}}{{/first(steps)}}",
        "{{#steps}}{{plusone(index())}}{{#isDraft}}{{#odd()}}x{{/odd()}}{{/isDraft}}{{/steps}}",
        "{{! {{anything at all} }}{{strings.site.skip}}",
        "{{#steps}}\n  {{words}}\n{{/steps}}\n",
    ])
    func acceptsWhatTheContextOffers(template: String) {
        #expect(problems(template) == [])
    }

    @Test(arguments: [
        ("a\n{{tilte}}", "page:2:3 unknown-name <tilte> | did you mean `title`?"),
        ("é{{ tilte }}", "page:1:5 unknown-name <tilte> | did you mean `title`?"),
        ("{{{introdution}}}", "page:1:4 unknown-name <introdution> | did you mean `introduction`?"),
        ("{{review.sentense}}", "page:1:10 unknown-name <sentense> | did you mean `sentence`?"),
        ("{{strings.site.skipp}}", "page:1:16 unknown-name <skipp> | did you mean `skip`?"),
        ("{{title.x}}", "page:1:9 unknown-name <x>"),
        ("{{#stps}}{{tilte}}{{/stps}}", "page:1:4 unknown-name <stps> | did you mean `steps`?"),
        ("{{words}}", "page:1:3 unknown-name <words>"),
        ("{{#steps}}{{.title}}{{/steps}}", "page:1:14 unknown-name <title>"),
        ("{{index()}}", "page:1:3 unknown-name <index>"),
        ("{{#steps}}{{#review}}{{index()}}{{/review}}{{/steps}}", "page:1:24 unknown-name <index>"),
    ])
    func reportsAnUnknownNameAtItsPlace(template: String, expected: String) {
        #expect(problems(template) == [expected])
    }

    @Test(arguments: [
        ("{{{title}}}", "page:1:4 template-raw-text <title> | write two braces: `{{title}}`"),
        ("{{&title}}", "page:1:4 template-raw-text <title> | write two braces: `{{title}}`"),
        ("{{introduction}}", "page:1:3 template-escaped-html <introduction> | write three braces: `{{{introduction}}}`"),
        ("{{#steps}}{{body}}{{{words}}}{{/steps}}", "page:1:13 template-escaped-html <body> | write three braces: `{{{body}}}`"),
        ("{{steps}}", "page:1:3 template-not-text <steps>"),
        ("{{review}}", "page:1:3 template-not-text <review>"),
        ("{{isDraft}}", "page:1:3 template-not-text <isDraft>"),
        ("{{^aliases}}{{.}}{{/aliases}}", "page:1:15 template-not-text <.>"),
        ("{{strings.site.count}}", "page:1:3 template-unfilled-phrase <strings.site.count>"),
        (
            "{{dose.sentence}}",
            "page:1:3 template-unguarded-optional <dose> | put it inside {{#dose}}…{{/dose}}"
        ),
        (
            "{{#steps}}{{note}}{{/steps}}",
            "page:1:13 template-unguarded-optional <note> | put it inside {{#note}}…{{/note}}"
        ),
        (
            "{{#dose}}{{/dose}}{{#dose.origin}}{{/dose.origin}}",
            "page:1:22 template-unguarded-optional <dose> | put it inside {{#dose}}…{{/dose}}"
        ),
    ])
    func reportsWhatWouldBeShownWrongly(template: String, expected: String) {
        #expect(problems(template).first == expected)
    }

    @Test(arguments: [
        ("{{counted(steps)}}", "page:1:3 unknown-transform <counted> | did you mean `count`?"),
        ("{{uppercased(title)}}", "page:1:3 unknown-transform <uppercased>"),
        ("{{#steps}}{{indx()}}{{/steps}}", "page:1:13 unknown-transform <indx> | did you mean `index`?"),
        ("{{plusoen(count(steps))}}", "page:1:3 unknown-transform <plusoen> | did you mean `plusone`?"),
        ("{{=<% %>=}}", "page:1:4 template-not-supported <<% %>=>"),
        ("{{% CONTENT_TYPE: TEXT}}", "page:1:5 template-not-supported <CONTENT_TYPE: TEXT>"),
        ("{{>*title}}", "page:1:4 template-not-supported <*title>"),
        ("a {{title", "page:1:3 template-syntax <{{>"),
        ("{{{title}}", "page:1:1 template-syntax <{{{>"),
        ("{{}}", "page:1:3 template-syntax <>"),
        ("{{a b}}", "page:1:3 template-syntax <a b>"),
        ("{{review..sentence}}", "page:1:3 template-syntax <review..sentence>"),
        ("{{count(steps}}", "page:1:3 template-syntax <count(steps>"),
        ("{{#isDraft}}", "page:1:4 template-syntax <isDraft>"),
        ("{{/isDraft}}", "page:1:4 template-syntax <isDraft>"),
        ("{{#isDraft}}\n{{/steps}}", "page:2:4 template-syntax <steps> | close `isDraft`"),
    ])
    func reportsWhatCannotBeRead(template: String, expected: String) {
        #expect(problems(template).first == expected)
    }

    @Test(arguments: [
        ("<a href={{title}}>", "page:1:9 template-unsafe-place <{{title}}>"),
        ("<a {{title}}>", "page:1:4 template-unsafe-place <{{title}}>"),
        ("<a title=\"{{{introduction}}}\">", "page:1:11 template-unsafe-place <{{{introduction}}}>"),
        ("<SCRIPT defer>let a = '{{title}}'</SCRIPT>", "page:1:24 template-unsafe-place <{{title}}>"),
        ("<script>{{{introduction}}}</script>", "page:1:9 template-unsafe-place <{{{introduction}}}>"),
        ("<style>{{title}}</style>", "page:1:8 template-unsafe-place <{{title}}>"),
        ("<a title='\"{{title}}'>{{title}}</a> <b {{title}}", "page:1:40 template-unsafe-place <{{title}}>"),
    ])
    func reportsAValueThatEscapingWouldNotMakeSafe(template: String, expected: String) {
        #expect(problems(template) == [expected])
    }

    @Test(arguments: [
        "<a href=\"{{title}}\" title='{{title}}'>{{title}}{{{introduction}}}</a>", "<!-- <a {{title}} -->",
        "<script type=\"application/ld+json\">{{{introduction}}}</script>{{title}}",
        "<script type=\"application/json\">{{{introduction}}}</script>{{title}}", "1 < 2 {{title}}",
        "<li{{#isDraft}} class=\"{{title}}\"{{/isDraft}}>{{title}}</li>", "<script src=\"{{title}}\"></script>{{title}}",
        "<style>a { }</style><p>{{title}}</p>",
    ])
    func acceptsAValueWhereEscapingMakesItSafe(template: String) {
        #expect(problems(template) == [])
    }

    @Test func checksAPartialInTheScopeOfItsPlace() {
        #expect(problems("{{#steps}}{{>step}}{{/steps}}", ["step": "{{words}} {{title}}"]) == [])
        #expect(problems("{{>step}}", ["step": "x\n {{words}}"]) == ["step:2:4 unknown-name <words>"])
        #expect(problems("{{>step}}{{>step}}", ["step": "{{tilte}}"]) == ["step:1:3 unknown-name <tilte> | did you mean `title`?"])
        #expect(problems("{{#steps}}{{>step}}{{/steps}}", ["step": "{{index()}}"]) == ["step:1:3 unknown-name <index>"])
        #expect(problems("{{>stpe}}", ["step": ""]) == ["page:1:4 unknown-partial <stpe> | did you mean `step`?"])
        #expect(problems("{{>parts/x}}", ["parts/x": "{{title}}"]) == [])
    }

    @Test func checksBlocksWhereTheParentShowsThem() {
        let layout = "{{#steps}}{{$row}}{{words}}{{/row}}{{/steps}}{{$end}}{{/end}}"
        #expect(problems("{{<layout}}{{$row}}{{{body}}}{{/row}}{{/layout}}", ["layout": layout]) == [])
        #expect(
            problems("{{<layout}}\n{{$end}}{{words}}{{/end}}\n{{/layout}}", ["layout": layout]) == ["page:2:11 unknown-name <words>"])
        #expect(
            problems("{{<layout}}{{$rwo}}{{/rwo}}{{/layout}}", ["layout": layout]) == [
                "page:1:15 unknown-block <rwo> | did you mean `row`?"
            ])
        #expect(
            problems("{{<layuot}}{{/layuot}}", ["layout": ""]) == ["page:1:4 unknown-partial <layuot> | did you mean `layout`?"])
        #expect(problems("{{<layout}}{{$deep}}x{{/deep}}{{/layout}}", ["layout": "{{>part}}", "part": "{{$deep}}{{/deep}}"]) == [])
    }

    @Test func reportsWhatAParentWouldNotShow() {
        let layout = ["layout": "{{$end}}{{/end}}"]
        #expect(problems("{{<layout}}lost{{/layout}}", layout) == ["page:1:12 template-syntax <lost>"])
        #expect(problems("{{<layout}}{{title}}{{/layout}}", layout) == ["page:1:12 template-syntax <{{title}}>"])
        #expect(problems("{{<layout}}{{$end}}a{{/end}} {{!ok}}\n{{/layout}}", layout) == [])
        #expect(problems("{{<layout}}{{$end}}a{{/end}}b{{/layout}}", layout) == ["page:1:29 template-syntax <b>"])
    }

    @Test func endsOnTemplatesThatShowThemselves() {
        #expect(problems("{{>page}}") == ["page:1:4 template-recursion <page>"])
        #expect(problems("{{>a}}", ["a": "{{#steps}}{{>b}}{{/steps}}", "b": "{{>a}}"]) == ["b:1:4 template-recursion <a>"])
        let doubling = (0..<40).map { ("p\($0)", "{{>p\($0 + 1)}}{{>p\($0 + 1)}}") } + [("p40", "{{title}}")]
        #expect(problems("{{>p0}}", Dictionary(uniqueKeysWithValues: doubling)) == [])
    }

    @Test func reportsAMissingPageTemplate() throws {
        let error = #expect(throws: TemplateLibrary.Problems.self) { try TemplateLibrary([], pages: ["pages/home": [:]]) }
        #expect(error?.diagnostics.map(\.id) == ["missing-template"])
    }
}
