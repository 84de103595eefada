import CommonMark
package import Exercises

extension PageRenderer {
    /// The list of all guidance pages.
    package func guidanceIndex(jsonLD: HTML = .empty) -> RenderedText {
        let head = Head(
            title: phrases[.guidanceTitle], description: phrases[.guidanceDescription], path: .guidancePages, section: .guidance)
        return page(.guidanceIndex, head, GuidanceIndexPage(pages: library.guidance.map(card)), jsonLD: jsonLD)
    }

    /// One guidance page.
    package func guidance(_ guidance: Guidance, jsonLD: HTML = .empty) -> RenderedText {
        let head = Head(
            title: guidance.title, description: guidance.summary, path: .guidance(guidance.slug), section: .guidance,
            trail: [link(phrases[.guidanceTitle], .guidancePages)], kind: "article", isDraft: guidance.isDraft)
        let prose = ProseRenderer(
            headings: .init(haveIdentifiers: true, reservedIdentifiers: Self.reservedIdentifiers), resolver: links.resolver())
        let contents = Self.contents(of: guidance.body, prose)
        let index = library.guidance.firstIndex { $0.slug == guidance.slug }
        let content = GuidancePage(
            title: guidance.title, summary: guidance.summary, body: prose.markup(of: guidance.body),
            contents: contents.count > 1 ? contents : [],
            sources: guidance.sources.compactMap { id in library.source(id).map { link($0.label, .source(id)) } },
            review: review(guidance.review), previous: index.flatMap { $0 > 0 ? card(library.guidance[$0 - 1]) : nil },
            next: index.flatMap { $0 + 1 < library.guidance.count ? card(library.guidance[$0 + 1]) : nil })
        return page(.guidance, head, content, jsonLD: jsonLD)
    }

    func card(_ guidance: Guidance) -> GuidanceCard {
        GuidanceCard(url: address.link(to: .guidance(guidance.slug)), title: guidance.title, summary: guidance.summary)
    }

    /// Links to the level-2 headings, with the identifiers that rendering gives them: it counts the headings of all levels in order.
    private static func contents(of blocks: [Block], _ prose: ProseRenderer) -> [PageLink] {
        var identifiers = HeadingIdentifiers(reserved: prose.headings.reservedIdentifiers)
        var contents: [PageLink] = []
        func collect(_ blocks: [Block], isTop: Bool) {
            for block in blocks {
                switch block.kind {
                case .heading(let level, let inlines):
                    let text = prose.plainText(inlines)
                    let identifier = identifiers.identifier(for: text)
                    if isTop, level == 2 { contents.append(PageLink(title: text, url: "#" + identifier)) }
                case .blockQuote(let children): collect(children, isTop: false)
                case .list(let list): for item in list.items { collect(item.blocks, isTop: false) }
                case .paragraph, .thematicBreak, .codeBlock, .htmlBlock: break
                }
            }
        }
        collect(blocks, isTop: true)
        return contents
    }
}
