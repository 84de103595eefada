/// All templates of a library as they are walked: instructions in one row that point to each other, into one text and to names by number.
///
/// Numbers alone, because a reference is counted by each processor that renders, and those who count the same one wait for each other.
struct TemplateProgram: Sendable {
    struct Instruction: Sendable {
        enum Operation: Sendable {
            case text
            /// A tag whose name is one key, which `subject` is the number of.
            case variable, section, invertedSection
            /// A tag with any other name, such as `a.b` or `count(a)`; `subject` is its place in `names`.
            case namedVariable, namedSection, namedInvertedSection
            /// A place that a block of a child may fill; what it usually shows follows. `subject` is the number of its name.
            case block
            /// Another template, whose number `subject` is. The blocks that it is given follow, and are reached through `blocks` only.
            case partial
        }

        let operation: Operation
        var subject = 0
        /// What is shown, or the white space that indents what a block or a partial shows: its place in the text of all.
        var text = 0..<0
        /// The blocks that a partial is given: their places in the blocks of all.
        var blocks = 0..<0
        /// The place of the instruction after this one and all that belongs to it.
        var end = 0
    }

    /// What a parent shows in the place of one of its blocks.
    struct Block: Sendable {
        let subject: Int
        let content: Range<Int>
    }

    private(set) var instructions: [Instruction] = []
    private(set) var text: [UInt8] = []
    private(set) var blocks: [Block] = []
    private(set) var names: [CompiledTemplate.Name] = []
    /// Where each template's instructions stand; none for a partial that no file has.
    private(set) var templates: [Range<Int>?] = []
    private var templateNumbers: [String: Int] = [:]
    private var blockNumbers: [String: Int] = [:]

    init(_ templates: [String: CompiledTemplate]) {
        // In order, so that the same templates make the same program.
        for (name, template) in templates.sorted(by: { $0.key < $1.key }) {
            let number = number(ofTemplate: name)
            self.templates[number] = write(template.tokens)
        }
    }

    /// Room for a usual page, in bytes.
    private static let usualSize = 32 * 1024

    /// What a template makes of an object; nothing for a name that no template has.
    func render(_ template: String, _ object: TemplateObject) -> [UInt8]? {
        guard let range = templateNumbers[template].flatMap({ templates[$0] }) else { return nil }
        return instructions.withUnsafeBufferPointer { instructions in
            text.withUnsafeBufferPointer { text in
                var withLongLists: [UInt8]?
                let written = GrowingBytes.array(capacity: Self.usualSize) { bytes in
                    var rendering = TemplateRendering(self, instructions, text, object, bytes)
                    rendering.render(range)
                    withLongLists = rendering.withLongLists()
                    return rendering.written()
                }
                return withLongLists ?? written
            }
        }
    }

    // MARK: Writing

    /// Adds instructions for tokens, and says where they stand.
    private mutating func write(_ tokens: [CompiledTemplate.Token]) -> Range<Int> {
        let start = instructions.count
        for token in tokens {
            let place = instructions.count
            switch token {
            case .text(let text): instructions.append(Instruction(operation: .text, text: add(text)))
            case .variable(let name): write(name, .variable, .namedVariable)
            case .section(let name, let content):
                write(name, .section, .namedSection)
                _ = write(content)
            case .invertedSection(let name, let content):
                write(name, .invertedSection, .namedInvertedSection)
                _ = write(content)
            case .block(let name, let usual, let indentation):
                instructions.append(Instruction(operation: .block, subject: number(ofBlock: name), text: add(indentation)))
                _ = write(usual)
            case .partial(let name, let indentation, let blocks):
                instructions.append(Instruction(operation: .partial, subject: number(ofTemplate: name), text: add(indentation ?? [])))
                let given = write(blocks ?? [:])
                instructions[place].blocks = given
            // Stands inside a parent only, which has taken its content.
            case .definition: continue
            }
            instructions[place].end = instructions.count
        }
        return start..<instructions.count
    }

    private mutating func write(
        _ name: CompiledTemplate.Name, _ simple: Instruction.Operation, _ named: Instruction.Operation
    ) {
        if case .path(let key, rest: []) = name.place, name.transforms.isEmpty {
            instructions.append(Instruction(operation: simple, subject: key.number))
        } else {
            instructions.append(Instruction(operation: named, subject: names.count))
            names.append(name)
        }
    }

    private mutating func write(_ blocks: [String: [CompiledTemplate.Token]]) -> Range<Int> {
        let written = blocks.sorted { $0.key < $1.key }.map { Block(subject: number(ofBlock: $0.key), content: write($0.value)) }
        self.blocks += written
        return self.blocks.count - written.count..<self.blocks.count
    }

    private mutating func add(_ text: [UInt8]) -> Range<Int> {
        self.text += text
        return self.text.count - text.count..<self.text.count
    }

    private mutating func number(ofTemplate name: String) -> Int {
        if let number = templateNumbers[name] { return number }
        templateNumbers[name] = templates.count
        templates.append(nil)
        return templates.count - 1
    }

    private mutating func number(ofBlock name: String) -> Int {
        if let number = blockNumbers[name] { return number }
        blockNumbers[name] = blockNumbers.count
        return blockNumbers.count - 1
    }
}
