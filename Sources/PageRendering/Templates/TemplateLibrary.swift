package import Diagnostics
package import Exercises
import Mustache

/// The templates of a site, all of which can be rendered: each name in them is one that its page offers.
package struct TemplateLibrary: Sendable {
    private let library: MustacheLibrary

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

        var templates: [String: MustacheTemplate] = [:]
        for (name, tree) in trees {
            do {
                templates[name] = try MustacheTemplate(string: tree.compiledText { strings?.phrase($0) })
            } catch {
                diagnostics.append(Self.diagnostic(for: error, in: tree.file))
            }
        }
        guard diagnostics.isEmpty else { throw Problems(diagnostics: diagnostics.inReadingOrder()) }
        library = MustacheLibrary(templates: templates)
    }

    /// Renders a checked page, or nothing for a name that no template has.
    func render(_ page: String, _ values: [String: Any]) -> String {
        library.render(values, withTemplate: page) ?? ""
    }

    /// A template that shows no values, such as an icon; nothing when there is none of that name.
    func staticText(_ name: String) -> String? {
        library.render([String: Any](), withTemplate: name)
    }

    private static func name(of file: SourceFile) -> String {
        let folder = "Templates/Site/"
        let path = file.path.firstRange(of: folder).map { file.path[$0.upperBound...] } ?? file.path[...]
        return path.hasSuffix(".mustache") ? String(path.dropLast(".mustache".count)) : String(path)
    }

    /// A backstop: `TemplateParser` is stricter than swift-mustache, so that no template should come here with an error.
    private static func diagnostic(for error: any Error, in file: SourceFile) -> Diagnostic {
        guard let error = error as? MustacheTemplate.ParserError else {
            return Diagnostic("template-syntax", .error, "this template cannot be read: \(error)", in: file, nil)
        }
        let line = file.offset(line: error.context.lineNumber, utf8Column: 0)
        return Diagnostic(
            "template-syntax", .error, "this template cannot be read: \(error.error)", in: file, file.line(containing: line).range)
    }
}
