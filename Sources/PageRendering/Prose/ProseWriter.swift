import CommonMark

/// Writes blocks and inlines into one buffer. Line feeds stand where the reference implementation puts them.
struct ProseWriter: ~Copyable {
    private(set) var html = HTMLBuffer()
    private let renderer: ProseRenderer
    private var identifiers: HeadingIdentifiers

    init(_ renderer: ProseRenderer) {
        self.renderer = renderer
        identifiers = HeadingIdentifiers(reserved: renderer.headings.reservedIdentifiers)
    }

    // MARK: Blocks

    mutating func write(_ blocks: some Sequence<Block>, isTight: Bool) {
        for block in blocks {
            if let inlines = block.inlines {
                if let level = block.headingLevel { writeHeading(level, inlines) } else { writeParagraph(inlines, isTight: isTight) }
            } else {
                write(block.kind)
            }
        }
    }

    /// A block that holds no inlines itself.
    private mutating func write(_ kind: Block.Kind) {
        switch kind {
        case .paragraph, .heading: break
        case .thematicBreak:
            html.startLine()
            html.append("<hr />\n")
        case .blockQuote(let children):
            html.startLine()
            html.append("<blockquote>\n")
            write(children, isTight: false)
            html.startLine()
            html.append("</blockquote>\n")
        case .list(let list): writeList(list)
        case .codeBlock(let info, let literal): writeCode(info, literal)
        case .htmlBlock:
            html.startLine()
            html.append("<!-- raw HTML omitted -->\n")
        }
    }

    private mutating func writeParagraph(_ inlines: Inlines, isTight: Bool) {
        if let block = blockInPlace(of: inlines) {
            html.startLine()
            html.append(block)
            html.startLine()
        } else if isTight {
            write(inlines, standAlone: true)
        } else {
            html.startLine()
            html.append("<p>")
            write(inlines, standAlone: true)
            html.append("</p>\n")
        }
    }

    /// The block that the resolver puts in place of a paragraph with a single link or image.
    private func blockInPlace(of inlines: Inlines) -> String? {
        guard let inline = inlines.only, inline.isLinkOrImage,
            case .block(let block) = resolve(ProseResolver.Occurrence(inline, standsAlone: true))
        else { return nil }
        return block
    }

    private mutating func writeHeading(_ level: Int, _ inlines: Inlines) {
        let shifted = min(6, max(1, level + renderer.headings.shift))
        html.startLine()
        html.append("<h\(shifted)")
        if renderer.headings.haveIdentifiers {
            html.append(" id=\"")
            html.append(escaping: identifiers.identifier(for: renderer.plainText(inlines)))
            html.append("\"")
        }
        html.append(">")
        write(inlines, standAlone: false)
        html.append("</h\(shifted)>\n")
    }

    private mutating func writeList(_ list: List) {
        html.startLine()
        switch list.start {
        case nil: html.append("<ul>\n")
        case 1: html.append("<ol>\n")
        case .some(let start): html.append("<ol start=\"\(start)\">\n")
        }
        for item in list.items {
            html.startLine()
            html.append("<li>")
            write(item.children, isTight: list.isTight)
            html.append("</li>\n")
        }
        html.append(list.isOrdered ? "</ol>\n" : "</ul>\n")
    }

    private mutating func writeCode(_ info: String, _ literal: String) {
        html.startLine()
        if info.isEmpty {
            html.append("<pre><code>")
        } else {
            let language = info.utf8.prefix { $0 != UInt8(ascii: " ") && !(0x09...0x0D).contains($0) }
            html.append("<pre><code class=\"language-")
            html.append(escaping: String(Substring(language)))
            html.append("\">")
        }
        html.append(escaping: literal)
        html.append("</code></pre>\n")
    }

    // MARK: Inlines

    /// `standAlone` says that the inlines are the whole of a paragraph.
    mutating func write(_ inlines: Inlines, standAlone: Bool) {
        for inline in inlines { write(inline, standsAlone: standAlone && inlines.only != nil) }
    }

    mutating func write(_ inline: Inline, standsAlone: Bool) {
        switch inline.type {
        case .text: inline.withText { html.append(escaping: $0) }
        case .softBreak: html.append("\n")
        case .lineBreak: html.append("<br />\n")
        case .code:
            html.append("<code>")
            inline.withText { html.append(escaping: $0) }
            html.append("</code>")
        case .html: html.append("<!-- raw HTML omitted -->")
        case .emphasis:
            html.append("<em>")
            write(inline.children, standAlone: false)
            html.append("</em>")
        case .strong:
            html.append("<strong>")
            write(inline.children, standAlone: false)
            html.append("</strong>")
        case .link, .image: write(ProseResolver.Occurrence(inline, standsAlone: standsAlone))
        }
    }

    private mutating func write(_ occurrence: ProseResolver.Occurrence) {
        switch resolve(occurrence) {
        case .asWritten: writeElement(occurrence, destination: occurrence.destination, attributes: [])
        case .destination(let destination, let attributes):
            writeElement(occurrence, destination: destination, attributes: attributes)
        case .contentOnly, .block:
            if occurrence.role == .link { write(occurrence.content, standAlone: false) } else { writeDescription(occurrence.content) }
        case .text(let text): html.append(escaping: text)
        case .html(let markup): html.append(markup)
        }
    }

    private mutating func writeElement(
        _ occurrence: ProseResolver.Occurrence, destination: String, attributes: [ProseResolver.Attribute]
    ) {
        let isLink = occurrence.role == .link
        html.append(isLink ? "<a href=\"" : "<img src=\"")
        html.append(destination: destination)
        if !isLink {
            html.append("\" alt=\"")
            writeDescription(occurrence.content)
        }
        html.append("\"")
        let title = occurrence.inline.title
        if !title.isEmpty { writeAttribute("title", title) }
        for attribute in attributes { writeAttribute(attribute.name, attribute.value) }
        if isLink {
            html.append(">")
            write(occurrence.content, standAlone: false)
            html.append("</a>")
        } else {
            html.append(" />")
        }
    }

    private mutating func writeAttribute(_ name: String, _ value: String) {
        html.append(" ")
        html.append(name)
        html.append("=\"")
        html.append(escaping: value)
        html.append("\"")
    }

    /// The description of an image as the value of an attribute.
    private mutating func writeDescription(_ content: Inlines) {
        var description = ProsePlainText(resolver: renderer.resolver, keepsRawHTML: true)
        description.append(content)
        description.bytes.withUnsafeBufferPointer { html.append(escaping: $0) }
    }

    private func resolve(_ occurrence: ProseResolver.Occurrence) -> ProseResolver.Resolution {
        renderer.resolver?.resolve(occurrence) ?? .asWritten
    }
}
