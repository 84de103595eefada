/// The settings of the whole library.
///
/// A class, because every page asks for its name and its language, and a copy would count a reference to each of its texts.
package final class Site: Hashable, Sendable {
    /// The clinic or charity that hands the pages out.
    package struct Clinic: Hashable, Sendable {
        package let name: String
        package let phone: String?
        package let email: String?
        package let address: String?
        /// A picture's path below `Content/Media/`.
        package let logo: String?

        package init(name: String, phone: String?, email: String?, address: String?, logo: String? = nil) {
            self.name = name
            self.phone = phone
            self.email = email
            self.address = address
            self.logo = logo
        }
    }

    package let title: String
    package let tagline: String
    package let description: String
    /// A BCP 47 tag, such as `en`.
    package let language: String
    /// The address the site will have, ending in a slash; none when it is not known.
    package let baseURL: BaseURL?
    package let clinic: Clinic?
    /// Shown on every page and handout that names no reviewer.
    package let reviewNotice: String
    package let theme: Theme
    /// Whom drawn pictures show, unless an exercise says otherwise.
    package let person: Person

    package init(
        title: String, tagline: String, description: String, language: String, baseURL: BaseURL?, clinic: Clinic?, reviewNotice: String,
        theme: Theme = Theme(), person: Person = Person()
    ) {
        self.title = title
        self.tagline = tagline
        self.description = description
        self.language = language
        self.baseURL = baseURL
        self.clinic = clinic
        self.reviewNotice = reviewNotice
        self.theme = theme
        self.person = person
    }

    package static func == (left: Site, right: Site) -> Bool {
        left === right
            || (left.title, left.tagline, left.description, left.language, left.baseURL, left.clinic)
                == (right.title, right.tagline, right.description, right.language, right.baseURL, right.clinic)
                && (left.reviewNotice, left.theme, left.person) == (right.reviewNotice, right.theme, right.person)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(title)
        hasher.combine(language)
    }
}

/// An absolute `http` or `https` address that ends in a slash; everything of the site is below it.
package struct BaseURL: Hashable, Sendable, CustomStringConvertible {
    /// Such as `https://example.org/back/`.
    package let text: String
    /// The path alone, from the first slash to the last: `/back/`.
    package let path: String

    /// Adds the closing slash; none for another scheme, no host, a query, a fragment or unprintable characters.
    package init?(_ text: String) {
        let text = text.hasSuffix("/") ? text : text + "/"
        guard let scheme = ["https://", "http://"].first(where: text.hasPrefix) else { return nil }
        let rest = text.dropFirst(scheme.count)
        let forbidden: Set<Character> = ["?", "#", "\"", "'", "<", ">", "\\", " ", "@", "%"]
        guard let slash = rest.firstIndex(of: "/"), slash != rest.startIndex,
            rest.allSatisfy({
                $0.isASCII && !forbidden.contains($0) && ($0.isLetter || $0.isNumber || $0.isPunctuation || $0 == "~" || $0 == "+")
            })
        else { return nil }
        let segments = rest[slash...].split(separator: "/", omittingEmptySubsequences: true)
        guard !rest.contains("//"), segments.allSatisfy({ $0 != "." && $0 != ".." }) else { return nil }
        self.text = text
        self.path = String(rest[slash...])
    }

    package var description: String { text }
}
