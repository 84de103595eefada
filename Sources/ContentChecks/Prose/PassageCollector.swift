import CommonMark
import Exercises

/// Collects the passages of a page's text in reading order.
struct PassageCollector {
    private(set) var passages: [Passage] = []
    /// What all of them say, each on a line of its own.
    private(set) var text: [UInt8] = []
    /// The images of the block that is read.
    private var images: [Inline] = []

    init(_ content: CheckedPage.Content) {
        passages.reserveCapacity(32)
        text.reserveCapacity(4096)
        switch content {
        case .exercise(let exercise): add(exercise.body)
        case .programme(let programme): add(programme.body, .body)
        case .guidance(let guidance): add(guidance.body, .body)
        }
    }

    private mutating func add(_ body: ExerciseBody) {
        add(body.introduction, .body)
        add(body.getReady, .getReady)
        for (index, step) in body.steps.enumerated() { add(step.children, .step(index)) }
        add(body.breathing, .breathing)
        add(body.variations, .variations)
        add(body.takeCare, .takeCare)
    }

    private mutating func add(_ blocks: some Sequence<Block>, _ section: Passage.Section) {
        for block in blocks {
            if let inlines = block.inlines {
                add(inlines, block, section)
                continue
            }
            switch block.kind {
            case .blockQuote(let inner): add(inner, section)
            case .list(let list): for item in list.items { add(item.children, section) }
            case .paragraph, .heading, .thematicBreak, .codeBlock, .htmlBlock: break
            }
        }
    }

    /// Adds what a paragraph or a heading says, and then its images.
    private mutating func add(_ inlines: Inlines, _ block: Block, _ section: Passage.Section) {
        images.removeAll(keepingCapacity: true)
        let start = text.count
        read(inlines)
        if Tokens.haveWord(text[start...]) {
            let kind = block.headingLevel.map { Passage.Kind.heading(level: $0) } ?? .paragraph
            passages.append(Passage(.inlines(inlines), kind: kind, section: section, range: block.range))
        }
        for image in images {
            var pose: String?
            if case .figure(let name) = image.reference { pose = name }
            text.append(UInt8(ascii: "\n"))
            read(image.children)
            passages.append(Passage(.inlines(image.children), kind: .alternativeText(pose: pose), section: section, range: image.range))
        }
        text.append(UInt8(ascii: "\n"))
    }

    /// Adds the text of a passage; images are kept for later.
    private mutating func read(_ inlines: Inlines) {
        for inline in inlines {
            switch inline.type {
            case .text, .code: inline.append(textTo: &text)
            case .softBreak, .lineBreak: text.append(UInt8(ascii: " "))
            case .strong, .emphasis, .link: read(inline.children)
            case .image: images.append(inline)
            case .html: break
            }
        }
    }
}
