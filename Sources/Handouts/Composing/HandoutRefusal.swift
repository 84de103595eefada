package import Diagnostics
package import Exercises

/// Why there is no handout of what was asked for: every reason, not just the first.
package struct HandoutRefusal: Error, Hashable, Sendable {
    package enum Reason: Hashable, Sendable {
        case empty
        case unknown(String, known: [String])
        /// A guidance page.
        case notAnExercise(Slug)
        /// A technique that readers must not do, or not alone, and a guidance page that says why, where there is one.
        case notForReaders(Slug, title: String, advice: Advice, performer: Performer, guidance: Guidance?)
        case twice(Slug)
        /// A programme beside something else.
        case programmeNotAlone(Slug)
        case doseOfAbsent(String, present: [String])
        case unknownPhase(Slug, phase: String, known: [String])
        case weeks(Int)
        /// A changed dose with more than seven days in its week.
        case daysOfAWeek(Slug)
        /// A changed dose with both a hold and a duration; `states` is what the exercise has.
        case holdAndDuration(Slug, states: String)
        /// A changed dose whose sessions take longer than a day has.
        case longerThanADay(Slug, states: String)
    }

    /// At least one.
    package let reasons: [Reason]

    package var diagnostics: [Diagnostic] { reasons.map(\.diagnostic) }
}

extension HandoutRefusal.Reason {
    /// The reason in words.
    package var diagnostic: Diagnostic {
        switch self {
        case .empty:
            return Diagnostic("empty-handout", "a handout needs at least one exercise, or a programme", at: nil)
        case .unknown(let slug, let known):
            return Diagnostic(
                "unknown-slug", "there is no exercise and no programme `\(slug)`", at: nil, fix: Suggestion.fix(for: slug, among: known))
        case .notAnExercise(let slug):
            return Diagnostic(
                "not-an-exercise", "`\(slug)` is a guidance page, and a handout is made of exercises or a programme", at: nil)
        case .notForReaders(let slug, let title, let advice, let performer, let guidance):
            let reason =
                switch (advice, performer) {
                case (.notRecommended, _): "we advise against it"
                case (_, .professional): "only a trained professional may do it"
                case (_, .partner): "it needs another person"
                case (_, .`self`): "it is explained, not taught"
                }
            return Diagnostic(
                "not-for-readers", "`\(slug)` (\(title)) cannot be in a handout: \(reason)", at: nil,
                notes: guidance.map { ["the guidance page `\($0.slug)` (\($0.title)) says more"] } ?? [], fix: Fix("leave it out"))
        case .twice(let slug):
            return Diagnostic("repeated-exercise", "`\(slug)` is asked for twice", at: nil, fix: Fix("name it once"))
        case .programmeNotAlone(let slug):
            return Diagnostic(
                "programme-not-alone", "`\(slug)` is a programme, and a handout holds one programme or a list of exercises, not both",
                at: nil, fix: Fix("make two handouts, or name the programme's exercises one by one"))
        case .doseOfAbsent(let slug, let present):
            return Diagnostic(
                "dose-of-absent-exercise", "the dose of `\(slug)` is changed, but it is not in the handout", at: nil,
                notes: ["the handout has: \(present.joined(separator: ", "))"], fix: Suggestion.fix(for: slug, among: present))
        case .unknownPhase(let slug, let phase, let known):
            return Diagnostic(
                "unknown-phase", "the hold of `\(slug)` has no phase `\(phase)`", at: nil,
                notes: known.isEmpty ? ["it has a single hold: change `hold`"] : ["its phases are: \(known.joined(separator: ", "))"],
                fix: Suggestion.fix(for: phase, among: known))
        case .weeks(let weeks):
            return Diagnostic("weeks-out-of-bounds", "a record has 1 to 12 weeks, not \(weeks)", at: nil)
        case .daysOfAWeek(let slug):
            return Diagnostic("out-of-bounds", "the changed dose of `\(slug)` has too many days: a week has 7", at: nil)
        case .holdAndDuration(let slug, let states):
            return Diagnostic(
                "hold-and-duration", "the changed dose of `\(slug)` has a hold and a duration; a dose has one or the other", at: nil,
                notes: ["the exercise's own dose: \(states)"], fix: Fix("change only the one that the exercise has"))
        case .longerThanADay(let slug, let states):
            return Diagnostic(
                "longer-than-a-day", "the changed dose of `\(slug)` takes longer than a day has", at: nil,
                notes: ["the exercise's own dose: \(states)"])
        }
    }
}

extension HandoutRefusal {
    /// Why a library has no handout of what is asked for; nil when it has one.
    package init?(of request: HandoutRequest, in library: Library) {
        do throws(HandoutRefusal) {
            _ = try HandoutSelection(request, in: library)
            return nil
        } catch {
            self = error
        }
    }
}
