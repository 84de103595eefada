import Exercises

/// A part of the site, as the navigation shows it.
enum SiteSection: Hashable, Sendable, CaseIterable {
    case exercises
    case programmes
    case guidance
    case sources
    case search
    case myProgramme
    /// The home page, and pages outside of the navigation.
    case other
}

/// What stands at the head and the foot of every page.
struct PageChrome {
    let library: Library
    let address: SiteAddress
    let phrases: SitePhrasing

    func header(in section: SiteSection) -> HeaderContext {
        HeaderContext(
            siteTitle: library.site.title, homeURL: address.link(to: .home), navigation: navigation(current: section),
            search: PageLink(title: phrases[.searchTitle], url: address.link(to: .search), isCurrent: section == .search),
            myProgramme: PageLink(
                title: phrases[.myProgrammeTitle], url: address.link(to: .myProgramme), isCurrent: section == .myProgramme))
    }

    var footer: FooterContext {
        let clinic = library.site.clinic.map { clinic in
            FooterContext.Clinic(
                name: clinic.name, phone: clinic.phone.map { PageLink(title: $0, url: Self.telephone($0)) },
                email: clinic.email.map { PageLink(title: $0, url: "mailto:" + $0) }, address: clinic.address)
        }
        return FooterContext(
            siteTitle: library.site.title, tagline: library.site.tagline, clinic: clinic,
            navigation: navigation(current: .other) + tools,
            whenToStopURL: Self.whenToStop(library).map { address.link(to: .guidance($0)) })
    }

    /// What leads through the library, beside its sections.
    private var tools: [PageLink] {
        [(.names, .namesTitle), (.search, .searchTitle), (.myProgramme, .myProgrammeTitle)].map { (path: SitePath, title: SitePhrase) in
            PageLink(title: phrases[title], url: address.link(to: path))
        }
    }

    /// The sections that have pages.
    private func navigation(current: SiteSection) -> [PageLink] {
        let entries: [(SiteSection, SitePhrase, SitePath, Bool)] = [
            (.exercises, .exercisesTitle, .exercises, true),
            (.programmes, .programmesTitle, .programmes, !library.programmes.isEmpty),
            (.guidance, .guidanceTitle, .guidancePages, !library.guidance.isEmpty),
            (.sources, .sourcesTitle, .sources, !library.sources.isEmpty),
        ]
        return entries.filter(\.3).map { section, title, path, _ in
            PageLink(title: phrases[title], url: address.link(to: path), isCurrent: section == current)
        }
    }

    /// The page on warning signs, by the name that the content format's own example gives it.
    static func whenToStop(_ library: Library) -> Slug? {
        Slug("when-to-stop").flatMap { library.guidance($0) }?.slug
    }

    /// A `tel:` URL: the digits and a leading plus of a number as it is printed.
    static func telephone(_ number: String) -> String {
        "tel:" + number.filter { $0.isASCII && ($0.isNumber || $0 == "+" || $0 == "*" || $0 == "#") }.replacing("#", with: "%23")
    }
}
