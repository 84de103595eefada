import CommonMark
import ContentLoading
import Diagnostics
import Exercises

/// Collects the passages of a page in reading order.
struct PassageCollector {
    let file: SourceFile
    let ranges: FieldRanges
    private(set) var passages: [Passage] = []

    init(_ origin: Origin) {
        file = origin.file
        ranges = origin.ranges
    }

    /// A field of the front matter, where it is written.
    mutating func add(_ text: String?, field path: String) {
        guard let text, let range = ranges[path] else { return }
        passages.append(
            Passage(PassageText(field: text, at: range, of: file), kind: .field(path), section: .frontMatter, range: range))
    }

    mutating func add(_ texts: [String], field path: String) {
        for (index, text) in texts.enumerated() { add(text, field: "\(path).\(index)") }
    }

    mutating func add(_ blocks: [Block], _ section: Passage.Section) {
        for block in blocks {
            switch block.kind {
            case .paragraph(let inlines): add(inlines, .paragraph, section, block.range)
            case .heading(let level, let inlines): add(inlines, .heading(level: level), section, block.range)
            case .blockQuote(let inner): add(inner, section)
            case .list(let list): list.items.forEach { add($0.blocks, section) }
            case .thematicBreak, .codeBlock, .htmlBlock: break
            }
        }
    }

    private mutating func add(_ inlines: [Inline], _ kind: Passage.Kind, _ section: Passage.Section, _ range: SourceRange) {
        var text = PassageText()
        var images: [(link: Link, inlines: [Inline], range: SourceRange)] = []
        text.append(inlines, images: &images)
        let passage = Passage(text, kind: kind, section: section, range: range)
        if passage.hasWords { passages.append(passage) }
        for image in images {
            var text = PassageText()
            var inner: [(link: Link, inlines: [Inline], range: SourceRange)] = []
            text.append(image.inlines, images: &inner)
            var pose: String?
            if case .figure(let name)? = try? Reference(destination: image.link.destination) { pose = name }
            passages.append(Passage(text, kind: .alternativeText(pose: pose), section: section, range: image.range))
        }
    }
}
