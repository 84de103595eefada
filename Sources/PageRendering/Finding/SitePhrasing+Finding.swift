import Exercises

/// The titles of the categories' pages, such as `site.category.position.standing`; those of minutes are made from a figure.
package struct CategoryPhrase: PhraseKey, Hashable {
    package let rawValue: String

    package init?(rawValue: String) {
        self.rawValue = rawValue
    }

    init(_ category: Category) {
        rawValue = "site.category.\(category.facet.rawValue).\(category.value)"
    }

    package static let allCases = Facet.allCases.flatMap { facet in
        facet.values.map { CategoryPhrase(Category(facet: facet, value: $0)) }
    }
}

extension SitePhrasing {
    /// The question, such as "Position".
    func label(_ facet: Facet) -> String {
        switch facet {
        case .equipment: self[.filterEquipment]
        case .minutes: self[.filterMinutes]
        case .position: self[.filterPosition]
        case .region: self[.filterRegion]
        case .place: self[.filterPlace]
        case .level: self[.filterLevel]
        }
    }

    /// The answer, such as "Standing".
    func name(_ category: Category) -> String {
        switch (category.facet, category.value) {
        case (.equipment, Facet.nothing): self[.noEquipment]
        case (.place, Facet.onTheFloor): self[.onTheFloor]
        case (.place, _): self[.offTheFloor]
        case (.minutes, "1"): self[.upToOneMinute]
        case (.minutes, let minutes): book.say(SitePhrase.upToMinutes, ["minutes": minutes])
        default: book.name(category.facet.rawValue, category.value)
        }
    }

    /// The title of its page, such as "Standing exercises".
    func title(_ category: Category) -> String {
        switch (category.facet, category.value) {
        case (.minutes, "1"): self[.categoryOneMinute]
        case (.minutes, let minutes): book.say(SitePhrase.categoryMinutes, ["minutes": minutes])
        default: book[CategoryPhrase(category)]
        }
    }

    /// What its page holds: how many exercises, and the names of the first.
    func summary(_ category: Category, _ exercises: [Exercise]) -> String {
        book.say(
            SitePhrase.categorySummary,
            [
                "title": title(category), "count": self.exercises(exercises.count),
                "names": list(exercises.prefix(Self.namedExercises).map(\.title)),
            ])
    }

    private static let namedExercises = 3
}
