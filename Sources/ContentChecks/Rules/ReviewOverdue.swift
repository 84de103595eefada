import Diagnostics
import Exercises

/// A page whose next review lies in the past must be reviewed before it is published again. A page that names no author is a warning.
enum ReviewOverdue: ContentRule {
    static let id = "review-overdue"

    static func findings(in content: RuleInput) -> [Diagnostic] {
        let library = content.library
        let pages =
            library.exercises.map { ($0.slug, $0.review) } + library.programmes.map { ($0.slug, $0.review) }
            + library.guidance.map { ($0.slug, $0.review) }
        return pages.compactMap { slug, review in
            if let next = review.next, let today = content.today, next < today {
                return content.finding(
                    id, .error, "the review of this page has been due since \(next)", page: slug, field: "review.next",
                    fix: Fix("have it reviewed, then write the new days of `reviewed` and `next`"))
            }
            guard review.author == nil else { return nil }
            return content.finding(
                "no-author", .warning, "the page names no author", page: slug, field: "review", fix: Fix("write `review: {author: …}`"))
        }
    }
}
