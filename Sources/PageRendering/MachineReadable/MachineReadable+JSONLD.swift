import Exercises

extension MachineReadable {
    /// The JSON-LD (schema.org) of a page, in one line and safe inside `<script>`; empty for what is no page of the content.
    package func jsonLD(for path: SitePath) -> String {
        guard let graph = graph(path) else { return "" }
        return JSONValue.object(["@context": "https://schema.org", "@graph": .array(graph)]).scriptText
    }

    private func graph(_ path: SitePath) -> [JSONValue]? {
        switch path {
        case .home: homeGraph
        case .exercise(let slug): library.exercise(slug).map(graph)
        case .programme(let slug): library.programme(slug).map(graph)
        case .guidance(let slug): library.guidance(slug).map(graph)
        case .exercises: collection(path, phrases[.exercisesTitle], phrases[.exercisesDescription])
        case .category(let category):
            collection(path, phrases.title(category), phrases.summary(category, catalogue.exercises(in: category)))
        case .names: collection(path, phrases[.namesTitle], phrases[.namesDescription])
        case .programmes: collection(path, phrases[.programmesTitle], phrases[.programmesDescription])
        case .guidancePages: collection(path, phrases[.guidanceTitle], phrases[.guidanceDescription])
        case .sources: collection(path, phrases[.sourcesTitle], phrases[.sourcesDescription])
        case .myProgramme: tool(path, phrases[.myProgrammeTitle], phrases[.myProgrammeDescription])
        case .search, .source, .notFound, .offline, .media, .figure, .card, .file: nil
        }
    }

    // MARK: The graphs of the pages

    /// The site; its publisher only where the settings name one.
    private var homeGraph: [JSONValue] {
        let site = library.site
        let organization = site.clinic.map { clinic in
            JSONValue.object([
                "@type": "Organization", "@id": id(.home, "organization"), "name": .string(clinic.name),
                "telephone": clinic.phone.map(JSONValue.string), "email": clinic.email.map(JSONValue.string),
                "address": clinic.address.map(JSONValue.string),
            ])
        }
        let webSite = JSONValue.object([
            "@type": "WebSite", "@id": id(.home, "website"), "url": .string(link(.home)), "name": .string(site.title),
            "alternateName": .nonEmpty(site.tagline), "description": .nonEmpty(site.description), "inLanguage": .string(site.language),
            "publisher": organization == nil ? nil : .object(["@id": id(.home, "organization")]),
        ])
        return [webSite] + (organization.map { [$0] } ?? [])
    }

    private func collection(_ path: SitePath, _ title: String, _ description: String) -> [JSONValue] {
        [page("CollectionPage", path, title, description), breadcrumbs([(title, path)])]
    }

    private func tool(_ path: SitePath, _ title: String, _ description: String) -> [JSONValue] {
        [page("WebPage", path, title, description), breadcrumbs([(title, path)])]
    }

    private func graph(_ programme: Programme) -> [JSONValue] {
        let path = SitePath.programme(programme.slug)
        let steps = steps(of: programme)
        let items = steps.enumerated().map { index, step in
            JSONValue.object([
                "@type": "ListItem", "position": .integer(index + 1), "name": .string(step.exercise.title),
                "description": .nonEmpty(doses.sentence(step.dose)), "url": .string(link(.exercise(step.exercise.slug))),
            ])
        }
        let list = JSONValue.object([
            "@type": "ItemList", "@id": id(path, "exercises"), "name": .string(programme.title),
            "itemListOrder": "https://schema.org/ItemListOrderAscending", "numberOfItems": .integer(items.count),
            "itemListElement": .array(items),
        ])
        return [
            page("MedicalWebPage", path, programme.title, programme.summary)
                + .object(["mainEntity": .object(["@id": id(path, "exercises")])]) + review(programme.review),
            list, breadcrumbs([(phrases[.programmesTitle], .programmes), (programme.title, path)]),
        ]
    }

    private func graph(_ guidance: Guidance) -> [JSONValue] {
        let path = SitePath.guidance(guidance.slug)
        return [
            page("MedicalWebPage", path, guidance.title, guidance.summary)
                + .object(["citation": citations(guidance.sources)]) + review(guidance.review),
            breadcrumbs([(phrases[.guidanceTitle], .guidancePages), (guidance.title, path)]),
        ]
    }

    // MARK: What several pages say

    /// The name of a thing on a page. Without a base URL it is relative, and a reader of JSON-LD resolves it against the page.
    func id(_ path: SitePath, _ fragment: String) -> JSONValue {
        .string(link(path) + "#" + fragment)
    }

    func page(_ type: String, _ path: SitePath, _ title: String, _ description: String) -> JSONValue {
        .object([
            "@type": .string(type), "@id": id(path, "page"), "url": .string(link(path)), "name": .string(title),
            "description": .string(description), "inLanguage": .string(library.site.language),
            "isPartOf": .object([
                "@type": "WebSite", "@id": id(.home, "website"), "url": .string(link(.home)), "name": .string(library.site.title),
            ]),
            "breadcrumb": .object(["@id": id(path, "breadcrumbs")]),
        ])
    }

    /// The way from the home page to the last of the places, which is the page itself.
    func breadcrumbs(_ places: [(title: String, path: SitePath)]) -> JSONValue {
        let trail = [(title: phrases[.homeTitle], path: SitePath.home)] + places
        return .object([
            "@type": "BreadcrumbList", "@id": places.last.map { id($0.path, "breadcrumbs") },
            "itemListElement": .array(
                trail.enumerated().map { index, place in
                    .object([
                        "@type": "ListItem", "position": .integer(index + 1), "name": .string(place.title),
                        "item": .string(link(place.path)),
                    ])
                }),
        ])
    }

    /// The author as a credit, since nobody says whether it is a person. A review only where a person is named on a day.
    func review(_ review: Review) -> JSONValue {
        .object([
            "creditText": review.author.map(JSONValue.string),
            "reviewedBy": review.isReviewed
                ? review.reviewedBy.map { .object(["@type": "Person", "name": .string($0)]) } : nil,
            "dateModified": review.updated.map { .string($0.description) },
            "lastReviewed": review.isReviewed ? review.reviewed.map { .string($0.description) } : nil,
        ])
    }

    func citations(_ sources: [SourceID]) -> JSONValue? {
        .nonEmpty(
            sources.compactMap(library.source).map { source in
                .object([
                    "@type": "CreativeWork", "name": .string(source.title ?? source.label),
                    "publisher": source.publisher.map { .object(["@type": "Organization", "name": .string($0)]) },
                    "datePublished": source.year.map { .string(String($0)) }, "url": source.url.map(JSONValue.string),
                ])
            })
    }
}
