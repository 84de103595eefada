/// One run of a template, which writes bytes into one buffer.
struct TemplateRendering: ~Copyable {
    private let program: TemplateProgram
    private let instructions: UnsafeBufferPointer<TemplateProgram.Instruction>
    private let text: UnsafeBufferPointer<UInt8>
    /// The objects in reach, innermost last.
    private var stack: [TemplateValue]
    /// What fills the blocks of the templates that are being rendered.
    private var blocks: [TemplateProgram.Block] = []
    /// The white space before the lines of the templates that are being rendered.
    private var indentations: [UInt8] = []
    private var bytes: GrowingBytes
    /// Lists of thousands, and where in the bytes each belongs.
    private var longLists: [(place: Int, pieces: [HTML])] = []
    private static let longList = 1 << 18

    /// What changes with the place in a template.
    private struct Scope {
        /// The place in a list; none outside of one, where the count is nothing.
        var place = (index: 0, count: 0)
        /// Which of `indentations` stands before each line.
        var indentation = 0..<0
        /// Which of `blocks` are in reach.
        var blocks = 0..<0
    }

    /// `instructions` and `text` are those of the program, whose owner keeps them where they are while this is used; `bytes` is empty.
    init(
        _ program: TemplateProgram, _ instructions: UnsafeBufferPointer<TemplateProgram.Instruction>, _ text: UnsafeBufferPointer<UInt8>,
        _ object: TemplateObject, _ bytes: consuming GrowingBytes
    ) {
        self.bytes = bytes
        self.program = program
        self.instructions = instructions
        self.text = text
        stack = [.object(object)]
    }

    mutating func render(_ template: Range<Int>) {
        render(template, Scope())
    }

    /// What was written, but for long lists.
    consuming func written() -> GrowingBytes { bytes }

    /// What was written with its long lists in their places; nothing where it has none. They are never put together anywhere but here, as
    /// all of them on one page can be as large as all else that is in memory.
    func withLongLists() -> [UInt8]? {
        if longLists.isEmpty { return nil }
        let count = longLists.reduce(bytes.count) { $1.pieces.reduce($0) { $0 + $1.bytes.count } }
        return GrowingBytes.array(capacity: count) { whole in
            var whole = whole
            bytes.withBytes { bytes in
                var place = 0
                for list in longLists {
                    whole.append(bytes[place..<list.place])
                    for piece in list.pieces { whole.append(piece.bytes) }
                    place = list.place
                }
                whole.append(bytes[place...])
            }
            return whole
        }
    }

    private mutating func render(_ range: Range<Int>, _ scope: Scope) {
        guard scope.indentation.isEmpty else {
            renderIndented(range, scope)
            return
        }
        var place = range.lowerBound
        while place < range.upperBound {
            render(instructions[place], at: place, scope)
            place = instructions[place].end
        }
    }

    /// Puts the indentation before what begins a line of this run; the first line has its own before it.
    private mutating func renderIndented(_ range: Range<Int>, _ scope: Scope) {
        let start = bytes.count
        let indentation = indentations[scope.indentation]
        var place = range.lowerBound
        while place < range.upperBound {
            let instruction = instructions[place]
            if instruction.operation == .text {
                var rest = text[instruction.text]
                while !rest.isEmpty {
                    let end = rest.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? rest.endIndex
                    if isLineStart(since: start) { indentation.withUnsafeBufferPointer { bytes.append($0) } }
                    bytes.append(rest[..<end])
                    rest = rest[end...]
                }
            } else {
                let before = bytes.count
                let isLineStart = isLineStart(since: start)
                render(instruction, at: place, scope)
                if isLineStart, bytes.count > before { bytes.insert(indentation, at: before) }
            }
            place = instruction.end
        }
    }

    /// A pair of carriage return and line feed is one character that is no line feed, as swift-mustache sees it.
    private func isLineStart(since start: Int) -> Bool {
        guard bytes.count > start, bytes.last == UInt8(ascii: "\n") else { return false }
        return bytes.count - 1 == start || bytes[bytes.count - 2] != UInt8(ascii: "\r")
    }

    private mutating func render(_ instruction: TemplateProgram.Instruction, at place: Int, _ scope: Scope) {
        let content = place + 1..<instruction.end
        switch instruction.operation {
        case .text: bytes.append(text[instruction.text])
        case .variable: show(find(TemplateKey(number: instruction.subject)), scope)
        case .section: renderSection(find(TemplateKey(number: instruction.subject)), content, scope)
        case .invertedSection: renderInverted(find(TemplateKey(number: instruction.subject)), content, scope)
        case .namedVariable: show(find(program.names[instruction.subject], scope), scope)
        case .namedSection: renderSection(find(program.names[instruction.subject], scope), content, scope)
        case .namedInvertedSection: renderInverted(find(program.names[instruction.subject], scope), content, scope)
        case .block:
            let filling = blocks[scope.blocks].first { $0.subject == instruction.subject }
            render(filling?.content ?? content, indentedBy: instruction.text, scope)
        case .partial:
            guard let template = program.templates[instruction.subject] else { return }
            let count = blocks.count
            let inner = withBlocks(instruction.blocks, scope)
            render(template, indentedBy: instruction.text, inner)
            blocks.removeLast(blocks.count - count)
        }
    }

    private mutating func render(_ content: Range<Int>, indentedBy white: Range<Int>, _ scope: Scope) {
        var inner = scope
        inner.place = (0, 0)
        let count = indentations.count
        if !white.isEmpty {
            indentations += indentations[scope.indentation]
            indentations += text[white]
            inner.indentation = count..<indentations.count
        }
        render(content, inner)
        indentations.removeLast(indentations.count - count)
    }

    /// The scope with more blocks in reach. What an outer template puts into a block wins.
    private mutating func withBlocks(_ new: Range<Int>, _ scope: Scope) -> Scope {
        if new.isEmpty { return scope }
        let count = blocks.count
        blocks += blocks[scope.blocks]
        for block in program.blocks[new] where !blocks[count...].contains(where: { $0.subject == block.subject }) { blocks.append(block) }
        var inner = scope
        inner.blocks = count..<blocks.count
        return inner
    }

    private mutating func show(_ value: TemplateValue?, _ scope: Scope) {
        switch value {
        case .text(let text): bytes.append(escapingMarkup: text)
        case .markup(let html): bytes.append(html.bytes)
        case .pieces(let pieces):
            // An indentation goes before what has been written since, so places before it must not be kept.
            if scope.indentation.isEmpty, pieces.reduce(0, { $0 + $1.bytes.count }) >= Self.longList {
                longLists.append((bytes.count, pieces))
                return
            }
            for piece in pieces { bytes.append(piece.bytes) }
        case .number(let number): bytes.append(String(number))
        case .flag, .object, .list, .place, .absent, nil: break
        }
    }

    private mutating func renderSection(_ value: TemplateValue?, _ content: Range<Int>, _ scope: Scope) {
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

    private mutating func renderInverted(_ value: TemplateValue?, _ content: Range<Int>, _ scope: Scope) {
        switch value {
        case .list(let list): if list.count == 0, let value { renderInside(value, content, scope) }
        case .flag(let flag): if !flag { render(content, scope) }
        case .absent, nil: render(content, scope)
        case .text, .markup, .pieces, .number, .object, .place: break
        }
    }

    private mutating func renderInside(_ value: TemplateValue, _ content: Range<Int>, _ scope: Scope) {
        var inner = scope
        inner.place = (0, 0)
        render(content, inner, with: value)
    }

    private mutating func render(_ content: Range<Int>, _ scope: Scope, with value: TemplateValue) {
        stack.append(value)
        render(content, scope)
        stack.removeLast()
    }

    /// The field of the first object, from the inside out, that has the key.
    private func find(_ key: TemplateKey) -> TemplateValue? {
        var index = stack.count
        while index > 0 {
            index -= 1
            if case .object(let object) = stack[index], let found = object.field(key) { return found }
        }
        return nil
    }

    private func find(_ name: CompiledTemplate.Name, _ scope: Scope) -> TemplateValue? {
        let value: TemplateValue? =
            switch name.place {
            case .innermost: stack.last
            case .sequence: scope.place.count > 0 ? .place(index: scope.place.index, count: scope.place.count) : nil
            case .local(let keys): keys.reduce(stack.last) { value, key in value?[key] }
            case .path(let first, let rest): rest.reduce(find(first)) { value, key in value?[key] }
            }
        return name.transforms.reduce(value) { value, transform in value?.transformed(by: transform) }
    }
}
