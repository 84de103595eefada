import Exercises

extension MachineReadable {
    /// `feed.xml`: Atom 1.0 (RFC 4287).
    var atomFeed: RenderedText {
        let items = feedItems
        let site = library.site
        var xml = XMLText()
        xml.element("feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": site.language]) { xml in
            xml.element("id", feedID(.home))
            xml.element("title", site.title)
            xml.element("subtitle", site.tagline)
            xml.element("updated", Self.instant(items.compactMap(\.updated).max()))
            xml.element("author") { $0.element("name", publisher) }
            xml.element("link", ["rel": "self", "type": "application/atom+xml", "href": link(.file("feed.xml"))])
            xml.element("link", ["rel": "alternate", "type": "text/html", "href": link(.home)])
            for item in items { xml.element("entry") { write(item, to: &$0) } }
        }
        return xml.text
    }

    private func write(_ item: FeedItem, to xml: inout XMLText) {
        xml.element("id", item.id)
        xml.element("title", item.title)
        xml.element("updated", Self.instant(item.updated))
        if let author = item.author { xml.element("author") { $0.element("name", author) } }
        xml.element("link", ["rel": "alternate", "type": "text/html", "href": link(item.path)])
        xml.element("category", ["term": item.tag])
        xml.element("summary", item.summary)
        xml.element("content", ["type": "text"], item.text)
    }

    /// Atom wants an instant even where no day is known. The time of the build would be a claim that the page changed, and another page's
    /// day would make every page look new whenever that one changes; the epoch is what feed readers show for "not known".
    private static func instant(_ date: CalendarDate?) -> String {
        (date?.description ?? "1970-01-01") + "T00:00:00Z"
    }

    private var publisher: String { library.site.clinic?.name ?? library.site.title }

    /// `feed.json`: JSON Feed 1.1. Without a base URL it has no URLs, which the format lets it leave out, and a day only where one is known.
    var jsonFeed: RenderedText {
        let site = library.site
        return JSONWriter.file { json in
            json.member("version", "https://jsonfeed.org/version/1.1")
            json.member("title", site.title)
            json.member("home_page_url", address.url(of: .home))
            json.member("feed_url", address.url(of: .file("feed.json")))
            json.member("description", nonEmpty: site.description)
            json.member("language", site.language)
            write(author: publisher, to: &json)
            json.objects("items", feedItems) { write($1, to: &$0) }
        }
    }

    private func write(_ item: FeedItem, to json: inout JSONWriter) {
        json.member("id", item.id)
        json.member("url", address.url(of: item.path))
        json.member("title", item.title)
        json.member("summary", item.summary)
        json.member("content_text", item.text)
        json.member("date_modified", item.updated.map(Self.instant))
        write(author: item.author, to: &json)
        json.strings("tags", [item.tag])
    }

    private func write(author name: String?, to json: inout JSONWriter) {
        if let name { json.objects("authors", [name]) { $0.member("name", $1) } }
    }
}
