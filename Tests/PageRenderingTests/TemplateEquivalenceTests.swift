import Diagnostics
import Foundation
import Mustache
import Testing

@testable import PageRendering

/// Templates show the same bytes through swift-mustache.
struct TemplateEquivalenceTests {
    /// Values that fit a shape, the same for the same seed, as Limber and as swift-mustache read them.
    private struct Sample {
        let value: TemplateValue
        /// Nil stands for a name that is not known.
        let mirrored: Any

        init(_ shape: Shape, seed: Int, depth: Int = 0) {
            switch shape {
            case .text, .html, .unfilledPhrase:
                let text = ["a", "b\nc", "&lt;d&gt;", "e {f}", "ä\r\ng"][seed % 5]
                (value, mirrored) = (.markup(HTML(markup: text)), Text(renderText: text))
            case .flag: (value, mirrored) = (.flag(seed % 2 == 0), seed % 2 == 0)
            case .number: (value, mirrored) = (.number(seed % 3), seed % 3)
            case .optional(let inner):
                let sample = Sample(inner, seed: seed / 3, depth: depth)
                (value, mirrored) = seed % 3 == 0 ? (.absent, Nothing()) : (sample.value, sample.mirrored)
            case .list(let element):
                let samples = (0..<seed % 4).map { Sample(element, seed: seed * 7 + $0 * 5 + depth, depth: depth + 1) }
                value = .list(TemplateList(count: samples.count) { samples[$0].value })
                mirrored = samples.map(\.mirrored)
            case .object(let fields):
                var samples: [String: Sample] = [:]
                for (index, name) in fields.keys.sorted().enumerated() {
                    samples[name] = fields[name].map { Sample($0, seed: seed * 3 + index * 11 + 1, depth: depth + 1) }
                }
                value = .object(FoundObject { [samples] in samples[$0.text]?.value })
                mirrored = samples.mapValues(\.mirrored)
            }
        }
    }

    private struct Text: MustacheParent, MustacheCustomRenderable {
        let renderText: String
        let isNull = false
        func child(named: String) -> Any? { nil }
    }

    private struct Nothing: MustacheParent, MustacheCustomRenderable {
        let renderText = ""
        let isNull = true
        func child(named: String) -> Any? { nil }
    }

    /// Renders a page with values that fit its shape, other ones for each seed.
    private func expectSame(_ texts: [String: String], page: String, _ shape: Shape, seeds: Range<Int>) throws {
        let program = TemplateProgram(texts.mapValues { CompiledTemplate($0) })
        let library = MustacheLibrary(templates: try texts.mapValues { try MustacheTemplate(string: $0) })
        for seed in seeds {
            let sample = Sample(shape, seed: seed)
            let rendered = try #require(program.render(page, FoundObject { sample.value[$0] }))
            let expected = try #require(library.render(sample.mirrored, withTemplate: page))
            #expect(String(decoding: rendered, as: UTF8.self) == expected)
        }
    }

    @Test(arguments: PageKind.allCases)
    func everyPageOfTheLibrary(page: PageKind) throws {
        let folder = PageFixture.root.appendingPathComponent("Templates/Site")
        let strings = InterfaceStrings(try PageFixture.phrasebook())
        var texts: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) where path.hasSuffix(".mustache") {
            var parser = TemplateParser(
                SourceFile(path: path, text: try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)))
            texts[String(path.dropLast(".mustache".count))] = parser.parse().compiledText { strings.phrase($0) }
        }
        try expectSame(texts, page: page.templateName, .object(page.shape), seeds: 0..<12)
    }

    private static let shape = Shape.object([
        "words": .text, "maybe": .optional(.text), "flag": .flag, "texts": .list(.text),
        "item": .optional(.object(["words": .text, "inner": .object(["deep": .text])])),
        "items": .list(.object(["words": .text, "on": .flag, "maybe": .optional(.text), "more": .list(.text)])),
    ])

    @Test(arguments: [
        "a\n  {{#flag}}\n  b {{{words}}}\n  {{/flag}}\nc\n", "a {{#flag}}b{{/flag}} c", "{{#flag}}\r\nb\r\n{{/flag}}\r\nc",
        " {{{words}}} \n ",
        "  {{! x }} y\n {{! alone }}\nz", "{{#flag}}a\n{{/flag}}  \nb", "{{#flag}}\n a {{/flag}} b\n  c", "{ {a} {{{words}}}} }}",
        "{{#items}}{{index()}}{{#on}}{{index()}}{{/on}}{{^last()}}, {{/last()}}{{#first()}}f{{/first()}}{{#odd()}}o{{/odd()}}{{/items}}",
        "{{#items}}{{plusone(index())}}{{#maybe}}{{{.}}}{{{words}}}{{/maybe}}{{^maybe}}none{{/maybe}}{{#more}}<{{{.}}}>{{/more}}\n{{/items}}",
        "{{#reversed(items)}}{{{words}}}{{/reversed(items)}}{{#last(items)}}{{{words}}}{{/last(items)}}{{count(texts)}}",
        "{{#item}}{{{inner.deep}}}{{#inner}}{{{deep}}}{{{.deep}}}{{{.words}}}|{{{words}}}{{/inner}}{{/item}}{{{item.inner.deep}}}{{^item}}-{{/item}}",
        "{{^items}}no {{{words}}}{{/items}}{{^empty(items)}}some{{/empty(items)}}{{#even(count(items))}}even{{/even(count(items))}}",
        "x\n  {{>part}}\ny {{>part}} z\n\t{{>part}}", "{{#items}}\n  {{>part}}\n{{/items}}\n", "  {{>missing}}\nend",
        "{{#flag}}\n  {{>nested}}\n{{/flag}}",
        "{{<parent}}\n{{$title}}T {{{words}}}{{/title}}\n{{$body}}\n    one\n      two\n    {{#flag}}\n    three\n    {{/flag}}\n{{/body}}\n{{/parent}}\nafter",
        "  {{<parent}}{{$body}}{{>part}}{{/body}}{{/parent}}", "{{<child}}{{$title}}outer{{/title}}{{/child}}", "{{>parent}}",
        " {{>child}}",
        "{{#items}}{{<parent}}{{$body}}{{index()}}{{{words}}}{{/body}}{{/parent}}{{/items}}", "", "  ", "\n", "{{#flag}}{{/flag}}\n\n  \n",
    ])
    func everyWayToWriteATemplate(text: String) throws {
        let others = [
            "part": "p {{{words}}}\n  q\n{{#texts}}\n  - {{{.}}}\n{{/texts}}\n", "nested": "n\n  {{>part}}\nm{{>part}}",
            "parent": "<h>{{$title}}usual{{/title}}</h>\n  {{$body}}\n  usual body\n  {{/body}}\n<end>\n",
            "child": "{{<parent}}\n  {{$title}}child{{/title}}\n  {{$body}}\n  child body\n  {{/body}}\n{{/parent}}\n",
        ]
        try expectSame(others.merging(["page": text]) { _, new in new }, page: "page", Self.shape, seeds: 0..<24)
    }
}
