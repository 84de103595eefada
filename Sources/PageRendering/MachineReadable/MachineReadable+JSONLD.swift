import Exercises

extension MachineReadable {
    /// The JSON-LD (schema.org) of a page, in one line and safe inside `<script>`; empty for what is no page of the content.
    package func jsonLD(for path: SitePath) -> HTML {
        switch path {
        case .home: graph(writeHome)
        case .exercise(let slug): library.exercise(slug).map { exercise in graph { write(exercise, to: &$0) } } ?? .empty
        case .programme(let slug): library.programme(slug).map { programme in graph { write(programme, to: &$0) } } ?? .empty
        case .guidance(let slug): library.guidance(slug).map { guidance in graph { write(guidance, to: &$0) } } ?? .empty
        case .exercises: collection(path, phrases[.exercisesTitle], phrases[.exercisesDescription])
        case .category(let category):
            collection(path, phrases.title(category), phrases.summary(category, catalogue.exercises(in: category)))
        case .names: collection(path, phrases[.namesTitle], phrases[.namesDescription])
        case .programmes: collection(path, phrases[.programmesTitle], phrases[.programmesDescription])
        case .guidancePages: collection(path, phrases[.guidanceTitle], phrases[.guidanceDescription])
        case .sources: collection(path, phrases[.sourcesTitle], phrases[.sourcesDescription])
        case .myProgramme: page("WebPage", path, phrases[.myProgrammeTitle], phrases[.myProgrammeDescription])
        case .search, .source, .notFound, .offline, .media, .figure, .card, .file: .empty
        }
    }

    // MARK: The graphs of the pages

    private func graph(_ things: (inout JSONWriter) -> Void) -> HTML {
        JSONWriter.script { json in
            json.member("@context", "https://schema.org")
            json.array("@graph", things)
        }
    }

    private func collection(_ path: SitePath, _ title: String, _ description: String) -> HTML {
        page("CollectionPage", path, title, description)
    }

    /// A page that only leads to others, or that readers use.
    private func page(_ type: String, _ path: SitePath, _ title: String, _ description: String) -> HTML {
        graph { json in
            let url = link(path)
            json.element { write(page: type, url, title, description, to: &$0) }
            write(breadcrumbs: [(title, url)], to: &json)
        }
    }

    /// The site; its publisher only where the settings name one.
    private func writeHome(to json: inout JSONWriter) {
        let (site, home) = (library.site, link(.home))
        json.element { json in
            json.member("@type", "WebSite")
            json.member("@id", home, "#website")
            json.member("url", home)
            json.member("name", site.title)
            json.member("alternateName", nonEmpty: site.tagline)
            json.member("description", nonEmpty: site.description)
            json.member("inLanguage", site.language)
            if site.clinic != nil { json.object("publisher") { $0.member("@id", home, "#organization") } }
        }
        guard let clinic = site.clinic else { return }
        json.element { json in
            json.member("@type", "Organization")
            json.member("@id", home, "#organization")
            json.member("name", clinic.name)
            json.member("telephone", clinic.phone)
            json.member("email", clinic.email)
            json.member("address", clinic.address)
        }
    }

    private func write(_ programme: Programme, to json: inout JSONWriter) {
        let url = link(.programme(programme.slug))
        json.element { json in
            write(page: "MedicalWebPage", url, programme.title, programme.summary, to: &json)
            json.object("mainEntity") { $0.member("@id", url, "#exercises") }
            write(reviewOfPage: programme.review, to: &json)
        }
        let steps = steps(of: programme)
        json.element { json in
            json.member("@type", "ItemList")
            json.member("@id", url, "#exercises")
            json.member("name", programme.title)
            json.member("itemListOrder", "https://schema.org/ItemListOrderAscending")
            json.member("numberOfItems", steps.count)
            json.objects("itemListElement", steps.enumerated()) { json, entry in
                let (index, step) = entry
                json.member("@type", "ListItem")
                json.member("position", index + 1)
                json.member("name", step.exercise.title)
                json.member("description", nonEmpty: doses.sentence(step.dose))
                json.member("url", link(.exercise(step.exercise.slug)))
            }
        }
        write(breadcrumbs: [(phrases[.programmesTitle], link(.programmes)), (programme.title, url)], to: &json)
    }

    private func write(_ guidance: Guidance, to json: inout JSONWriter) {
        let url = link(.guidance(guidance.slug))
        json.element { json in
            write(page: "MedicalWebPage", url, guidance.title, guidance.summary, to: &json)
            write(citations: guidance.sources, to: &json)
            write(reviewOfPage: guidance.review, to: &json)
        }
        write(breadcrumbs: [(phrases[.guidanceTitle], link(.guidancePages)), (guidance.title, url)], to: &json)
    }
}
