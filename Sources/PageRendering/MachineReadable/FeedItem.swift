import Exercises

/// One page as the feeds show it.
struct FeedItem: Hashable, Sendable {
    let path: SitePath
    /// Never changes for a page: its URL, or without a base URL a URN made from its slug.
    let id: String
    let title: String
    let summary: String
    /// Plain text, never empty.
    let text: String
    let tag: String
    let author: String?
    /// The day of the last change or review; none where the content knows none.
    let updated: CalendarDate?
}

extension MachineReadable {
    /// How many pages a feed tells of: readers ask for it again and again, and only want to hear of what is new.
    static let longestFeed = 100

    /// The exercises, programmes and guidance that are no drafts: the latest first, then those without a day, by title.
    var feedItems: [FeedItem] {
        let pages =
            library.exercises.filter { !$0.isDraft }.map { FeedPage($0.review, $0.title, .exercise($0.slug), .exercise($0)) }
            + library.programmes.filter { !$0.isDraft }.map { FeedPage($0.review, $0.title, .programme($0.slug), .programme($0)) }
            + library.guidance.filter { !$0.isDraft }.map { FeedPage($0.review, $0.title, .guidance($0.slug), .guidance($0)) }
        return pages.sorted().prefix(Self.longestFeed).map { page in
            switch page.content {
            case .exercise(let exercise): item(exercise)
            case .programme(let programme): item(programme)
            case .guidance(let guidance): item(guidance)
            }
        }
    }

    private func item(_ exercise: Exercise) -> FeedItem {
        let book = phrases.book
        let warnings = [
            exercise.advice == .suitable ? nil : book.name("advice", exercise.advice.rawValue),
            exercise.performedBy == .`self` ? nil : book.name("performer", exercise.performedBy.rawValue),
        ]
        let prose = PlainProse(dose: exercise.dose, doses: doses)
        return item(
            .exercise(exercise.slug), exercise.title, exercise.summary, tag: book.name("kind", exercise.kind.rawValue), exercise.review,
            further: warnings + [taughtDose(exercise).map(doses.sentence), prose.text(exercise.body.introduction)])
    }

    private func item(_ programme: Programme) -> FeedItem {
        let exercises = steps(of: programme).enumerated().map { index, step in
            let said = [step.exercise.title, doses.sentence(step.dose), step.note ?? ""].filter { !$0.isEmpty }
            return "\(index + 1). " + said.joined(separator: "\n   ")
        }
        return item(
            .programme(programme.slug), programme.title, programme.summary, tag: phrases[.programmesTitle], programme.review,
            further: [
                programme.audience, PlainProse(dose: nil, doses: doses).text(programme.body), exercises.joined(separator: "\n"),
            ])
    }

    private func item(_ guidance: Guidance) -> FeedItem {
        item(
            .guidance(guidance.slug), guidance.title, guidance.summary, tag: phrases[.guidanceTitle], guidance.review,
            further: [PlainProse(dose: nil, doses: doses).text(guidance.body)])
    }

    private func item(_ path: SitePath, _ title: String, _ summary: String, tag: String, _ review: Review, further: [String?])
        -> FeedItem
    {
        let paragraphs = [summary] + further.compactMap { $0 }
        let text = paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n")
        return FeedItem(
            path: path, id: feedID(path), title: title, summary: summary, text: text.isEmpty ? title : text, tag: tag,
            author: review.author, updated: review.updated)
    }

    /// The URL of a place, or without a base URL a URN of its path: `urn:limber:exercises:cat-camel`.
    func feedID(_ path: SitePath) -> String {
        if let url = address.url(of: path) { return url }
        let names = path.text.split(separator: "/")
        return (["urn", "limber"] + (names.isEmpty ? ["home"] : names)).joined(separator: ":")
    }
}

/// A page that a feed may tell of, with what it is sorted by.
private struct FeedPage: Comparable {
    enum Content: Hashable {
        case exercise(Exercise)
        case programme(Programme)
        case guidance(Guidance)
    }

    private let updated: CalendarDate?
    private let title: String
    private let path: SitePath
    let content: Content

    init(_ review: Review, _ title: String, _ path: SitePath, _ content: Content) {
        updated = review.updated
        self.title = title
        self.path = path
        self.content = content
    }

    static func < (left: FeedPage, right: FeedPage) -> Bool {
        switch (left.updated, right.updated) {
        case (let first?, let second?) where first != second: first > second
        case (_?, nil): true
        case (nil, _?): false
        case _ where left.title != right.title: left.title < right.title
        default: left.path.text < right.path.text
        }
    }
}
