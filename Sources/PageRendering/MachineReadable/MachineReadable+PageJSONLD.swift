import Exercises

/// What the JSON-LD of several pages says. The name of a thing is the URL of its page and a fragment. Without a base URL it is relative,
/// and a reader of JSON-LD resolves it against the page.
extension MachineReadable {
    func write(page type: String, _ url: String, _ title: String, _ description: String, to json: inout JSONWriter) {
        json.member("@type", type)
        json.member("@id", url, "#page")
        json.member("url", url)
        json.member("name", title)
        json.member("description", description)
        json.member("inLanguage", library.site.language)
        json.object("isPartOf") { json in
            let home = link(.home)
            json.member("@type", "WebSite")
            json.member("@id", home, "#website")
            json.member("url", home)
            json.member("name", library.site.title)
        }
        json.object("breadcrumb") { $0.member("@id", url, "#breadcrumbs") }
    }

    /// The way from the home page to the last of the places, which is the page itself.
    func write(breadcrumbs places: [(title: String, url: String)], to json: inout JSONWriter) {
        json.element { json in
            json.member("@type", "BreadcrumbList")
            json.member("@id", places.last?.url, "#breadcrumbs")
            let trail = [(title: phrases[.homeTitle], url: link(.home))] + places
            json.objects("itemListElement", trail.enumerated()) { json, entry in
                let (index, place) = entry
                json.member("@type", "ListItem")
                json.member("position", index + 1)
                json.member("name", place.title)
                json.member("item", place.url)
            }
        }
    }

    /// The author as a credit, since nobody says whether it is a person. A review only where a person is named on a day.
    func write(reviewOfPage review: Review, to json: inout JSONWriter) {
        json.member("creditText", review.author)
        if review.isReviewed, let reviewer = review.reviewedBy {
            json.object("reviewedBy") { json in
                json.member("@type", "Person")
                json.member("name", reviewer)
            }
        }
        json.member("dateModified", review.updated?.description)
        json.member("lastReviewed", review.isReviewed ? review.reviewed?.description : nil)
    }

    func write(citations ids: [SourceID], to json: inout JSONWriter) {
        let sources = ids.compactMap(library.source)
        guard !sources.isEmpty else { return }
        json.objects("citation", sources) { json, source in
            json.member("@type", "CreativeWork")
            json.member("name", source.title ?? source.label)
            if let publisher = source.publisher {
                json.object("publisher") { json in
                    json.member("@type", "Organization")
                    json.member("name", publisher)
                }
            }
            json.member("datePublished", source.year.map(String.init))
            json.member("url", source.url)
        }
    }
}
