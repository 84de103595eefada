import CommonMark
package import Exercises

/// Renders the pages of a library. It reads and writes nothing: text comes in as values and goes out as values.
package struct PageRenderer: Sendable {
    private let basis: PageBasis
    private(set) var pictures = DrawnPictures()
    private var handouts: [Slug: [OfferedHandout]]
    private(set) var hasSearchIndex = false

    /// Renders head and foot once; `handouts` are those of each exercise and programme, and a page without any shows none; `hasCard`
    /// says which pages have a picture for links to them.
    package init(
        library: Library, phrasebook: Phrasebook, templates: TemplateLibrary, address: SiteAddress, assets: AssetManifest,
        handouts: [Slug: [OfferedHandout]] = [:],
        hasCard: @escaping @Sendable (SitePath) -> Bool = { _ in false }, exerciseCards: ExerciseCards = ExerciseCards()
    ) {
        self.handouts = handouts
        basis = PageBasis(
            library: library, phrasebook: phrasebook, templates: templates, address: address, assets: assets, hasCard: hasCard,
            exerciseCards: exerciseCards)
    }

    var library: Library { basis.library }
    var address: SiteAddress { basis.address }
    var phrases: SitePhrasing { basis.phrases }
    var doses: DosePhrasing { basis.doses }
    var links: ContentLinks { basis.links }
    var descriptions: PictureDescriptions { basis.descriptions }
    var names: NameIndex { basis.names.value }

    /// The same renderer with drawn pictures to show; one without shows none.
    package func showing(_ pictures: DrawnPictures) -> PageRenderer {
        var renderer = self
        renderer.pictures = pictures
        return renderer
    }

    /// The same renderer with handouts of some exercises and programmes to offer.
    package func offering(_ handouts: [Slug: [OfferedHandout]]) -> PageRenderer {
        var renderer = self
        renderer.handouts = handouts
        return renderer
    }

    /// The same renderer for a site that has an index for searching its full text.
    package func withSearchIndex() -> PageRenderer {
        var renderer = self
        renderer.hasSearchIndex = true
        return renderer
    }

    /// What readers find exercises by.
    package var catalogue: Catalogue { basis.catalogue.value }

    /// What was made once for all pages.
    package var frame: String { basis.chrome }

    /// What a page says of itself.
    struct Head {
        var title: String
        var description: String
        var path: SitePath
        var section: SiteSection
        /// The pages between the home page and this one.
        var trail: [PageLink] = []
        var kind = "website"
        var isDraft = false
        var allowsWebAssembly = false
    }

    /// A whole page.
    func page(_ kind: PageKind, _ head: Head, _ content: some TemplateContext, jsonLD: HTML) -> RenderedText {
        // It stands at addresses that are not its own.
        let isReplacement = head.path == .notFound || head.path == .offline
        let frame = PageFrame(
            basis: basis, title: head.title, description: head.description,
            canonicalURL: isReplacement ? nil : address.url(of: head.path), kind: head.kind,
            cardURL: basis.hasCard(head.path) ? machineLink(.socialCard(of: head.path)) : nil,
            contentSecurityPolicy: head.allowsWebAssembly ? basis.policyWithWebAssembly : basis.policy,
            breadcrumbs: head.path == .home || isReplacement ? [] : [basis.homeLink] + head.trail, isDraft: head.isDraft,
            isUnlisted: head.isDraft || isReplacement, searchKind: head.path.searchKind, header: basis.header(in: head.section),
            jsonLD: jsonLD)
        return RenderedText(basis.render(kind, content.object.joined(with: frame.object)))
    }

    /// Absolute where the site's address is known, since whoever reads it does not know where it comes from.
    private func machineLink(_ path: SitePath) -> String { address.url(of: path) ?? address.link(to: path) }

    // MARK: What several pages show

    func link(_ title: String, _ path: SitePath) -> PageLink {
        PageLink(title: title, url: address.link(to: path))
    }

    func icon(_ category: Category) -> HTML? { basis.icons[category] }

    func icon(_ position: Position) -> HTML? { icon(Category(facet: .position, value: position.rawValue)) }

    func handouts(of slug: Slug) -> [HandoutLink] {
        (handouts[slug] ?? []).map { handout in
            HandoutLink(
                title: phrases.title(of: handout), url: address.link(to: .file(handout.path)), detail: handout.size.map(phrases.detail))
        }
    }

    func html(_ renderer: ProseRenderer, _ blocks: [Block]) -> HTML? {
        blocks.isEmpty ? nil : renderer.markup(of: blocks)
    }

    /// Exercises in a list. An exercise's card is the same in each, so it is rendered once.
    func cards(_ exercises: [Exercise]) -> [HTML] {
        var cards = exercises.map { exercise in
            // The size of its picture is known to lists that show it; the others must not decide for them.
            let isWhole = exercise.figures == nil || cardPicture(exercise) != nil
            let render = { basis.markup(.exerciseCard, card(exercise).object) }
            return isWhole ? basis.exerciseCards.card(of: exercise.slug, render) : render()
        }
        // The line of the template ends after it.
        if let last = cards.popLast() { cards.append(last.withoutLineBreak) }
        return cards
    }

    /// An exercise in a list, as templates read it.
    func card(_ exercise: Exercise) -> ExerciseCard {
        let book = phrases.book
        return ExerciseCard(
            url: address.link(to: .exercise(exercise.slug)), title: exercise.title, summary: exercise.summary,
            positionName: book.name("position", exercise.position.rawValue),
            levelName: exercise.mayBeHandedOut ? book.name("level", exercise.level.rawValue) : nil,
            equipmentNames: exercise.equipment.isEmpty ? nil : phrases.names(exercise.equipment), icon: icon(exercise.position),
            picture: cardPicture(exercise), caution: caution(exercise),
            answers: Dictionary(uniqueKeysWithValues: Facet.allCases.map { ($0, $0.answers(of: exercise).joined(separator: " ")) }))
    }

    /// The title stands beside it, so it needs no words of its own.
    func cardPicture(_ exercise: Exercise) -> PictureContext? {
        exercise.figures.flatMap { links.drawn($0.cardPicture, "", exercise, pictures, scale: .card) }
    }

    /// What keeps an exercise from suiting everybody: who must do it, or what the library advises.
    private func caution(_ exercise: Exercise) -> String? {
        switch (exercise.advice, exercise.performedBy) {
        case (.suitable, .`self`): nil
        case (.suitable, let performer),
            (.withCare, let performer) where performer != .`self`:
            phrases.book.name("performer", performer.rawValue)
        case (let advice, _): phrases.book.name("advice", advice.rawValue)
        }
    }

    func review(_ review: Review) -> ReviewContext {
        func day(_ date: CalendarDate?) -> ReviewContext.Day? {
            date.map { ReviewContext.Day(text: phrases.day($0), iso: $0.description) }
        }
        return ReviewContext(
            notice: review.isReviewed ? nil : library.site.reviewNotice, author: review.author,
            reviewedBy: review.isReviewed ? review.reviewedBy : nil, reviewed: review.isReviewed ? day(review.reviewed) : nil,
            next: day(review.next), changed: day(review.changed))
    }

    /// The emergency signs with the reasons not to start and the reasons to stop.
    func safety(avoidIf: [String] = [], stopIf: [String]) -> SafetyContext {
        SafetyContext(avoidIf: avoidIf, stopIf: stopIf, emergency: basis.emergency)
    }
}

extension HTML {
    /// The same without the line feed at its end, unless that is one half of a line break.
    fileprivate var withoutLineBreak: HTML {
        guard bytes.last == UInt8(ascii: "\n"), bytes.dropLast().last != UInt8(ascii: "\r") else { return self }
        return HTML(markup: Array(bytes.dropLast()))
    }
}
