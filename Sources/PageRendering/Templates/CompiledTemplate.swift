/// A template as it is rendered: its text and its tags, with the white space that Mustache leaves out of standalone tags gone.
struct CompiledTemplate: Sendable {
    indirect enum Token: Sendable {
        /// Text, whole and by lines, as an indented partial indents each.
        case text([UInt8], lines: [[UInt8]])
        case variable(Name)
        case section(Name, [Token])
        case invertedSection(Name, [Token])
        /// A place that a block of a child may fill.
        case block(String, usual: [Token], indentation: [UInt8])
        /// Another template, with the blocks that replace its own.
        case partial(String, indentation: [UInt8]?, blocks: [String: [Token]]?)
        /// A block inside a parent tag; only there.
        case definition(String, [Token])
    }

    /// Which value a tag speaks of.
    struct Name: Sendable {
        enum Place: Sendable {
            /// The innermost object: `.`.
            case innermost
            /// The place in a list, as in `index()`.
            case sequence
            /// A field of the innermost object: `.name`.
            case local([TemplateKey])
            /// A field of the first object, from the inside out, that has the first key.
            case path(TemplateKey, rest: [TemplateKey])
        }

        let place: Place
        /// Innermost first.
        let transforms: [String]

        /// Reads `a.b`, `.`, `.a`, `count(a.b)`, `index()`, all of which `TemplateParser` has found to be well-formed.
        init(_ text: String) {
            let parts = text.split(separator: "(", omittingEmptySubsequences: false)
            transforms = parts.dropLast().reversed().map(String.init)
            let path = (parts.last ?? "").prefix { $0 != ")" }
            let keys = path.split(separator: ".").map { TemplateKey(String($0)) }
            if path == "." {
                place = .innermost
            } else if path.first == "." {
                place = .local(keys)
            } else if let first = keys.first {
                place = .path(first, rest: Array(keys.dropFirst()))
            } else {
                place = .sequence
            }
        }
    }

    let tokens: [Token]

    /// Reads the text of a template without errors.
    init(_ text: String) {
        var compiler = TemplateCompiler(text)
        tokens = compiler.compile()
    }
}
