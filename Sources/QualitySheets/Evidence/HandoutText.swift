import Handouts

extension HandoutInline {
    var plainText: String {
        switch self {
        case .text(let text): text
        case .lineBreak: " "
        case .strong(let content), .link(_, let content): content.map(\.plainText).joined()
        }
    }
}

extension HandoutBlock {
    /// The words of a block, without those of pictures.
    var plainText: String {
        switch self {
        case .paragraph(let content), .heading(let content): content.map(\.plainText).joined()
        case .list(_, let items): items.map { $0.map(\.plainText).joined(separator: " ") }.joined(separator: " ")
        case .quotation(let blocks): blocks.map(\.plainText).joined(separator: " ")
        case .picture: ""
        }
    }

    var pictures: [HandoutPicture] {
        switch self {
        case .paragraph, .heading: []
        case .list(_, let items): items.flatMap { $0.flatMap(\.pictures) }
        case .quotation(let blocks): blocks.flatMap(\.pictures)
        case .picture(let picture): [picture]
        }
    }
}

extension HandoutExercise.Steps.Step {
    var wordCount: Int { Count.words(blocks.map(\.plainText).joined(separator: " ")) }

    /// Those beside the step and those in its text.
    var allPictures: [HandoutPicture] { pictures + blocks.flatMap(\.pictures) }
}

extension HandoutExercise {
    /// In reading order.
    var pictures: [HandoutPicture] {
        let before = introduction + (getReady?.blocks ?? [])
        let after = (breathing?.blocks ?? []) + (variations?.blocks ?? []) + (caution?.blocks ?? [])
        return before.flatMap(\.pictures) + steps.items.flatMap(\.allPictures) + after.flatMap(\.pictures)
    }
}

extension HandoutBlock {
    /// The running text of a block in pieces: a paragraph or a heading is one.
    fileprivate var passages: [String] {
        switch self {
        case .paragraph, .heading: [plainText]
        case .list(_, let items): items.flatMap { $0.flatMap(\.passages) }
        case .quotation(let blocks): blocks.flatMap(\.passages)
        case .picture: []
        }
    }
}

extension HandoutExercise {
    fileprivate var passages: [String] {
        let sections = [getReady, breathing, variations].compactMap(\.self)
        return [title, summary] + [advice, note].compactMap(\.self) + introduction.flatMap(\.passages) + [dose.sentence]
            + [dose.progression?.value].compactMap(\.self) + steps.items.flatMap { $0.blocks.flatMap(\.passages) }
            + sections.flatMap { [$0.heading] + $0.blocks.flatMap(\.passages) }
            + [caution?.avoid, caution?.stop].compactMap(\.self).flatMap(\.lines) + (caution?.blocks ?? []).flatMap(\.passages)
    }
}

extension HandoutDocument {
    /// What a reader reads as text, in pieces: all but tables, sources and who made it.
    var passages: [String] {
        let signs = safety.levels.flatMap { level in level.groups.flatMap { $0.signs + [$0.action] } }
        return [title, summary] + introduction.flatMap(\.passages) + (avoid?.lines ?? []) + (care?.blocks ?? []).flatMap(\.passages)
            + exercises.flatMap(\.passages) + safety.stop.lines + signs + record.instructions
    }
}
