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
