import CommonMark
import Exercises

/// Turns CommonMark into a handout's prose: figures of the dose in force, links that work on paper, pictures of poses.
struct ProseComposer {
    /// The dose that the prose speaks of; none outside an exercise.
    let dose: Dose?
    /// Whose pictures its `figure:` images show.
    let exercise: Exercise?
    let drawings: HandoutDrawings
    let phrasing: DosePhrasing
    /// None: links to pages become their text.
    let baseURL: BaseURL?

    func blocks(_ blocks: [Block]) -> [HandoutBlock] {
        blocks.flatMap(block)
    }

    /// A step's text, with its pictures apart from it.
    func step(_ item: ListItem) -> HandoutExercise.Steps.Step {
        var pictures: [HandoutPicture] = []
        item.blocks.forEachLinkAndImage { inline in
            if case .image(let link, let alternative) = inline.kind, let picture = picture(link, alternative) { pictures.append(picture) }
        }
        let text = blocks(item.blocks).filter { block in
            if case .picture = block { false } else { true }
        }
        return HandoutExercise.Steps.Step(blocks: text, pictures: pictures)
    }

    private func block(_ block: Block) -> [HandoutBlock] {
        switch block.kind {
        case .paragraph(let inlines):
            if let picture = lonePicture(inlines) { return [.picture(picture)] }
            let content = self.inlines(inlines)
            return content.isEmpty ? [] : [.paragraph(content)]
        case .heading(_, let inlines): return [.heading(self.inlines(inlines))]
        case .blockQuote(let blocks): return [.quotation(self.blocks(blocks))]
        case .list(let list): return [.list(start: list.start, items: list.items.map { blocks($0.blocks) })]
        case .codeBlock(_, let literal): return [.paragraph(Self.plain(literal))]
        // Raw HTML is not passed through.
        case .thematicBreak, .htmlBlock: return []
        }
    }

    private func lonePicture(_ inlines: [Inline]) -> HandoutPicture? {
        guard inlines.count == 1, case .image(let link, let alternative)? = inlines.first?.kind else { return nil }
        return picture(link, alternative)
    }

    private func picture(_ link: Link, _ alternative: [Inline]) -> HandoutPicture? {
        guard let reference = try? Reference(destination: link.destination) else { return nil }
        switch reference {
        case .figure(let pose): return picture(of: pose, description: alternative.plainText)
        case .media(let file): return HandoutPicture(source: .file(path: Self.media(file)), description: alternative.plainText.printable)
        default: return nil
        }
    }

    /// The author's own picture of a pose, else the drawn one; none where there is neither.
    func picture(of pose: String, description: String) -> HandoutPicture? {
        if let own = exercise?.pictures.first(where: { $0.pose == pose }) {
            return HandoutPicture(source: .file(path: Self.media(own.image)), description: description.printable)
        }
        let source = exercise.flatMap { drawings.source(.pose(pose), of: $0.slug) }
        return source.map {
            HandoutPicture(source: $0, description: description.printable, letter: exercise?.figures?[pose]?.letter)
        }
    }

    static func media(_ path: String) -> String { "/Content/Media/" + path }

    private func inlines(_ inlines: [Inline]) -> [HandoutInline] {
        inlines.flatMap(inline)
    }

    private func inline(_ inline: Inline) -> [HandoutInline] {
        switch inline.kind {
        case .text(let text), .code(let text): Self.plain(text)
        case .softBreak: [.text(" ")]
        case .lineBreak: [.lineBreak]
        case .html: []
        case .emphasis(let children), .strong(let children): [.strong(inlines(children))]
        case .link(let link, let children): self.link(link, children)
        // A picture inside a sentence stands beside its step or alone; on paper nothing takes its place.
        case .image: []
        }
    }

    private func link(_ link: Link, _ children: [Inline]) -> [HandoutInline] {
        let content = inlines(children)
        guard let reference = try? Reference(destination: link.destination) else { return content }
        switch reference {
        case .dose(let field): return dose?[field].map { [.text(phrasing.phrase($0))] } ?? content
        case .exercise(let slug): return page("exercises", slug, content)
        case .programme(let slug): return page("programmes", slug, content)
        case .guidance(let slug): return page("guidance", slug, content)
        case .external(let address): return [.link(address: address, content)]
        case .source, .figure, .media, .fragment: return content
        }
    }

    private func page(_ folder: String, _ slug: Slug, _ content: [HandoutInline]) -> [HandoutInline] {
        guard let baseURL else { return content }
        return [.link(address: "\(baseURL)\(folder)/\(slug)/", content)]
    }

    private static func plain(_ text: String) -> [HandoutInline] {
        let text = text.printable
        return text.isEmpty ? [] : [.text(text)]
    }
}

extension String {
    /// Without control characters, which no font has, and with every run of white space as one space.
    var printable: String {
        let scalars = unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
        var text = ""
        var isAfterSpace = false
        for scalar in scalars {
            let isSpace = scalar == " "
            if !(isSpace && isAfterSpace) { text.unicodeScalars.append(scalar) }
            isAfterSpace = isSpace
        }
        return text
    }
}
