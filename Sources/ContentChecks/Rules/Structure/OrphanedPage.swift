import CommonMark
import ContentLoading
import Diagnostics
import Exercises

/// Some other page leads to each page: a programme, another exercise, or a link in a text. Lists and the search find a page too, but nobody
/// who reads comes upon it.
///
/// ```bad
/// (no page names `heat-and-cold`)
/// ```
/// ```good
/// Read about [heat and cold](guidance:heat-and-cold).
/// ```
enum OrphanedPage: LibraryRule {
    static let id = "orphaned-page"
    static let group = RuleGroup.structure
    static let severity = Diagnostic.Severity.warning

    static func check(_ content: CheckedLibrary, _ report: inout RuleReport) {
        let library = content.library
        var reached: Set<Slug> = []
        for exercise in library.exercises {
            reached.formUnion((exercise.easier + exercise.harder + exercise.related).filter { $0 != exercise.slug })
            reached.formUnion(links(exercise.body.allBlocks, from: exercise.slug))
        }
        for programme in library.programmes {
            reached.formUnion(programme.entries.map(\.exercise))
            reached.formUnion(links(programme.body, from: programme.slug))
        }
        for page in library.guidance { reached.formUnion(links(page.body, from: page.slug)) }
        // A library of one page has no other.
        guard content.origins.count > 1 else { return }
        for page in content.pages where !reached.contains(page.slug) {
            report.found(
                "no other page leads to this one", in: page.origin, field: "title", fix: Fix("link to it where readers need it"))
        }
    }

    private static func links(_ blocks: [Block], from page: Slug) -> Set<Slug> {
        var found: Set<Slug> = []
        blocks.forEachLinkAndImage { inline in
            guard !inline.isImage, let reference = inline.reference else { return }
            switch reference {
            case .exercise(let slug), .programme(let slug), .guidance(let slug): if slug != page { found.insert(slug) }
            default: break
            }
        }
        return found
    }
}
