import CCMark
import CommonMark
import Diagnostics
import Foundation
import PageRendering

/// Prose: its HTML is the reference implementation's, has no element that prose cannot have, and every range lies in the text.
struct ProseTarget: FuzzTarget {
    static let name = "prose"
    static let longest = 2_000
    static let dictionary = [
        "# ", "## ", "- ", "1. ", "> ", "```\n", "~~~\n", "    ", "***\n", "**", "_", "`", "[a](b)", "![a](figure:b)", "[a]: b 'c'\n",
        "<b>",
        "<!-- ", "-->", "<script>", "<https://a.b>", "&amp;", "&#0;", "&#x202e;", "](", "[", "  \n", "\\\n", "dose:hold", "\\",
    ]

    let seeds: [[UInt8]]

    init(root: String) {
        seeds = ["Exercises", "Programmes", "Guidance"].flatMap { SeedFiles.texts(in: "\(root)/Content/\($0)", endingIn: ".md") }.map {
            text in
            let parts = text.split(separator: "\n---\n", maxSplits: 1)
            return Array((parts.last ?? "").utf8)
        }
    }

    func run(_ input: [UInt8]) throws(BrokenProperty) -> Set<String> {
        let text = String(decoding: input, as: UTF8.self)
        let file = SourceFile(path: "prose.md", text: text)
        let document: Document
        do throws(Diagnostic) {
            document = try Document(parsing: file)
        } catch {
            try DiagnosticProperties.check([error])
            return [error.id]
        }
        let html = ProseRenderer().render(document.blocks)
        try ProseMarkup.check(html)
        if let reference = Self.reference(text) {
            try BrokenProperty.require(html == reference, "the HTML is not the reference implementation's")
        }
        var reached: Set<String> = []
        var broken: SourceRange?
        Self.visit(document.blocks) { inline in
            reached.insert(Self.name(of: inline.kind))
            if !(0...text.utf8.count).contains(inline.range.upperBound) { broken = inline.range }
        }
        if let broken { throw BrokenProperty("a range of \(broken) leaves a text of \(text.utf8.count) bytes") }
        for block in document.blocks { reached.insert(Self.name(of: block.kind)) }
        reached.insert("size \(html.utf8.count.bitWidth - html.utf8.count.leadingZeroBitCount)")
        return reached
    }

    /// Every inline, each before those inside it.
    private static func visit(_ blocks: [Block], _ visit: (Inline) -> Void) {
        func go(_ inlines: [Inline]) {
            for inline in inlines {
                visit(inline)
                switch inline.kind {
                case .emphasis(let children), .strong(let children), .link(_, let children), .image(_, let children): go(children)
                case .text, .softBreak, .lineBreak, .code, .html: break
                }
            }
        }
        for block in blocks {
            switch block.kind {
            case .paragraph(let inlines), .heading(_, let inlines): go(inlines)
            case .blockQuote(let blocks): Self.visit(blocks, visit)
            case .list(let list): list.items.forEach { Self.visit($0.blocks, visit) }
            case .thematicBreak, .codeBlock, .htmlBlock: break
            }
        }
    }

    private static func name(of kind: Inline.Kind) -> String {
        switch kind {
        case .link: "link"
        case .image: "image"
        case .code: "code"
        case .html: "raw HTML"
        case .lineBreak: "line break"
        default: "text"
        }
    }

    private static func name(of kind: Block.Kind) -> String {
        switch kind {
        case .list(let list): list.isTight ? "tight list" : "loose list"
        case .blockQuote: "block quote"
        case .codeBlock: "code block"
        case .htmlBlock: "HTML block"
        case .heading(let level, _): "heading \(level)"
        default: "block"
        }
    }

    private static func reference(_ text: String) -> String? {
        guard let html = cmark_markdown_to_html(text, text.utf8.count, CMARK_OPT_DEFAULT) else { return nil }
        defer { free(html) }
        return String(cString: html)
    }
}

/// What HTML of prose may consist of.
enum ProseMarkup {
    private static let attributes: [String: Set<String>] = [
        "p": [], "em": [], "strong": [], "ul": [], "ol": ["start"], "li": [], "blockquote": [], "hr": [], "br": [], "pre": [],
        "code": ["class"], "a": ["href", "title"], "img": ["src", "alt", "title"], "h1": [], "h2": [], "h3": [], "h4": [], "h5": [],
        "h6": [],
    ]

    private static let omission = Array("<!-- raw HTML omitted -->".utf8)

    static func check(_ html: String) throws(BrokenProperty) {
        var rest = Substring(html).utf8
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[start...]
            if rest.starts(with: omission) {
                rest = rest.dropFirst(omission.count)
                continue
            }
            guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { throw BrokenProperty("a tag does not end") }
            try check(tag: String(Substring(rest[rest.index(after: start)..<end])))
            rest = rest[rest.index(after: end)...]
        }
    }

    private static func check(tag: String) throws(BrokenProperty) {
        if tag.hasPrefix("/") {
            try BrokenProperty.require(attributes.keys.contains(String(tag.dropFirst())), "prose ends an element <\(tag)>")
            return
        }
        // By bytes: a joiner after a quotation mark makes one character of the two.
        let pieces = tag.utf8.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false).map { String(Substring($0)) }
        let words = (pieces.first ?? "").split(separator: " ")
        guard let name = words.first.map(String.init), let allowed = attributes[name], pieces.count % 2 == 1 else {
            throw BrokenProperty("prose has a tag <\(tag)>")
        }
        // Before each value stands ` name=`; a value is between two quotation marks.
        for index in stride(from: 0, to: pieces.count - 1, by: 2) {
            let key = pieces[index].split(separator: " ").last?.dropLast()
            guard let key, allowed.contains(String(key)) else { throw BrokenProperty("prose has a tag <\(tag)>") }
            let value = pieces[index + 1].lowercased()
            let isAddress = key == "href" || key == "src"
            try BrokenProperty.require(
                !isAddress || !["javascript:", "vbscript:", "file:", "data:text"].contains(where: value.hasPrefix),
                "prose links to \(value)")
        }
    }
}
