import Diagnostics
import Exercises

/// An exercise or a programme on the floor links to the page on getting down and up again, where the library has one
/// (`getting-up-from-the-floor`): for many readers that is the hardest part.
///
/// ```bad
/// Lie on your back on a mat.
/// ```
/// ```good
/// Lie on your back on a mat.
///
/// Not sure how to get there? Read about [getting down to the floor and up again](guidance:getting-up-from-the-floor).
/// ```
enum GettingUpFromTheFloor: PageRule {
    static let id = "getting-up-from-the-floor"
    static let group = RuleGroup.safety
    static let severity = Diagnostic.Severity.warning

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard let slug = Slug(id), page.library.guidance(slug) != nil else { return }
        if page.links.contains(where: { $0.reference == .guidance(slug) }) { return }
        let fix = Fix("add a link such as `[getting down and up](guidance:\(id))`")
        if let exercise = page.taughtExercise, exercise.isOnTheFloor {
            report.found(
                "the exercise is done on the floor, but does not say how to get down and up again", field: "position", fix: fix)
        } else if let programme = page.programme,
            let index = programme.entries.firstIndex(where: { page.library.exercise($0.exercise)?.isOnTheFloor == true })
        {
            report.found(
                "`\(programme.entries[index].exercise)` is done on the floor, but the programme does not say how to get down and up again",
                field: "exercises.\(index).exercise", fix: fix)
        }
    }
}
