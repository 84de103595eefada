package import Diagnostics
package import Exercises

/// The templates of a site, all of which can be rendered: each name in them is one that its page offers.
package struct TemplateLibrary: Sendable {
    private let program: TemplateProgram

    /// What is wrong with a site's templates.
    package struct Problems: Error, Sendable {
        package let diagnostics: [Diagnostic]
    }

    /// Reads and checks the files of `Templates/Site`; a template's name is its path below that folder, without `.mustache`.
    package init(_ files: [SourceFile], phrasebook: Phrasebook) throws(Problems) {
        let strings = InterfaceStrings(phrasebook)
        let root = [InterfaceStrings.root: strings.shape]
        let shapes = PageKind.allCases.map { ($0.templateName, $0.shape.merging(root) { field, _ in field }) }
        try self.init(files, pages: Dictionary(uniqueKeysWithValues: shapes), strings: strings)
    }

    /// Reads and checks templates of pages that are no part of a site, of one folder of `Templates`; `pages` says which names each offers.
    package init(_ files: [SourceFile], pages: [String: [String: Shape]], phrasebook: Phrasebook) throws(Problems) {
        let strings = InterfaceStrings(phrasebook)
        let root = [InterfaceStrings.root: strings.shape]
        try self.init(files, pages: pages.mapValues { $0.merging(root) { field, _ in field } }, strings: strings)
    }

    /// Reads the files and checks each named page against what it offers.
    init(_ files: [SourceFile], pages: [String: [String: Shape]], strings: InterfaceStrings? = nil) throws(Problems) {
        var diagnostics: [Diagnostic] = []
        var trees: [String: TemplateTree] = [:]
        for file in files {
            var parser = TemplateParser(file)
            trees[Self.name(of: file)] = parser.parse()
            diagnostics += parser.diagnostics
        }
        guard diagnostics.isEmpty else { throw Problems(diagnostics: diagnostics.inReadingOrder()) }

        var checker = TemplateChecker(trees)
        for (page, shape) in pages.sorted(by: { $0.key < $1.key }) { checker.check(page: page, shape: shape) }
        diagnostics = checker.diagnostics
        guard diagnostics.isEmpty else { throw Problems(diagnostics: diagnostics.inReadingOrder()) }
        let compiled = trees.mapValues { tree in CompiledTemplate(tree.compiledText { strings?.phrase($0) }) }
        program = TemplateProgram(compiled.mapValues { $0.withPlainPartials(of: compiled) })
    }

    /// Renders a checked page, or nothing for a name that no template has.
    func render(_ page: String, _ object: TemplateObject) -> [UInt8] {
        program.render(page, object) ?? []
    }

    /// Renders a checked page that is no part of a site, or nothing for a name that no template has.
    package func page(_ name: String, _ content: some TemplateContext, _ phrasebook: Phrasebook) -> String {
        String(decoding: render(name, content.object.joined(with: InterfaceStrings(phrasebook).object)), as: UTF8.self)
    }

    /// A template that shows no values, such as an icon; nothing when there is none of that name.
    func staticMarkup(_ name: String) -> HTML? {
        program.render(name, TemplateObject()).map { HTML(markup: $0) }
    }

    /// The path below the folder of `Templates` that the file stands in.
    private static func name(of file: SourceFile) -> String {
        let below = file.path.firstRange(of: "Templates/").map { file.path[$0.upperBound...] } ?? file.path[...]
        let path = below.firstIndex(of: "/").map { below[below.index(after: $0)...] } ?? below
        return path.hasSuffix(".mustache") ? String(path.dropLast(".mustache".count)) : String(path)
    }
}
