import ContentLoading
import Diagnostics
import Exercises

/// No two pages have the same title or alias, whatever its capitals: in a list nobody can tell them apart, and a search finds the wrong one.
///
/// ```bad
/// title: Bridge
/// aliases: [Pelvic tilt]        (which is the title of another page)
/// ```
/// ```good
/// title: Bridge
/// aliases: [Glute bridge]
/// ```
enum DuplicateTitle: LibraryRule {
    static let id = "duplicate-title"
    static let group = RuleGroup.structure
    static let severity = Diagnostic.Severity.warning

    static func check(_ content: CheckedLibrary, _ report: inout RuleReport) {
        let library = content.library
        var names: [(name: String, field: String, page: Slug)] = []
        names += library.exercises.map { ($0.title, "title", $0.slug) }
        names += library.programmes.map { ($0.title, "title", $0.slug) }
        names += library.guidance.map { ($0.title, "title", $0.slug) }
        for exercise in library.exercises {
            for (index, alias) in exercise.aliases.enumerated() { names.append((alias, "aliases.\(index)", exercise.slug)) }
        }
        var first: [String: (field: String, page: Slug)] = [:]
        for (name, field, page) in names {
            let key = name.lowercased()
            guard let other = first[key] else {
                first[key] = (field, page)
                continue
            }
            let owner = other.page == page ? "this page has it already" : "`\(other.page)` has it too"
            report.found(
                "the name “\(name)” is taken: \(owner)", in: content.origins[page], field: field, fix: Fix("choose another"))
        }
    }
}
