package import Diagnostics

extension Document {
    /// How many blocks and inlines may stand inside each other. People write five or so; the limit keeps every later recursion over a
    /// document within a small stack.
    package static let deepestNesting = 100

    /// Parses the text of a file, or a part of it such as the body after a front matter.
    ///
    /// All ranges are offsets in the whole file. Throws `nesting-too-deep` when blocks or inlines nest deeper than `deepestNesting`.
    package init(parsing source: SourceFile, in part: SourceRange? = nil) throws(Diagnostic) {
        let text = SourcePart(part, of: source)
        guard let tree = Tree(parsing: text.bytes) else {
            throw Diagnostic("unreadable-text", .error, "the CommonMark parser could not read the text", in: source, part)
        }
        var converter = TreeConverter(text)
        try tree.walk { step, node throws(Diagnostic) in
            switch step {
            case .enter: try converter.enter(node)
            case .exit: converter.exit(node)
            }
        }
        self = converter.document()
    }
}
