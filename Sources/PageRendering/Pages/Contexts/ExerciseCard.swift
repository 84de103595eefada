package import Exercises
import Synchronization

/// One exercise in a list, with what the filters of the list need.
struct ExerciseCard: TemplateContext {
    let url: String
    let title: String
    let summary: String
    let positionName: String
    /// None for what is not taught.
    let levelName: String?
    /// None when nothing is needed.
    let equipmentNames: String?
    /// A drawing of the position.
    let icon: HTML?
    /// The exercise itself, drawn.
    let picture: PictureContext?
    /// A word of caution, such as "Take extra care"; none for what suits most people.
    let caution: String?
    /// The words of the filters, separated by spaces.
    let answers: [Facet: String]

    static let fields: Fields<ExerciseCard> = [
        .text("url") { $0.url },
        .text("title") { $0.title },
        .text("summary") { $0.summary },
        .text("positionName") { $0.positionName },
        .optionalText("levelName") { $0.levelName },
        .optionalText("equipmentNames") { $0.equipmentNames },
        .optionalHTML("icon") { $0.icon },
        .optional("picture") { $0.picture },
        .optionalText("caution") { $0.caution },
        .text("position") { $0.answers[.position] ?? "" },
        .text("level") { $0.answers[.level] ?? "" },
        .text("regions") { $0.answers[.region] ?? "" },
        .text("equipment") { $0.answers[.equipment] ?? "" },
        .text("minutes") { $0.answers[.minutes] ?? "" },
        .text("place") { $0.answers[.place] ?? "" },
    ]
}

/// The cards that were made so far, as markup; most exercises stand in many lists.
package final class ExerciseCards: Sendable {
    private let made: Mutex<[Slug: HTML]>

    package init() {
        made = Mutex([:])
    }

    /// Those of before but for some exercises, where nothing else changed that cards are made from.
    package init(_ earlier: ExerciseCards, without changed: Set<Slug>) {
        var cards = earlier.made.withLock { $0 }
        for slug in changed { cards[slug] = nil }
        made = Mutex(cards)
    }

    func card(of slug: Slug, _ make: () -> HTML) -> HTML {
        if let card = made.withLock({ $0[slug] }) { return card }
        let card = make()
        made.withLock { $0[slug] = card }
        return card
    }
}

/// Exercises under a heading.
struct ExerciseGroup: TemplateContext {
    /// A name for links to the group.
    let id: String
    let title: String
    let icon: HTML?
    /// Such as "5 exercises".
    let count: String
    /// Their cards.
    let cards: [HTML]

    static let fields: Fields<ExerciseGroup> = [
        .text("id") { $0.id },
        .text("title") { $0.title },
        .optionalHTML("icon") { $0.icon },
        .text("count") { $0.count },
        .pieces("cards") { $0.cards },
    ]
}

/// What a list explains and does not teach.
struct ExplainedGroup: TemplateContext {
    let id: String
    let title: String
    let cards: [ExerciseCard]

    static let fields: Fields<ExplainedGroup> = [
        .text("id") { $0.id },
        .text("title") { $0.title },
        .list("cards") { $0.cards },
    ]
}
