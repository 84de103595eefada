import CommonMark

/// Collects the text of inlines without their markup.
struct ProsePlainText {
    let resolver: ProseResolver?
    /// In the description of an image the reference implementation keeps raw HTML as text.
    let keepsRawHTML: Bool
    private(set) var text = ""

    init(resolver: ProseResolver?, keepsRawHTML: Bool) {
        self.resolver = resolver
        self.keepsRawHTML = keepsRawHTML
    }

    mutating func append(_ inlines: [Inline]) {
        for inline in inlines {
            switch inline.kind {
            case .text(let literal), .code(let literal): text += literal
            case .html(let literal): if keepsRawHTML { text += literal }
            case .softBreak, .lineBreak: text += " "
            case .emphasis(let children), .strong(let children): append(children)
            case .link(let link, let children): append(link, children, role: .link, inline)
            case .image(let link, let children): append(link, children, role: .image, inline)
            }
        }
    }

    private mutating func append(_ link: Link, _ children: [Inline], role: ProseResolver.Occurrence.Role, _ inline: Inline) {
        let occurrence = ProseResolver.Occurrence(
            role: role, link: link, content: children, range: inline.range, standsAlone: false)
        if case .text(let replacement) = resolver?.resolve(occurrence) {
            text += replacement
        } else {
            append(children)
        }
    }
}
