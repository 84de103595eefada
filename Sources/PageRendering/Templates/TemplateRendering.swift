/// One run of a template, which writes bytes into one buffer.
struct TemplateRendering {
    private let templates: [String: CompiledTemplate]
    /// The objects in reach, innermost last.
    private var stack: [TemplateValue]
    private(set) var bytes: [UInt8] = []

    /// What changes with the place in a template.
    private struct Scope {
        var place: (index: Int, count: Int)?
        var indentation: [UInt8] = []
        var blocks: [String: [CompiledTemplate.Token]] = [:]
    }

    init(_ templates: [String: CompiledTemplate], _ object: TemplateObject) {
        self.templates = templates
        stack = [.object(object)]
    }

    mutating func render(_ template: CompiledTemplate) {
        bytes.reserveCapacity(1 << 15)
        render(template.tokens, Scope())
    }

    private mutating func render(_ tokens: [CompiledTemplate.Token], _ scope: Scope) {
        guard scope.indentation.isEmpty else {
            renderIndented(tokens, scope)
            return
        }
        for token in tokens { render(token, scope) }
    }

    /// Puts the indentation before what begins a line of this run; the first line has its own before it.
    private mutating func renderIndented(_ tokens: [CompiledTemplate.Token], _ scope: Scope) {
        let start = bytes.count
        for token in tokens {
            guard case .text(let text) = token else {
                let place = bytes.count
                let isLineStart = isLineStart(since: start)
                render(token, scope)
                if isLineStart, bytes.count > place { bytes.insert(contentsOf: scope.indentation, at: place) }
                continue
            }
            var rest = text[...]
            while !rest.isEmpty {
                let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.endIndex
                if isLineStart(since: start) { bytes += scope.indentation }
                bytes += rest[..<end]
                rest = rest[end...]
            }
        }
    }

    /// A pair of carriage return and line feed is one character that is no line feed, as swift-mustache sees it.
    private func isLineStart(since start: Int) -> Bool {
        guard bytes.count > start, bytes.last == UInt8(ascii: "\n") else { return false }
        return bytes.count - 1 == start || bytes[bytes.count - 2] != UInt8(ascii: "\r")
    }

    private mutating func render(_ token: CompiledTemplate.Token, _ scope: Scope) {
        switch token {
        case .text(let text): bytes += text
        case .variable(let name): show(find(name, scope))
        case .section(let name, let content): renderSection(find(name, scope), content, scope)
        case .invertedSection(let name, let content): renderInverted(find(name, scope), content, scope)
        case .block(let name, let usual, let indentation):
            var inner = scope
            inner.place = nil
            inner.indentation += indentation
            render(scope.blocks[name] ?? usual, inner)
        case .partial(let name, let indentation, let blocks):
            guard let template = templates[name] else { return }
            var inner = scope
            inner.place = nil
            if let indentation { inner.indentation += indentation }
            // What an outer template puts into a block wins.
            if let blocks { inner.blocks.merge(blocks) { outer, _ in outer } }
            render(template.tokens, inner)
        case .definition: break
        }
    }

    private mutating func show(_ value: TemplateValue?) {
        switch value {
        case .text(let text): bytes.append(escapingMarkup: text)
        case .markup(let html): bytes += html.bytes
        case .pieces(let pieces):
            // Little comes after a list of thousands; growing for that by its whole length would copy it again.
            let count = pieces.reduce(0) { $0 + $1.bytes.count }
            if count > 1 << 20 { bytes.reserveCapacity(bytes.count + count + 1 << 16) }
            for piece in pieces { bytes += piece.bytes }
        case .number(let number): bytes += String(number).utf8
        case .flag, .object, .list, .place, .absent, nil: break
        }
    }

    private mutating func renderSection(_ value: TemplateValue?, _ content: [CompiledTemplate.Token], _ scope: Scope) {
        switch value {
        case .list(let list):
            var inner = scope
            for index in 0..<list.count {
                inner.place = (index, list.count)
                render(content, inner, with: list.element(index))
            }
        case .flag(let flag): if flag { render(content, scope) }
        case .absent, nil: break
        case .text, .markup, .pieces, .number, .object, .place:
            if let value { renderInside(value, content, scope) }
        }
    }

    private mutating func renderInverted(_ value: TemplateValue?, _ content: [CompiledTemplate.Token], _ scope: Scope) {
        switch value {
        case .list(let list): if list.count == 0, let value { renderInside(value, content, scope) }
        case .flag(let flag): if !flag { render(content, scope) }
        case .absent, nil: render(content, scope)
        case .text, .markup, .pieces, .number, .object, .place: break
        }
    }

    private mutating func renderInside(_ value: TemplateValue, _ content: [CompiledTemplate.Token], _ scope: Scope) {
        var inner = scope
        inner.place = nil
        render(content, inner, with: value)
    }

    private mutating func render(_ content: [CompiledTemplate.Token], _ scope: Scope, with value: TemplateValue) {
        stack.append(value)
        render(content, scope)
        stack.removeLast()
    }

    private func find(_ name: CompiledTemplate.Name, _ scope: Scope) -> TemplateValue? {
        var value: TemplateValue?
        switch name.place {
        case .innermost: value = stack.last
        case .sequence: value = scope.place.map { .place(index: $0.index, count: $0.count) }
        case .local(let keys): value = keys.reduce(stack.last) { value, key in value?[key] }
        case .path(let first, let rest):
            var index = stack.count
            while index > 0 {
                index -= 1
                guard case .object(let object) = stack[index], let found = object.field(first) else { continue }
                value = rest.isEmpty ? found : rest.reduce(found) { value, key in value?[key] }
                break
            }
        }
        if name.transforms.isEmpty { return value }
        return name.transforms.reduce(value) { value, transform in value?.transformed(by: transform) }
    }
}
