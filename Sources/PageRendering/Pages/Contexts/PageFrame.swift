import Exercises

/// What every page has around its content.
struct PageFrame: TemplateContext {
    let basis: PageBasis
    /// The name of the page alone; unique on the site together with its address.
    let title: String
    let description: String
    /// The absolute address, where the site's own is known.
    let canonicalURL: String?
    /// `website` or `article`, as Open Graph names it.
    let kind: String
    /// The picture that links to the page show.
    let cardURL: String?
    let contentSecurityPolicy: String
    /// From the home page down to the page above this one; none on the home page.
    let breadcrumbs: [PageLink]
    let isDraft: Bool
    /// Whether search engines should leave the page out.
    let isUnlisted: Bool
    /// What kind of page the search says it is; none for pages whose text it does not look through.
    let searchKind: String?
    let header: HTML
    let jsonLD: HTML

    private var language: String { basis.library.site.language }
    private var siteTitle: String { basis.library.site.title }

    static let fields: Fields<PageFrame> = [
        .text("language") { $0.language },
        .text("siteTitle") { $0.siteTitle },
        .text("pageTitle") { $0.title },
        .text("documentTitle") { $0.title == $0.siteTitle ? $0.title : "\($0.title) – \($0.siteTitle)" },
        .text("description") { $0.description },
        .optionalText("canonicalURL") { $0.canonicalURL },
        .text("pageKind") { $0.kind },
        .optionalText("cardURL") { $0.cardURL },
        .text("rootURL") { $0.basis.rootURL },
        .text("contentSecurityPolicy") { $0.contentSecurityPolicy },
        .optionalText("styleSheet") { $0.basis.styleSheet },
        .optionalText("fontURL") { $0.basis.fontURL },
        .optionalText("script") { $0.basis.script },
        .optionalHTML("themeScript") { $0.basis.themeScript },
        .optionalText("faviconURL") { $0.basis.faviconURL },
        .optionalText("touchIconURL") { $0.basis.touchIconURL },
        .text("manifestURL") { $0.basis.manifestURL },
        .text("feedURL") { $0.basis.feedURL },
        .text("jsonFeedURL") { $0.basis.jsonFeedURL },
        .list("breadcrumbs") { $0.breadcrumbs },
        .flag("isDraft") { $0.isDraft },
        .flag("isUnlisted") { $0.isUnlisted },
        .optionalText("searchKind") { $0.searchKind },
        .html("header") { $0.header },
        .html("footer") { $0.basis.footer },
        .optionalHTML("jsonLD") { $0.jsonLD },
    ]
}

/// A link with its text.
struct PageLink: TemplateContext {
    let title: String
    let url: String
    var isCurrent = false

    static let fields: Fields<PageLink> = [
        .text("title") { $0.title },
        .text("url") { $0.url },
        .flag("isCurrent") { $0.isCurrent },
    ]
}

/// The head of every page; rendered once for each section of the site.
struct HeaderContext: TemplateContext {
    let siteTitle: String
    let homeURL: String
    let navigation: [PageLink]
    let search: PageLink
    let myProgramme: PageLink

    static let fields: Fields<HeaderContext> = [
        .text("siteTitle") { $0.siteTitle },
        .text("homeURL") { $0.homeURL },
        .list("navigation") { $0.navigation },
        .object("search") { $0.search },
        .object("myProgramme") { $0.myProgramme },
    ]
}

/// The foot of every page; rendered once.
struct FooterContext: TemplateContext {
    /// The clinic that hands the pages out.
    struct Clinic: TemplateContext {
        let name: String
        let phone: PageLink?
        let email: PageLink?
        let address: String?

        static let fields: Fields<Clinic> = [
            .text("name") { $0.name },
            .optional("phone") { $0.phone },
            .optional("email") { $0.email },
            .optionalText("address") { $0.address },
        ]
    }

    let siteTitle: String
    let tagline: String
    let clinic: Clinic?
    let navigation: [PageLink]
    let whenToStopURL: String?

    static let fields: Fields<FooterContext> = [
        .text("siteTitle") { $0.siteTitle },
        .text("tagline") { $0.tagline },
        .optional("clinic") { $0.clinic },
        .list("navigation") { $0.navigation },
        .optionalText("whenToStopURL") { $0.whenToStopURL },
    ]
}
