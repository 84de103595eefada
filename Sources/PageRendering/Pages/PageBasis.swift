import Exercises

/// What is the same for all pages of a site. One object, since a renderer is handed on for each page, with other pictures and handouts.
final class PageBasis: Sendable {
    let library: Library
    let address: SiteAddress
    let phrases: SitePhrasing
    let doses: DosePhrasing
    let links: ContentLinks
    let descriptions: PictureDescriptions
    /// Whether a page has a card for links to it.
    let hasCard: @Sendable (SitePath) -> Bool
    let icons: [Category: HTML]
    let catalogue: LazyPart<Catalogue>
    let names: LazyPart<NameIndex>
    let exerciseCards: ExerciseCards
    let emergency: EmergencyAdvice

    // MARK: Of the head of pages

    let rootURL: String
    let homeLink: PageLink
    let styleSheet: String?
    /// The font of most of the text, to be fetched before the style sheet asks for it.
    let fontURL: String?
    let script: String?
    /// The one script that stands in a page, as an element.
    let themeScript: HTML?
    let faviconURL: String?
    let touchIconURL: String?
    let manifestURL: String
    let feedURL: String
    let jsonFeedURL: String
    /// The digest in it costs more than the rest of a page's head.
    let policy: String
    let policyWithWebAssembly: String

    private let templates: TemplateLibrary
    private let strings: InterfaceStrings
    /// The same on every page of a section, so rendered once.
    private let headers: [SiteSection: HTML]
    let footer: HTML

    init(
        library: Library, phrasebook: Phrasebook, templates: TemplateLibrary, address: SiteAddress, assets: AssetManifest,
        hasCard: @escaping @Sendable (SitePath) -> Bool, exerciseCards: ExerciseCards
    ) {
        self.library = library
        self.address = address
        self.templates = templates
        self.hasCard = hasCard
        self.exerciseCards = exerciseCards
        phrases = SitePhrasing(phrasebook)
        descriptions = PictureDescriptions(phrasebook)
        doses = DosePhrasing(phrasebook)
        // The foot of all pages leads to the same page, so this need not be noted as read.
        emergency = EmergencyAdvice(library, address)
        links = ContentLinks(library: library, address: address, doses: doses)
        catalogue = LazyPart(library)
        names = LazyPart(library)
        icons = Dictionary(
            uniqueKeysWithValues: Facet.allCases.flatMap { facet in facet.values.map { Category(facet: facet, value: $0) } }
                .compactMap { category in
                    templates.staticMarkup("icons/\(category.facet.rawValue)-\(category.value)").map { (category, $0) }
                })

        func asset(_ name: String) -> String? { assets[name].map { address.link(to: .file($0)) } }
        rootURL = address.link(to: .home)
        homeLink = PageLink(title: phrases[.homeTitle], url: rootURL)
        styleSheet = asset("Styles/site.css")
        fontURL = library.site.theme.font == .inter ? asset("Fonts/Inter-Regular.woff2") : nil
        script = asset("Scripts/site.js")
        themeScript = assets.themeScript.map { HTML(markup: "<script>\($0)</script>") }
        faviconURL = asset("icon.svg")
        touchIconURL = asset("Icons/touch-180.png")
        manifestURL = address.link(to: .file(WebManifest.file))
        feedURL = address.link(to: .file("feed.xml"))
        jsonFeedURL = address.link(to: .file("feed.json"))
        policy = ContentSecurityPolicy(inlineScript: assets.themeScript, allowsWebAssembly: false).text
        policyWithWebAssembly = ContentSecurityPolicy(inlineScript: assets.themeScript, allowsWebAssembly: true).text

        let strings = InterfaceStrings(phrasebook)
        self.strings = strings
        let chrome = PageChrome(library: library, address: address, phrases: phrases)
        headers = Dictionary(
            uniqueKeysWithValues: SiteSection.allCases.map { section in
                (section, HTML(markup: templates.render(.header, chrome.header(in: section).object, strings)))
            })
        footer = HTML(markup: templates.render(.footer, chrome.footer.object, strings))
    }

    /// Head and foot of all sections.
    var chrome: String { (SiteSection.allCases.map(header) + [footer]).map(\.markup).joined() }

    func header(in section: SiteSection) -> HTML { headers[section] ?? .empty }

    func render(_ page: PageKind, _ object: TemplateObject) -> [UInt8] { templates.render(page, object, strings) }

    /// A part of pages, which is kept for long and so without the room that a page has to grow.
    func markup(_ part: PageKind, _ object: TemplateObject) -> HTML {
        HTML(markup: render(part, object).withUnsafeBufferPointer { Array($0) })
    }
}

extension TemplateLibrary {
    fileprivate func render(_ page: PageKind, _ object: TemplateObject, _ strings: InterfaceStrings) -> [UInt8] {
        render(page.templateName, object.joined(with: strings.object))
    }
}
