import CommonMark
import Diagnostics
import Exercises

/// An exercise on the floor links to the page on getting down and up again, where the library has one (`getting-up-from-the-floor`): for
/// many readers that is the hardest part.
enum GettingUpFromTheFloor: ContentRule {
    static let id = "getting-up-from-the-floor"

    static func findings(in content: RuleInput) -> [Diagnostic] {
        guard let page = content.library.guidance.first(where: { $0.slug.text == id }) else { return [] }
        return content.library.exercises.filter { exercise in
            exercise.mayBeHandedOut && exercise.isOnTheFloor && !links(exercise.body.allBlocks, to: .guidance(page.slug))
        }.map { exercise in
            content.finding(
                id, .warning, "the exercise is done on the floor, but does not say how to get down and up again", page: exercise.slug,
                field: "position", fix: Fix("add a link such as `[getting down and up](guidance:\(page.slug))`"))
        }
    }

    private static func links(_ blocks: [Block], to target: Reference) -> Bool {
        var found = false
        blocks.forEachInline { inline in
            if case .link(let link, _) = inline.kind, (try? Reference(destination: link.destination)) == target { found = true }
        }
        return found
    }
}
