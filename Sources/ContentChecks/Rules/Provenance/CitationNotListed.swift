import Diagnostics
import Exercises

/// A source that the text cites is among the sources of the page, which are listed at its end and on its handout.
///
/// ```bad
/// sources: [cleveland-clinic-2021]
/// …
/// The [six-stretch article](source:six-stretches-article) says so too.
/// ```
/// ```good
/// sources: [cleveland-clinic-2021, six-stretches-article]
/// …
/// The [six-stretch article](source:six-stretches-article) says so too.
/// ```
enum CitationNotListed: PageRule {
    static let id = "citation-not-listed"
    static let group = RuleGroup.provenance
    static let severity = Diagnostic.Severity.warning

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard let listed = page.sources else { return }
        var said = Set(listed)
        for link in page.links {
            guard case .source(let id) = link.reference, said.insert(id).inserted else { continue }
            report.found(
                "the text cites `\(id)`, which is not among the sources of the page", at: link.range, fix: Fix("add it under `sources:`"))
        }
    }
}
