import Diagnostics

/// Compiles the text of a template in which `TemplateParser` has found no errors.
///
/// White space is treated as swift-mustache treats it: a tag that is alone on its line takes the line with it, a partial indents what it
/// shows, and what stands in a block of a parent loses the indentation of its first line.
struct TemplateCompiler {
    private let bytes: [UInt8]
    private let tags: [TemplateTag]
    private var position = 0
    private var nextTag = 0

    /// What is known of the place at which a run of tokens is read.
    private struct State {
        /// Whether only white space stands before on the line.
        var isLineStart = true
        /// Whether it is inside a parent tag, and whether directly.
        var isInParent = false
        var isBetweenBlocks = false
        /// The white space that lines inside a block lose.
        var outdent: Int?

        func section(isLineStart: Bool) -> State {
            var state = self
            (state.isLineStart, state.isBetweenBlocks) = (isLineStart, false)
            return state
        }

        var parent: State {
            var state = self
            (state.isLineStart, state.isInParent, state.isBetweenBlocks) = (true, true, true)
            return state
        }
    }

    init(_ text: String) {
        bytes = Array(text.utf8)
        var scanner = TemplateScanner(text)
        var tags: [TemplateTag] = []
        while let tag = try? scanner.next() { tags.append(tag) }
        self.tags = tags
    }

    mutating func compile() -> [CompiledTemplate.Token] {
        tokens(State())
    }

    /// The tokens up to the tag that closes the section, or to the end.
    private mutating func tokens(_ outer: State) -> [CompiledTemplate.Token] {
        var state = outer
        var tokens = TemplateTokens()
        /// The white space at the start of the line, until it is known whether it is shown.
        var blank: ArraySlice<UInt8> = []
        while position < bytes.count {
            if state.isLineStart { readIndentation(&state, &blank) }
            let text = readText()
            if let lineBreak = readLineBreak() {
                tokens.append(text: blank + text + lineBreak)
                state.isLineStart = true
                continue
            }
            if !text.isEmpty {
                tokens.append(text: blank + text)
                blank = []
                state.isLineStart = false
            }
            guard nextTag < tags.count else { break }
            let tag = tags[nextTag]
            nextTag += 1
            position = tag.range.upperBound
            let name = tag.content.text
            var isStandalone = false
            /// Takes the rest of the line along, or shows the white space before the tag.
            func takeLine(_ compiler: inout TemplateCompiler) {
                isStandalone = compiler.skipRestOfLine(state)
                if !isStandalone {
                    tokens.append(text: blank)
                    blank = []
                }
            }
            switch tag.kind {
            case .section, .invertedSection:
                takeLine(&self)
                let children = self.tokens(state.section(isLineStart: isStandalone))
                let name = CompiledTemplate.Name(name)
                tokens.append(tag.kind == .section ? .section(name, children) : .invertedSection(name, children))
            case .close:
                takeLine(&self)
                return tokens.all
            case .comment, .unsupported: isStandalone = skipRestOfLine(state)
            case .variable, .rawVariable:
                tokens.append(text: blank)
                blank = []
                tokens.append(.variable(CompiledTemplate.Name(name)))
            case .partial:
                tokens.append(text: blank)
                isStandalone = skipRestOfLine(state)
                tokens.append(.partial(name, indentation: isStandalone ? Array(blank) : nil, blocks: nil))
                blank = []
            case .parent:
                tokens.append(text: blank)
                isStandalone = skipRestOfLine(state)
                var blocks: [String: [CompiledTemplate.Token]] = [:]
                for case .definition(let name, let content) in self.tokens(state.parent) { blocks[name] = content }
                tokens.append(.partial(name, indentation: Array(blank), blocks: blocks))
                blank = []
            case .block where state.isBetweenBlocks:
                isStandalone = skipRestOfLine(state)
                tokens.append(.definition(name, self.tokens(state.section(isLineStart: isStandalone))))
            case .block:
                tokens.append(text: blank)
                isStandalone = skipRestOfLine(state)
                let usual = self.tokens(state.section(isLineStart: isStandalone))
                tokens.append(.block(name, usual: usual, indentation: Array(blank)))
                blank = []
            }
            state.isLineStart = isStandalone
        }
        return tokens.all
    }

    private mutating func readIndentation(_ state: inout State, _ blank: inout ArraySlice<UInt8>) {
        let start = position
        position = endOfBlanks(from: start)
        if state.isInParent, !state.isBetweenBlocks {
            if let outdent = state.outdent {
                blank = bytes[start..<position].dropFirst(outdent)
            } else {
                state.outdent = position - start
            }
        } else {
            blank = bytes[start..<position]
        }
    }

    /// The text up to the next tag or the end of the line.
    private mutating func readText() -> ArraySlice<UInt8> {
        let start = position
        let end = nextTag < tags.count ? tags[nextTag].range.lowerBound : bytes.count
        while position < end, lineBreakLength(at: position) == 0 { position += 1 }
        return bytes[start..<position]
    }

    private mutating func readLineBreak() -> ArraySlice<UInt8>? {
        let length = lineBreakLength(at: position)
        guard length > 0 else { return nil }
        position += length
        return bytes[(position - length)..<position]
    }

    /// Whether a tag is alone on its line, which then ends with it.
    private mutating func skipRestOfLine(_ state: State) -> Bool {
        guard state.isLineStart else { return false }
        if position >= bytes.count { return true }
        let end = endOfBlanks(from: position)
        let length = lineBreakLength(at: end)
        if length > 0 { position = end + length }
        return length > 0
    }

    private func endOfBlanks(from start: Int) -> Int {
        var end = start
        while end < bytes.count, bytes[end] == UInt8(ascii: " ") || bytes[end] == UInt8(ascii: "\t") { end += 1 }
        return end
    }

    private func lineBreakLength(at index: Int) -> Int {
        guard index < bytes.count else { return 0 }
        if bytes[index] == UInt8(ascii: "\n") { return 1 }
        let isPair = bytes[index] == UInt8(ascii: "\r") && index + 1 < bytes.count && bytes[index + 1] == UInt8(ascii: "\n")
        return isPair ? 2 : 0
    }
}
