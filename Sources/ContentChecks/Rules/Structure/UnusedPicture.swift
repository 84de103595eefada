import CommonMark
import ContentLoading
import Diagnostics
import Exercises

/// Every file of `Content/Media/` is shown or linked somewhere: what nobody needs makes the site larger, and may show what it should not.
///
/// ```bad
/// Content/Media/old-logo.png        (and nothing that names it)
/// ```
/// ```good
/// clinic: {name: Back clinic, logo: old-logo.png}
/// ```
enum UnusedPicture: LibraryRule {
    static let id = "unused-picture"
    static let group = RuleGroup.structure
    static let severity = Diagnostic.Severity.warning

    static func check(_ content: CheckedLibrary, _ report: inout RuleReport) {
        guard !content.media.isEmpty else { return }
        let library = content.library
        var used = Set(library.exercises.flatMap { $0.pictures.map(\.image) })
        if let logo = library.site.clinic?.logo { used.insert(logo) }
        let bodies = library.exercises.map(\.body.allBlocks) + library.programmes.map(\.body) + library.guidance.map(\.body)
        for body in bodies {
            body.forEachLinkAndImage { inline in
                switch inline.kind {
                case .image(let link, _), .link(let link, _):
                    if case .media(let path)? = try? Reference(destination: link.destination) { used.insert(path) }
                default: break
                }
            }
        }
        for path in content.media where !used.contains(path) {
            report.found("no page uses this file", file: "Content/Media/\(path)", fix: Fix("show it, or remove it"))
        }
    }
}
