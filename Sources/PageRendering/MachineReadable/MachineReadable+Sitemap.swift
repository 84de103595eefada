import Exercises

extension MachineReadable {
    /// How many URLs the sitemap protocol lets one file hold.
    static let sitemapLimit = 50_000

    /// `sitemap.xml`, which above the limit names further files. The only days in it are those that the content gives, of changes and reviews. Drafts are left out.
    ///
    /// The protocol wants absolute URLs. Without a base URL the addresses begin at the site's root: a list of pages for people and link
    /// checkers, which search engines pass over, and which `robots.txt` does not name to them.
    func sitemaps(limit: Int = sitemapLimit) -> [Output] {
        let root = address.baseURL?.text ?? address.prefix
        let pages = listedPages
        guard pages.count > limit else { return [Output(path: "sitemap.xml", text: sitemap(pages[...], root))] }
        let parts = stride(from: 0, to: pages.count, by: limit).enumerated().map { number, start in
            Output(path: "sitemap-\(number + 1).xml", text: sitemap(pages[start..<min(start + limit, pages.count)], root))
        }
        var index = XMLText()
        index.element("sitemapindex", ["xmlns": Self.sitemapNamespace]) { xml in
            for part in parts {
                xml.element("sitemap") { $0.element("loc", root + part.path) }
            }
        }
        return [Output(path: "sitemap.xml", text: index.text)] + parts
    }

    /// Where the sitemaps go, in their order.
    var sitemapPaths: [String] {
        // Few libraries are so large that their pages have to be counted one by one.
        let most = library.exercises.count + library.programmes.count + library.guidance.count + 1000
        let count = most <= Self.sitemapLimit ? 1 : (listedPages.count + Self.sitemapLimit - 1) / Self.sitemapLimit
        return ["sitemap.xml"] + (count > 1 ? (1...count).map { "sitemap-\($0).xml" } : [])
    }

    /// `robots.txt`: everything may be read. The sitemap's place must be an absolute URL, too.
    var robots: String {
        let sitemap = address.url(of: .file("sitemap.xml")).map { "\nSitemap: \($0)\n" } ?? ""
        return "User-agent: *\nAllow: /\n" + sitemap
    }

    private static let sitemapNamespace = "http://www.sitemaps.org/schemas/sitemap/0.9"

    private func sitemap(_ pages: ArraySlice<(path: SitePath, updated: CalendarDate?)>, _ root: String) -> RenderedText {
        var xml = XMLText()
        xml.element("urlset", ["xmlns": Self.sitemapNamespace]) { xml in
            for page in pages {
                xml.element("url") { xml in
                    xml.element("loc", root + page.path.text)
                    if let updated = page.updated { xml.element("lastmod", updated.description) }
                }
            }
        }
        return xml.text
    }

    private var listedPages: [(path: SitePath, updated: CalendarDate?)] {
        var pages: [(path: SitePath, updated: CalendarDate?)] = [(.home, nil), (.exercises, nil)]
        pages += library.exercises.filter { !$0.isDraft }.map { (.exercise($0.slug), $0.review.updated) }
        pages += catalogue.categories.map { (.category($0), nil) }
        if !library.exercises.isEmpty { pages.append((.names, nil)) }
        if !library.programmes.isEmpty { pages.append((.programmes, nil)) }
        pages += library.programmes.filter { !$0.isDraft }.map { (.programme($0.slug), $0.review.updated) }
        if !library.guidance.isEmpty { pages.append((.guidancePages, nil)) }
        pages += library.guidance.filter { !$0.isDraft }.map { (.guidance($0.slug), $0.review.updated) }
        if !library.sources.isEmpty { pages.append((.sources, nil)) }
        pages.append((.myProgramme, nil))
        return pages
    }
}
