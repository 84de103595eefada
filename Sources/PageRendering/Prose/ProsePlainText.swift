import CommonMark

/// Collects the text of inlines without their markup.
struct ProsePlainText {
    let resolver: ProseResolver?
    /// In the description of an image the reference implementation keeps raw HTML as text.
    let keepsRawHTML: Bool
    private(set) var bytes: [UInt8] = []

    init(resolver: ProseResolver?, keepsRawHTML: Bool) {
        self.resolver = resolver
        self.keepsRawHTML = keepsRawHTML
    }

    mutating func append(_ inlines: some Sequence<Inline>) {
        for inline in inlines {
            switch inline.type {
            case .text, .code: inline.append(textTo: &bytes)
            case .html: if keepsRawHTML { inline.append(textTo: &bytes) }
            case .softBreak, .lineBreak: bytes.append(UInt8(ascii: " "))
            case .emphasis, .strong: append(inline.children)
            case .link, .image:
                if case .text(let replacement) = resolver?.resolve(ProseResolver.Occurrence(inline, standsAlone: false)) {
                    bytes.append(replacement)
                } else {
                    append(inline.children)
                }
            }
        }
    }
}
