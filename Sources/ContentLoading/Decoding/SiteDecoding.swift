import Diagnostics
import Exercises

/// Builds the site's settings from `site.yaml`.
enum SiteDecoding {
    /// `media` are the files below `Content/Media/`, which the clinic's logo is one of.
    static func site(from frontMatter: MappingDecoder, media: [String]) -> Site? {
        var keys = frontMatter
        let title = keys.requiredText("title", expected: "the name of the site")
        let tagline = keys.text("tagline") ?? ""
        let description = keys.requiredText("description", expected: "one or two sentences for search engines")
        let language = language(&keys)
        let baseURL = baseURL(&keys)
        let clinic = clinic(&keys, media: media)
        let notice = keys.requiredText("reviewNotice", expected: "a sentence for pages that no clinician has reviewed")
        let theme = keys.mapping("theme").map(ThemeDecoding.theme) ?? Theme()
        var person = Person()
        if var figures = keys.mapping("figures") {
            person = figures.person(over: person)
            figures.finish()
        }
        keys.log.checks = keys.writtenChecks()
        keys.finish()
        guard let title, let description, let language, let notice else { return nil }
        return Site(
            title: title, tagline: tagline, description: description, language: language, baseURL: baseURL, clinic: clinic,
            reviewNotice: notice, theme: theme, person: person)
    }

    private static func language(_ keys: inout MappingDecoder) -> String? {
        // The scalar's own text: `no` is Norwegian here, and no boolean.
        guard let (text, _, range) = keys.scalar("language", expected: "a language tag such as `en`") else {
            return keys.require("language", String?.none, expected: "a language tag such as `en`")
        }
        let subtags = text.split(separator: "-", omittingEmptySubsequences: false)
        let isTag =
            (2...3).contains(subtags.first?.count ?? 0)
            && subtags.allSatisfy { (1...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) } }
            && subtags.first?.allSatisfy(\.isLetter) == true
        guard isTag else {
            keys.log.report("not-a-language", "`\(text)` is not a language tag", range, notes: ["expected a tag such as `en` or `pt-BR`"])
            return nil
        }
        return text
    }

    private static func baseURL(_ keys: inout MappingDecoder) -> BaseURL? {
        guard let (text, _, range) = keys.scalar("baseURL", expected: "an address such as `https://example.org/`") else { return nil }
        guard let url = BaseURL(text) else {
            keys.log.report(
                "not-a-base-url", "`\(text)` is not the address of a site", range,
                notes: ["expected `https://`, a host and perhaps a path, such as `https://example.org/back/`"])
            return nil
        }
        return url
    }

    private static func clinic(_ keys: inout MappingDecoder, media: [String]) -> Site.Clinic? {
        guard var clinic = keys.mapping("clinic") else { return nil }
        let name = clinic.requiredText("name", expected: "the clinic's name")
        let phone = clinic.text("phone")
        let email = clinic.text("email")
        let address = clinic.text("address")
        let logo = logo(&clinic, media: media)
        clinic.finish()
        return name.map { Site.Clinic(name: $0, phone: phone, email: email, address: address, logo: logo) }
    }

    /// The kinds of pictures that both browsers and the handout engine read.
    private static let pictureExtensions = ["svg", "png", "jpg", "jpeg", "webp", "gif"]

    private static func logo(_ clinic: inout MappingDecoder, media: [String]) -> String? {
        guard let (path, _, range) = clinic.scalar("logo", expected: "a picture in `Content/Media/`") else { return nil }
        guard media.contains(path) else {
            clinic.log.report(
                "media-missing", "there is no file `\(path)` in Content/Media/", range, fix: Suggestion.fix(for: path, among: media))
            return nil
        }
        guard let dot = path.lastIndex(of: "."), pictureExtensions.contains(path[path.index(after: dot)...].lowercased()) else {
            clinic.log.report(
                "not-a-picture", "`\(path)` is no picture that fits on pages and handouts", range,
                notes: ["expected a file that ends in one of: \(pictureExtensions.joined(separator: ", "))"])
            return nil
        }
        return path
    }
}

/// Builds the sources from `sources.yaml`.
enum SourcesDecoding {
    static func sources(from top: MappingDecoder) -> [Source] {
        top.allEntries.compactMap { entry in
            guard let id = Slug(entry.key) else {
                top.log.report(
                    "not-a-slug", "`\(entry.key)` cannot be the id of a source", entry.keyRange,
                    notes: ["an id has lower-case letters, digits and single hyphens, such as `cleveland-clinic-2021`"])
                return nil
            }
            guard var keys = MappingDecoder(entry.value, path: entry.key, log: top.log) else { return nil }
            let label = keys.requiredText("label", expected: "how text refers to the source")
            let title = keys.text("title")
            let publisher = keys.text("publisher")
            let year = keys.integer("year", in: 1500...2199)
            let url = url(&keys)
            let description = keys.requiredText("description", expected: "a sentence that says what the source is")
            keys.finish()
            guard let label, let description else { return nil }
            return Source(id: id, label: label, title: title, publisher: publisher, year: year, url: url, description: description)
        }
    }

    private static func url(_ keys: inout MappingDecoder) -> String? {
        guard let (text, _, range) = keys.scalar("url", expected: "an address that begins with `https://`") else { return nil }
        // By scalars: a combining mark would hide a sign from a comparison of characters.
        let isClean = text.unicodeScalars.allSatisfy { scalar in
            !scalar.properties.isWhitespace && ![.control, .format].contains(scalar.properties.generalCategory)
                && !"<>\"\\".unicodeScalars.contains(scalar)
        }
        let isWeb = (text.hasPrefix("https://") || text.hasPrefix("http://")) && isClean
        guard isWeb else {
            keys.log.report("not-a-url", "`\(text)` is not the address of a page", range, notes: ["expected `https://…`"])
            return nil
        }
        return text
    }
}
