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
        joined(blocks, separator: "\n\n")
    }

    private func joined(_ blocks: [Block], separator: String) -> String {
        blocks.map(text).filter { !$0.isEmpty }.joined(separator: separator)
    }

    private func text(_ block: Block) -> String {
        switch block.kind {
        case .paragraph(let inlines), .heading(_, let inlines): Self.trimmed(text(inlines))
        case .thematicBreak, .htmlBlock: ""
        case .blockQuote(let blocks): text(blocks)
        case .list(let list): text(list)
        case .codeBlock(_, let literal): literal.hasSuffix("\n") ? String(literal.dropLast()) : literal
        }
    }

    private func text(_ list: List) -> String {
        list.items.enumerated().map { index, item in
            let marker = list.start.map { "\($0 + index). " } ?? "- "
            let indentation = String(repeating: " ", count: marker.count)
            let lines = joined(item.blocks, separator: "\n")
            return marker + (lines.utf8.contains(UInt8(ascii: "\n")) ? lines.replacing("\n", with: "\n" + indentation) : lines)
        }.joined(separator: "\n")
    }

    private func text(_ inlines: [Inline]) -> String {
        var text = ""
        for inline in inlines {
            switch inline.kind {
            case .text(let literal), .code(let literal): text += literal
            case .softBreak: text += " "
            case .lineBreak: text += "\n"
            case .html: break
            case .emphasis(let children), .strong(let children): text += self.text(children)
            case .link(let link, let children): text += self.text(link, children)
            case .image(let link, let children):
                if case .figure = try? Reference(destination: link.destination) {
                    while text.last == " " { text.removeLast() }
                } else {
                    text += self.text(children)
                }
            }
        }
        return text
    }

    private func text(_ link: Link, _ children: [Inline]) -> String {
        let words = text(children)
        switch try? Reference(destination: link.destination) {
        case .dose(let field): return dose?[field].map { namesFigures ? "{\(field.name)}" : doses.phrase($0) } ?? words
        case .external(let destination):
            let isCall = ["mailto:", "tel:"].contains { destination.lowercased().hasPrefix($0) }
            let address = isCall ? String(destination.drop { $0 != ":" }.dropFirst()) : destination
            return words.contains(address) ? words : "\(words) (\(address))"
        default: return words
        }
    }

    /// Without blanks at either end; by bytes, since most texts have none and `Character`s cost more than the rest of the prose.
    private static func trimmed(_ text: String) -> String {
        func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") }
        let bytes = text.utf8
        guard let first = bytes.first, let last = bytes.last, isBlank(first) || isBlank(last) else { return text }
        guard let start = bytes.firstIndex(where: { !isBlank($0) }), let end = bytes.lastIndex(where: { !isBlank($0) }) else { return "" }
        return String(text[start..<bytes.index(after: end)])
    }
}
