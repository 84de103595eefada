package import Exercises

/// Where the site will be served from.
package struct SiteAddress: Hashable, Sendable {
    /// The address of the root; none when it is not known, and then nothing can have an absolute URL.
    package let baseURL: BaseURL?
    /// The path of the root: a slash at both ends, such as `/` or `/back/`.
    package let prefix: String

    package init(baseURL: BaseURL?) {
        self.baseURL = baseURL
        prefix = baseURL?.path ?? "/"
    }

    /// The root-relative link to a place: `/back/exercises/cat-camel/`.
    package func link(to path: SitePath) -> String {
        prefix + path.text
    }

    /// The absolute URL of a place, where the base URL is known.
    package func url(of path: SitePath) -> String? {
        baseURL.map { $0.text + path.text }
    }
}
