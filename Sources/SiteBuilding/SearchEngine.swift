package import Diagnostics
package import SearchIndexing

/// What indexes a site for searching its full text.
package enum SearchEngine: Sendable {
    case pagefind(SearchIndexer)
    /// There is no Pagefind on this machine; the search looks through the names alone, and the build says so.
    case missing(Diagnostic)
    /// Nobody asked for an index.
    case leftOut

    /// The program that a library finds on this machine.
    package static func find(root: String) -> SearchEngine {
        do throws(Diagnostic) {
            return .pagefind(try SearchIndexer(root: root))
        } catch {
            return .missing(error)
        }
    }

    var isThere: Bool {
        if case .pagefind = self { return true }
        return false
    }

    /// That the index is missing.
    var diagnostics: [Diagnostic] {
        if case .missing(let warning) = self { return [warning] }
        return []
    }
}
