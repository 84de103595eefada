import ContentLoading
import Diagnostics
import Exercises

/// A source can be found: it has a title, a publisher or an address. Where none of them is known, its description says so, so that readers
/// do not search in vain.
///
/// ```bad
/// six-stretches-article:
///   label: Six-stretch article
///   description: An article about cracking your back.
/// ```
/// ```good
/// six-stretches-article:
///   label: Six-stretch article
///   description: An article about cracking your back, with no known title, author or publisher.
/// ```
enum VagueSource: LibraryRule {
    static let id = "vague-source"
    static let group = RuleGroup.provenance
    static let severity = Diagnostic.Severity.warning
    static let readsEnglish = true

    static func check(_ content: CheckedLibrary, _ report: inout RuleReport) {
        for source in content.library.sources where source.title == nil && source.publisher == nil && source.url == nil {
            let words = Set(Tokens(Array(source.description.utf8)).words.map(\.lower))
            guard words.isDisjoint(with: ["no", "unknown", "not", "without", "unpublished", "nobody"]) else { continue }
            report.found(
                "nobody can find the source `\(source.id)`: it has no title, publisher or address",
                in: content.settingOrigins["Content/sources.yaml"], field: "\(source.id).label",
                fix: Fix("add what is known of it, or say in its description that nothing is"))
        }
    }
}
