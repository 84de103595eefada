/// A template as it was read: its text and its tags, with the white space that Mustache leaves out of standalone tags gone.
struct CompiledTemplate: Sendable {
    enum Token: Sendable {
        case text([UInt8])
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

    private init(tokens: [Token]) {
        self.tokens = tokens
    }
}

extension CompiledTemplate {
    /// The same with the text of partials that hold nothing else, such as icons, in their places.
    func withPlainPartials(of templates: [String: CompiledTemplate]) -> CompiledTemplate {
        CompiledTemplate(tokens: Self.withPlainPartials(tokens, templates))
    }

    private static func withPlainPartials(_ tokens: [Token], _ templates: [String: CompiledTemplate]) -> [Token] {
        func inside(_ tokens: [Token]) -> [Token] { withPlainPartials(tokens, templates) }
        var list = TemplateTokens()
        for token in tokens {
            switch token {
            case .text(let text): list.append(text: text)
            case .variable: list.append(token)
            case .section(let name, let content): list.append(.section(name, inside(content)))
            case .invertedSection(let name, let content): list.append(.invertedSection(name, inside(content)))
            case .block(let name, let usual, let indentation): list.append(.block(name, usual: inside(usual), indentation: indentation))
            case .definition(let name, let content): list.append(.definition(name, inside(content)))
            case .partial(let name, let indentation, let blocks):
                if blocks == nil, indentation?.isEmpty ?? true, let text = templates[name]?.plainText {
                    list.append(text: text)
                } else {
                    list.append(.partial(name, indentation: indentation, blocks: blocks?.mapValues(inside)))
                }
            }
        }
        return list.all
    }

    /// Its text, where it has no tags.
    private var plainText: [UInt8]? {
        if tokens.isEmpty { return [] }
        guard tokens.count == 1, case .text(let text) = tokens[0] else { return nil }
        return text
    }
}

/// Tokens as they are read; texts that follow each other become one.
struct TemplateTokens {
    private(set) var all: [CompiledTemplate.Token] = []

    mutating func append(_ token: CompiledTemplate.Token) {
        all.append(token)
    }

    mutating func append(text: some Collection<UInt8>) {
        guard !text.isEmpty else { return }
        if case .text(let before)? = all.last {
            all[all.count - 1] = .text(before + text)
        } else {
            all.append(.text(Array(text)))
        }
    }
}
