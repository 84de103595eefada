package import Diagnostics
package import Exercises

/// The templates of a site, all of which can be rendered: each name in them is one that its page offers.
package struct TemplateLibrary: Sendable {
    private let templates: [String: CompiledTemplate]

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
        templates = trees.mapValues { tree in CompiledTemplate(tree.compiledText { strings?.phrase($0) }) }
    }

    /// Renders a checked page, or nothing for a name that no template has.
    func render(_ page: String, _ object: TemplateObject) -> String {
        text(page, object) ?? ""
    }

    /// A template that shows no values, such as an icon; nothing when there is none of that name.
    func staticText(_ name: String) -> String? {
        text(name, TemplateObject { _ in nil })
    }

    private func text(_ name: String, _ object: TemplateObject) -> String? {
        guard let template = templates[name] else { return nil }
        var rendering = TemplateRendering(templates, object)
        rendering.render(template)
        return String(decoding: rendering.bytes, as: UTF8.self)
    }

    private static func name(of file: SourceFile) -> String {
        let folder = "Templates/Site/"
        let path = file.path.firstRange(of: folder).map { file.path[$0.upperBound...] } ?? file.path[...]
        return path.hasSuffix(".mustache") ? String(path.dropLast(".mustache".count)) : String(path)
    }
}
