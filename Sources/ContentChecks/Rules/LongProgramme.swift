import Diagnostics
import Exercises

/// A programme has four exercises at most: people with back pain cope with two to four.
enum LongProgramme: ContentRule {
    static let id = "long-programme"

    static func findings(in content: RuleInput) -> [Diagnostic] {
        content.library.programmes.filter { $0.entries.count > 4 }.map { programme in
            content.finding(
                id, .warning, "the programme has \(programme.entries.count) exercises; few people keep up with more than four",
                page: programme.slug, field: "exercises", fix: Fix("make two programmes of it"))
        }
    }
}
