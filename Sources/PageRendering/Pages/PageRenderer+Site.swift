import Exercises

extension PageRenderer {
    /// The first page.
    package func home(jsonLD: HTML = .empty) -> RenderedText {
        let site = library.site
        let head = Head(title: site.title, description: site.description, path: .home, section: .other)
        let content = HomePage(
            tagline: site.tagline, summary: site.description, searchURL: address.link(to: .search),
            exercisesURL: address.link(to: .exercises), namesURL: address.link(to: .names),
            programmesURL: address.link(to: .programmes), guidanceURL: address.link(to: .guidancePages),
            sourcesURL: address.link(to: .sources), equipment: facet(.equipment), minutes: facet(.minutes), positions: facet(.position),
            regions: facet(.region),
            programmes: library.programmes.map(card), guidance: library.guidance.prefix(Self.highlights).map(card),
            safety: safety(stopIf: library.safety.stopRules))
        return page(.home, head, content, jsonLD: jsonLD)
    }

    /// How many guidance pages the first page shows.
    private static let highlights = 6

    /// Where all facts come from.
    package func sources(jsonLD: HTML = .empty) -> RenderedText {
        var usedBy: [SourceID: [PageLink]] = [:]
        for exercise in library.exercises {
            for report in exercise.sources { usedBy[report.id, default: []].append(link(exercise.title, .exercise(exercise.slug))) }
        }
        for guidance in library.guidance {
            for id in guidance.sources { usedBy[id, default: []].append(link(guidance.title, .guidance(guidance.slug))) }
        }
        let head = Head(title: phrases[.sourcesTitle], description: phrases[.sourcesDescription], path: .sources, section: .sources)
        let entries = library.sources.map { source in
            SourcesPage.Entry(
                id: source.id.text, label: source.label, title: source.title, publisher: source.publisher,
                year: source.year.map(String.init),
                url: source.url, description: source.description, usedBy: usedBy[source.id] ?? [])
        }
        return page(.sources, head, SourcesPage(sources: entries), jsonLD: jsonLD)
    }

    /// The page for addresses that lead nowhere.
    package func notFound() -> RenderedText {
        let head = Head(title: phrases[.notFoundTitle], description: phrases[.notFoundDescription], path: .notFound, section: .other)
        let content = NotFoundPage(links: [
            link(phrases[.homeTitle], .home), link(phrases[.exercisesTitle], .exercises), link(phrases[.searchTitle], .search),
            link(phrases[.guidanceTitle], .guidancePages),
        ])
        return page(.notFound, head, content, jsonLD: .empty)
    }

    /// The page that a browser shows for what it has not kept, when there is no network.
    package func offline() -> RenderedText {
        let head = Head(title: phrases[.offlineTitle], description: phrases[.offlineDescription], path: .offline, section: .other)
        return page(.offline, head, OfflinePage(safety: safety(stopIf: library.safety.stopRules)), jsonLD: .empty)
    }
}
