import CommonMark
import Exercises

/// What the handout of a page says in its author's words, in pieces such as paragraphs, headings and list items; of a guidance page, which
/// has no handout, what the page says.
///
/// Left out is what stands on every handout in the same words: the emergency card, labels, the dose as a table. Its short lines would make
/// every page seem easier than it is. Alternative text is read out and not printed. A source counts by that word: telling its
/// name in full must not make a page seem harder.
struct HandoutWords {
    private(set) var passages: [String] = []
    /// What several exercises of a programme say in the same words is said once.
    private var said: Set<String> = []

    init(_ content: CheckedPage.Content, in library: Library) {
        switch content {
        case .exercise(let exercise): add(exercise, isAlone: true)
        case .programme(let programme):
            add([programme.title, programme.summary, programme.audience])
            add(programme.body)
            for entry in programme.entries {
                add([entry.note])
                if let exercise = library.exercise(entry.exercise) { add(exercise, isAlone: false) }
            }
        case .guidance(let guidance):
            add([guidance.title, guidance.summary])
            add(guidance.body)
        }
    }

    private mutating func add(_ exercise: Exercise, isAlone: Bool) {
        add([exercise.title, exercise.summary])
        // As in a handout of several exercises, where only a cautious word stays.
        if isAlone || exercise.advice != .suitable { add(exercise.body.introduction) }
        add([exercise.feel, exercise.dose?.progression])
        add(exercise.body.getReady)
        for step in exercise.body.steps { add(step.blocks) }
        add(exercise.body.breathing)
        add(exercise.body.variations)
        add(exercise.avoidIf + exercise.stopIf)
        add(exercise.body.takeCare)
    }

    private mutating func add(_ texts: [String?]) {
        for case let text? in texts where !text.isEmpty && said.insert(text).inserted { passages.append(text) }
    }

    private mutating func add(_ blocks: [Block]) {
        for block in blocks {
            switch block.kind {
            case .paragraph(let inlines), .heading(_, let inlines): add([inlines.running])
            case .blockQuote(let inner): add(inner)
            case .list(let list): for item in list.items { add(item.blocks) }
            case .thematicBreak, .codeBlock, .htmlBlock: break
            }
        }
    }
}

extension [Inline] {
    /// The words without the text of pictures, and `source` for the name of one. No picture stands inside of other inlines but links.
    fileprivate var running: String {
        reduce(into: "") { text, inline in
            switch inline.kind {
            case .image: break
            case .link(let link, _) where link.destination.hasPrefix("source:"):
                let isFirst = text.isEmpty || [".", "!", "?"].contains(text.last { $0 != " " })
                text += isFirst ? "Source" : "source"
            case .link(_, let children) where children.contains(where: { if case .image = $0.kind { true } else { false } }): break
            default: text += CollectionOfOne(inline).plainText
            }
        }
    }
}
