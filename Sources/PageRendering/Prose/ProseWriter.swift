import CommonMark

/// Writes blocks and inlines into one buffer. Line feeds stand where the reference implementation puts them.
struct ProseWriter {
    private(set) var html = HTMLBuffer()
    private let renderer: ProseRenderer
    private var identifiers: HeadingIdentifiers

    init(_ renderer: ProseRenderer) {
        self.renderer = renderer
        identifiers = HeadingIdentifiers(reserved: renderer.headings.reservedIdentifiers)
    }

    // MARK: Blocks

    mutating func write(_ blocks: [Block], isTight: Bool) {
        for block in blocks {
            switch block.kind {
            case .paragraph(let inlines): writeParagraph(inlines, isTight: isTight)
            case .heading(let level, let inlines): writeHeading(level, inlines)
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
    }

    private mutating func writeParagraph(_ inlines: [Inline], isTight: Bool) {
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
    private func blockInPlace(of inlines: [Inline]) -> String? {
        guard inlines.count == 1, let inline = inlines.first else { return nil }
        let resolution: ProseResolver.Resolution? =
            switch inline.kind {
            case .link(let link, let content): resolve(.link, link, content, inline, standsAlone: true)
            case .image(let link, let content): resolve(.image, link, content, inline, standsAlone: true)
            default: nil
            }
        guard case .block(let block) = resolution else { return nil }
        return block
    }

    private mutating func writeHeading(_ level: Int, _ inlines: [Inline]) {
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
            write(item.blocks, isTight: list.isTight)
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
    mutating func write(_ inlines: [Inline], standAlone: Bool) {
        for inline in inlines {
            switch inline.kind {
            case .text(let text): html.append(escaping: text)
            case .softBreak: html.append("\n")
            case .lineBreak: html.append("<br />\n")
            case .code(let text):
                html.append("<code>")
                html.append(escaping: text)
                html.append("</code>")
            case .html: html.append("<!-- raw HTML omitted -->")
            case .emphasis(let children): write(children, in: "em")
            case .strong(let children): write(children, in: "strong")
            case .link(let link, let content):
                write(.link, link, content, inline, standsAlone: standAlone && inlines.count == 1)
            case .image(let link, let content):
                write(.image, link, content, inline, standsAlone: standAlone && inlines.count == 1)
            }
        }
    }

    private mutating func write(_ children: [Inline], in element: String) {
        html.append("<\(element)>")
        write(children, standAlone: false)
        html.append("</\(element)>")
    }

    private mutating func write(
        _ role: ProseResolver.Occurrence.Role, _ link: Link, _ content: [Inline], _ inline: Inline, standsAlone: Bool
    ) {
        switch resolve(role, link, content, inline, standsAlone: standsAlone) {
        case .asWritten: writeElement(role, link, content, destination: link.destination, attributes: [])
        case .destination(let destination, let attributes):
            writeElement(role, link, content, destination: destination, attributes: attributes)
        case .contentOnly, .block:
            if role == .link { write(content, standAlone: false) } else { writeDescription(content) }
        case .text(let text): html.append(escaping: text)
        case .html(let markup): html.append(markup)
        }
    }

    private mutating func writeElement(
        _ role: ProseResolver.Occurrence.Role, _ link: Link, _ content: [Inline], destination: String,
        attributes: [ProseResolver.Attribute]
    ) {
        html.append(role == .link ? "<a href=\"" : "<img src=\"")
        html.append(destination: destination)
        if role == .image {
            html.append("\" alt=\"")
            writeDescription(content)
        }
        html.append("\"")
        if !link.title.isEmpty { writeAttribute("title", link.title) }
        for attribute in attributes { writeAttribute(attribute.name, attribute.value) }
        if role == .link {
            html.append(">")
            write(content, standAlone: false)
            html.append("</a>")
        } else {
            html.append(" />")
        }
    }

    private mutating func writeAttribute(_ name: String, _ value: String) {
        html.append(" \(name)=\"")
        html.append(escaping: value)
        html.append("\"")
    }

    /// The description of an image as the value of an attribute.
    private mutating func writeDescription(_ content: [Inline]) {
        var description = ProsePlainText(resolver: renderer.resolver, keepsRawHTML: true)
        description.append(content)
        html.append(escaping: description.text)
    }

    private func resolve(
        _ role: ProseResolver.Occurrence.Role, _ link: Link, _ content: [Inline], _ inline: Inline, standsAlone: Bool
    ) -> ProseResolver.Resolution {
        guard let resolver = renderer.resolver else { return .asWritten }
        return resolver.resolve(.init(role: role, link: link, content: content, range: inline.range, standsAlone: standsAlone))
    }
}
