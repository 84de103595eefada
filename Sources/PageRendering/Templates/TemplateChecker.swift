import Diagnostics

/// Follows a page's template through its partials and parents, as rendering would, and reports every name that its context does not offer.
struct TemplateChecker {
    private let trees: [String: TemplateTree]
    private(set) var diagnostics: [Diagnostic] = []
    private var visited: Set<Visit> = []

    /// A template in a scope, with the blocks that replace its own: checked once.
    private struct Visit: Hashable {
        let template: String
        let scope: TemplateScope
        let blocks: [String: SourceLocation]
    }

    private struct SourceLocation: Hashable {
        let path: String
        let range: SourceRange
    }

    /// What replaces a parent's block, and in which file it is written.
    private struct Override {
        let file: SourceFile
        let block: TemplateBlock

        var location: SourceLocation { SourceLocation(path: file.path, range: block.name.range) }
    }

    private struct Environment {
        var file: SourceFile
        var scope: TemplateScope
        var overrides: [String: Override]
        /// The templates that are being shown, outermost first.
        var open: [String]
    }

    init(_ trees: [String: TemplateTree]) {
        self.trees = trees
    }

    /// Checks one page's template against the names that its context offers.
    mutating func check(page: String, shape: [String: Shape]) {
        guard let tree = trees[page] else {
            diagnostics.append(Diagnostic("missing-template", .error, "the template `\(page).mustache` is missing", at: nil))
            return
        }
        check(tree.nodes, Environment(file: tree.file, scope: TemplateScope(root: shape), overrides: [:], open: [page]))
    }

    private mutating func check(_ nodes: [TemplateNode], _ environment: Environment) {
        for node in nodes {
            switch node {
            case .variable(let name, let isRaw): checkVariable(name, isRaw: isRaw, environment)
            case .section(let name, let isInverted, let children): checkSection(name, isInverted: isInverted, children, environment)
            case .partial(let name): enter(name, overrides: environment.overrides, environment)
            case .parent(let name, let blocks): checkParent(name, blocks, environment)
            case .block(let block):
                var inner = environment
                inner.scope = environment.scope.outsideSequence
                if let override = environment.overrides[block.name.text] {
                    inner.file = override.file
                    check(override.block.nodes, inner)
                } else {
                    check(block.nodes, inner)
                }
            }
        }
    }

    private mutating func checkVariable(_ name: TemplateName, isRaw: Bool, _ environment: Environment) {
        guard let (shape, _) = resolve(name, environment, mustBePresent: true) else { return }
        let range = name.whole.range
        switch shape.unwrapped {
        case .text, .number:
            if isRaw {
                report(
                    "template-raw-text", "`\(name.whole.text)` is text and must be escaped", environment, range,
                    fix: Fix("write two braces: `{{\(name.whole.text)}}`"))
            }
        case .html:
            if !isRaw {
                report(
                    "template-escaped-html", "`\(name.whole.text)` is markup and would be shown as text", environment, range,
                    fix: Fix("write three braces: `{{{\(name.whole.text)}}}`"))
            }
        case .unfilledPhrase:
            report(
                "template-unfilled-phrase", "the phrase `\(name.whole.text)` has placeholders, which only code can fill in", environment,
                range)
        case .list, .object, .flag, .optional:
            let kind = Self.description(of: shape.unwrapped)
            report("template-not-text", "`\(name.whole.text)` is \(kind), not something to show; use a section", environment, range)
        }
    }

    private mutating func checkSection(_ name: TemplateName, isInverted: Bool, _ children: [TemplateNode], _ environment: Environment) {
        guard let (shape, key) = resolve(name, environment, mustBePresent: false) else { return }
        var inner = environment
        switch (shape.unwrapped, isInverted) {
        case (.unfilledPhrase, _):
            report(
                "template-unfilled-phrase", "the phrase `\(name.whole.text)` has placeholders, which only code can fill in", environment,
                name.whole.range)
        case (.list, true): inner.scope = environment.scope.inside(.list(shape), key: key + "^", isSequence: false)
        case (_, true): break
        case (.flag, false): inner.scope = environment.scope.inside(present: key)
        case (.list(let element), false): inner.scope = environment.scope.inside(element, key: key, isSequence: true)
        case (let value, false): inner.scope = environment.scope.inside(value, key: key, isSequence: false)
        }
        check(children, inner)
    }

    private mutating func checkParent(_ name: TemplateName.Part, _ blocks: [TemplateBlock], _ environment: Environment) {
        guard trees[name.text] != nil else {
            reportUnknownTemplate(name, environment)
            return
        }
        var seen: Set<String> = []
        let known = blockNames(in: name.text, &seen)
        var overrides: [String: Override] = [:]
        for block in blocks {
            if known.contains(block.name.text) {
                overrides[block.name.text] = Override(file: environment.file, block: block)
            } else {
                report(
                    "unknown-block", "`\(name.text)` has no block `\(block.name.text)`", environment, block.name.range,
                    notes: known.isEmpty ? [] : ["it has: \(known.sorted().joined(separator: ", "))"],
                    fix: Suggestion.fix(for: block.name.text, among: known))
            }
        }
        // As in swift-mustache, what an outer template puts into a block wins.
        enter(name, overrides: environment.overrides.merging(overrides) { outer, _ in outer }, environment)
    }

    /// Checks a partial or a parent where it is shown.
    private mutating func enter(_ name: TemplateName.Part, overrides: [String: Override], _ environment: Environment) {
        guard let tree = trees[name.text] else {
            reportUnknownTemplate(name, environment)
            return
        }
        if environment.open.contains(name.text) {
            report("template-recursion", "`\(name.text)` would show itself without end", environment, name.range)
            return
        }
        let scope = environment.scope.outsideSequence
        let visit = Visit(template: name.text, scope: scope, blocks: overrides.mapValues(\.location))
        guard visited.insert(visit).inserted else { return }
        check(tree.nodes, Environment(file: tree.file, scope: scope, overrides: overrides, open: environment.open + [name.text]))
    }

    /// The blocks that a template, its partials and its own parents define.
    private func blockNames(in template: String, _ seen: inout Set<String>) -> Set<String> {
        guard let tree = trees[template], seen.insert(template).inserted else { return [] }
        return blockNames(in: tree.nodes, &seen)
    }

    private func blockNames(in nodes: [TemplateNode], _ seen: inout Set<String>) -> Set<String> {
        var names: Set<String> = []
        for node in nodes {
            switch node {
            case .variable: break
            case .section(_, _, let children): names.formUnion(blockNames(in: children, &seen))
            case .partial(let partial): names.formUnion(blockNames(in: partial.text, &seen))
            case .parent(let parent, let blocks):
                names.formUnion(blockNames(in: parent.text, &seen))
                for block in blocks { names.formUnion(blockNames(in: block.nodes, &seen)) }
            case .block(let block):
                names.insert(block.name.text)
                names.formUnion(blockNames(in: block.nodes, &seen))
            }
        }
        return names
    }

    // MARK: Names

    /// The shape of a name with its transforms, or nothing when that was reported.
    private mutating func resolve(_ name: TemplateName, _ environment: Environment, mustBePresent: Bool) -> (shape: Shape, key: String)? {
        if name.components.isEmpty, name.whole.text.hasSuffix("(" + String(repeating: ")", count: name.transforms.count)) {
            return resolveSequence(name, environment)
        }
        let found: TemplateScope.Resolution
        do {
            found = try environment.scope.resolve(name)
        } catch {
            switch error {
            case .unknown(let part, let candidates):
                report(
                    "unknown-name", "nothing here is named `\(part.text)`", environment, part.range,
                    notes: Self.list("known here", candidates), fix: Suggestion.fix(for: part.text, among: candidates))
            case .noFields(let part, let owner):
                report("unknown-name", "`\(owner.text)` has no parts, so no `\(part.text)`", environment, part.range)
            }
            return nil
        }
        let isOnTheWay = found.unguarded.map { $0.range != name.components.last?.range } ?? false
        if let part = found.unguarded, isOnTheWay || mustBePresent || !name.transforms.isEmpty {
            report(
                "template-unguarded-optional", "`\(part.text)` may be absent, which would leave a blank", environment, part.range,
                fix: Fix("put it inside {{#\(part.text)}}…{{/\(part.text)}}"))
            return nil
        }
        return apply(name.transforms, to: found.shape.unwrapped, key: found.key, environment)
    }

    private mutating func resolveSequence(_ name: TemplateName, _ environment: Environment) -> (shape: Shape, key: String)? {
        guard let innermost = name.transforms.last else { return nil }
        guard let shape = TemplateTransforms.ofSequence[innermost.text] else {
            reportUnknownTransform(innermost, among: TemplateTransforms.ofSequence.keys, environment)
            return nil
        }
        guard environment.scope.isInSequence else {
            report(
                "unknown-name", "`\(innermost.text)()` has a meaning only right inside the section of a list", environment, innermost.range)
            return nil
        }
        return apply(Array(name.transforms.dropLast()), to: shape, key: "", environment)
    }

    private mutating func apply(_ transforms: [TemplateName.Part], to shape: Shape, key: String, _ environment: Environment) -> (
        shape: Shape, key: String
    )? {
        var (shape, key) = (shape, key)
        for transform in transforms.reversed() {
            let results = TemplateTransforms.results(for: shape.unwrapped)
            guard let result = results[transform.text] else {
                reportUnknownTransform(transform, among: results.keys, environment)
                return nil
            }
            shape = result
            key += "|" + transform.text
        }
        return (shape, key)
    }

    // MARK: Reports

    private mutating func reportUnknownTransform(
        _ transform: TemplateName.Part, among known: some Collection<String>, _ environment: Environment
    ) {
        report(
            "unknown-transform", "there is no transform `\(transform.text)` for this value", environment, transform.range,
            notes: Self.list("there is", known), fix: Suggestion.fix(for: transform.text, among: known))
    }

    private mutating func reportUnknownTemplate(_ name: TemplateName.Part, _ environment: Environment) {
        report(
            "unknown-partial", "there is no template `\(name.text)`", environment, name.range,
            fix: Suggestion.fix(for: name.text, among: trees.keys))
    }

    private mutating func report(
        _ id: String, _ message: String, _ environment: Environment, _ range: SourceRange, notes: [String] = [], fix: Fix? = nil
    ) {
        diagnostics.append(Diagnostic(id, .error, message, in: environment.file, range, notes: notes, fix: fix))
    }

    private static func list(_ label: String, _ names: some Collection<String>) -> [String] {
        names.isEmpty ? [] : ["\(label): \(Set(names).sorted().joined(separator: ", "))"]
    }

    private static func description(of shape: Shape) -> String {
        switch shape {
        case .list: "a list"
        case .object: "a group of values"
        case .flag: "true or false"
        default: "not text"
        }
    }
}
