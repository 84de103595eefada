import CommonMark
import ContentLoading
import Diagnostics
import Exercises

/// Every source of `sources.yaml` is named by some page.
///
/// ```bad
/// back-book:        (and no page with `back-book` under `sources:`)
///   label: The Back Book
/// ```
/// ```good
/// sources: [back-book]
/// ```
enum UnusedSource: LibraryRule {
    static let id = "unused-source"
    static let group = RuleGroup.structure
    static let severity = Diagnostic.Severity.warning

    static func check(_ content: CheckedLibrary, _ report: inout RuleReport) {
        let library = content.library
        var used = Set(library.exercises.flatMap { $0.sources.map(\.id) } + library.guidance.flatMap(\.sources))
        for body in library.programmes.map(\.body) {
            body.forEachLinkAndImage { inline in
                if !inline.isImage, case .source(let id) = inline.reference {
                    used.insert(id)
                }
            }
        }
        for source in library.sources where !used.contains(source.id) {
            report.found(
                "no page names the source `\(source.id)`", in: content.settingOrigins["Content/sources.yaml"],
                field: "\(source.id).label", fix: Fix("name it where its facts stand, or remove it"))
        }
    }
}
