import CommonMark
package import Exercises

/// Renders the pages of a library. It reads and writes nothing: text comes in as values and goes out as values.
package struct PageRenderer: Sendable {
    let library: Library
    let address: SiteAddress
    let phrases: SitePhrasing
    let doses: DosePhrasing
    let links: ContentLinks
    let descriptions: PictureDescriptions
    private(set) var pictures = DrawnPictures()
    private let templates: TemplateLibrary
    private let strings: InterfaceStrings
    private let assets: AssetManifest
    private var handouts: [Slug: [OfferedHandout]]
    /// Whether a page has a card for links to it.
    private let hasCard: @Sendable (SitePath) -> Bool
    private(set) var hasSearchIndex = false
    private let icons: [Category: HTML]
    private let lazyCatalogue: LazyCatalogue
    package let exerciseCards: ExerciseCards
    /// The digest in it costs more than the rest of a page's head.
    private let contentSecurityPolicy: String
    /// The same on every page of a section, so rendered once.
    private let headers: [SiteSection: HTML]
    private let footer: HTML

    /// Renders head and foot once; `handouts` are those of each exercise and programme, and a page without any shows none; `hasCard`
    /// says which pages have a picture for links to them.
    package init(
        library: Library, phrasebook: Phrasebook, templates: TemplateLibrary, address: SiteAddress, assets: AssetManifest,
        handouts: [Slug: [OfferedHandout]] = [:],
        hasCard: @escaping @Sendable (SitePath) -> Bool = { _ in false }, exerciseCards: ExerciseCards = ExerciseCards()
    ) {
        self.library = library
        self.address = address
        self.templates = templates
        self.assets = assets
        self.handouts = handouts
        self.hasCard = hasCard
        self.exerciseCards = exerciseCards
        phrases = SitePhrasing(phrasebook)
        descriptions = PictureDescriptions(phrasebook)
        doses = DosePhrasing(phrasebook)
        links = ContentLinks(library: library, address: address, doses: doses)
        let strings = InterfaceStrings(phrasebook)
        self.strings = strings
        let chrome = PageChrome(library: library, address: address, phrases: phrases)
        headers = Dictionary(
            uniqueKeysWithValues: SiteSection.allCases.map { section in
                (section, Self.markup(.header, chrome.header(in: section).object, templates, strings))
            })
        footer = Self.markup(.footer, chrome.footer.object, templates, strings)
        icons = Dictionary(
            uniqueKeysWithValues: Facet.allCases.flatMap { facet in facet.values.map { Category(facet: facet, value: $0) } }
                .compactMap { category in
                    templates.staticMarkup("icons/\(category.facet.rawValue)-\(category.value)").map { (category, $0) }
                })
        lazyCatalogue = LazyCatalogue(library)
        contentSecurityPolicy = ContentSecurityPolicy(inlineScript: assets.themeScript, allowsWebAssembly: false).text
    }

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
    package var catalogue: Catalogue { lazyCatalogue.catalogue }

    /// What was made once for all pages.
    package var frame: String {
        (SiteSection.allCases.compactMap { headers[$0] } + [footer]).map(\.markup).joined()
    }

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
    func page(_ kind: PageKind, _ head: Head, _ content: some TemplateContext, jsonLD: String) -> RenderedText {
        // It stands at addresses that are not its own.
        let isReplacement = head.path == .notFound || head.path == .offline
        let home = PageLink(title: phrases[.homeTitle], url: address.link(to: .home))
        let frame = PageFrame(
            language: library.site.language, siteTitle: library.site.title, title: head.title, description: head.description,
            canonicalURL: isReplacement ? nil : address.url(of: head.path), kind: head.kind,
            cardURL: hasCard(head.path) ? machineLink(.socialCard(of: head.path)) : nil,
            rootURL: address.link(to: .home),
            contentSecurityPolicy: head.allowsWebAssembly
                ? ContentSecurityPolicy(inlineScript: assets.themeScript, allowsWebAssembly: true).text : contentSecurityPolicy,
            styleSheet: asset("Styles/site.css"), fontURL: library.site.theme.font == .inter ? asset("Fonts/Inter-Regular.woff2") : nil,
            script: asset("Scripts/site.js"),
            themeScript: assets.themeScript.map { HTML(markup: "<script>\($0)</script>") },
            faviconURL: asset("icon.svg"), touchIconURL: asset("Icons/touch-180.png"),
            manifestURL: address.link(to: .file(WebManifest.file)), feedURL: address.link(to: .file("feed.xml")),
            jsonFeedURL: address.link(to: .file("feed.json")),
            breadcrumbs: head.path == .home || isReplacement ? [] : [home] + head.trail, isDraft: head.isDraft,
            isUnlisted: head.isDraft || isReplacement, searchKind: head.path.searchKind,
            header: headers[head.section] ?? HTML(markup: ""), footer: footer,
            jsonLD: HTML(jsonScript: jsonLD))
        return Self.render(kind, content.object.joined(with: frame.object), templates, strings)
    }

    private static func render(
        _ page: PageKind, _ object: TemplateObject, _ templates: TemplateLibrary, _ strings: InterfaceStrings
    ) -> RenderedText {
        RenderedText(templates.render(page.templateName, object.joined(with: strings.object)))
    }

    /// A part of pages.
    private static func markup(
        _ part: PageKind, _ object: TemplateObject, _ templates: TemplateLibrary, _ strings: InterfaceStrings
    ) -> HTML {
        // Kept for long, so without the room that a page has to grow.
        HTML(markup: render(part, object, templates, strings).bytes.withUnsafeBufferPointer { Array($0) })
    }

    /// Absolute where the site's address is known, since whoever reads it does not know where it comes from.
    private func machineLink(_ path: SitePath) -> String { address.url(of: path) ?? address.link(to: path) }

    private func asset(_ name: String) -> String? {
        assets[name].map { address.link(to: .file($0)) }
    }

    // MARK: What several pages show

    func link(_ title: String, _ path: SitePath) -> PageLink {
        PageLink(title: title, url: address.link(to: path))
    }

    func icon(_ category: Category) -> HTML? { icons[category] }

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
            let render = { Self.markup(.exerciseCard, card(exercise).object, templates, strings) }
            return isWhole ? exerciseCards.card(of: exercise.slug, render) : render()
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
        let card = library.safety
        let emergency = card.signs(.emergency)
        let contact = emergency.first?.contact
        return SafetyContext(
            avoidIf: avoidIf, stopIf: stopIf,
            emergencySigns: emergency.map { SignContext(sign: $0.sign, action: $0.action) }, emergencyContact: contact?.label ?? "",
            emergencyPhone: contact?.number.map { PageLink(title: $0, url: PageChrome.telephone($0)) },
            whenToStopURL: PageChrome.whenToStop(library).map { address.link(to: .guidance($0)) })
    }
}

extension HTML {
    /// The same without the line feed at its end, unless that is one half of a line break.
    fileprivate var withoutLineBreak: HTML {
        guard bytes.last == UInt8(ascii: "\n"), bytes.dropLast().last != UInt8(ascii: "\r") else { return self }
        return HTML(markup: Array(bytes.dropLast()))
    }
}
