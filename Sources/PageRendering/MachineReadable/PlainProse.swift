import CommonMark
import Exercises

/// Says a prose without markup: paragraphs apart, lists as lines, the figures of the dose in force. A link keeps its address where a reader
/// could not follow it otherwise. The pictures of poses are left out: data names them apart.
struct PlainProse {
    /// The dose that `dose:` links speak of.
    let dose: Dose?
    let doses: DosePhrasing
    /// Whether the names of figures stand in their places, such as `{hold}`, for one who says another dose.
    var namesFigures = false

    func text(_ blocks: [Block]) -> String {
        guard !blocks.isEmpty else { return "" }
        var text = PlainText()
        write(blocks, separator: "\n\n", to: &text)
        return text.string
    }

    /// The blocks that say something, with the separator between them.
    private func write(_ blocks: some Sequence<Block>, separator: StaticString, to text: inout PlainText) {
        var isFirst = true
        for block in blocks {
            let before = text.end
            if !isFirst { text.append(separator) }
            let start = text.end
            write(block, to: &text)
            if text.end == start { text.remove(from: before) } else { isFirst = false }
        }
    }

    private func write(_ block: Block, to text: inout PlainText) {
        if let inlines = block.inlines {
            let start = text.end
            write(inlines, to: &text)
            return text.trim(from: start)
        }
        switch block.kind {
        case .paragraph, .heading, .thematicBreak, .htmlBlock: break
        case .blockQuote(let blocks): write(blocks, separator: "\n\n", to: &text)
        case .list(let list): write(list, to: &text)
        case .codeBlock(_, let literal):
            text.append(literal)
            if literal.utf8.last == UInt8(ascii: "\n") { text.remove(from: text.end - 1) }
        }
    }

    private func write(_ list: List, to text: inout PlainText) {
        for (index, item) in list.items.enumerated() {
            if index > 0 { text.append("\n") }
            let marker = list.start.map { "\($0 + index). " } ?? "- "
            text.append(marker)
            let start = text.end
            write(item.children, separator: "\n", to: &text)
            text.indentLines(from: start, by: marker.utf8.count)
        }
    }

    private func write(_ inlines: Inlines, to text: inout PlainText) {
        let start = text.end
        for inline in inlines {
            switch inline.type {
            case .text, .code: text.append(textOf: inline)
            case .softBreak: text.append(" ")
            case .lineBreak: text.append("\n")
            case .html: break
            case .emphasis, .strong: write(inline.children, to: &text)
            case .link: write(link: inline, to: &text)
            case .image:
                if case .figure = inline.reference { text.removeSpaces(from: start) } else { write(inline.children, to: &text) }
            }
        }
    }

    private func write(link: Inline, to text: inout PlainText) {
        let reference = link.reference
        if case .dose(let field) = reference, let figure = dose?[field] {
            return text.append(namesFigures ? "{\(field.name)}" : doses.phrase(figure))
        }
        let start = text.end
        write(link.children, to: &text)
        guard case .external(let destination) = reference else { return }
        let isCall = ["mailto:", "tel:"].contains { destination.lowercased().hasPrefix($0) }
        let address = isCall ? String(destination.drop { $0 != ":" }.dropFirst()) : destination
        if !text.contains(address, from: start) { text.append(" (\(address))") }
    }
}
