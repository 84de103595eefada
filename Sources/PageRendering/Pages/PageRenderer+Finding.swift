import Exercises

extension PageRenderer {
    /// All exercises by position.
    package func exerciseIndex(jsonLD: HTML = .empty) -> RenderedText {
        let head = Head(
            title: phrases[.exercisesTitle], description: phrases[.exercisesDescription], path: .exercises, section: .exercises)
        let explained = library.exercises.filter { !$0.mayBeHandedOut }
        let content = ExerciseIndexPage(
            groups: positionGroups,
            explained: explained.isEmpty
                ? nil : ExplainedGroup(id: "explained", title: phrases[.explainedTitle], cards: explained.map(card)),
            facets: Facet.allCases.map(facet).filter { $0.choices.count > 1 }, total: phrases.exercises(catalogue.exercises.count),
            namesURL: address.link(to: .names))
        return page(.exerciseIndex, head, content, jsonLD: jsonLD)
    }

    /// The exercises of one category.
    package func category(_ category: Category, jsonLD: HTML = .empty) -> RenderedText {
        let exercises = catalogue.exercises(in: category)
        let head = Head(
            title: phrases.title(category), description: phrases.summary(category, exercises), path: .category(category),
            section: .exercises, trail: [link(phrases[.exercisesTitle], .exercises)])
        let content = CategoryPage(
            question: phrases.label(category.facet), count: phrases.exercises(exercises.count),
            programmes: catalogue.programmes(in: category).map(card), cards: cards(exercises),
            narrowURL: address.link(to: .exercises) + "?\(category.facet.rawValue)=\(category.value)",
            siblings: catalogue.categories(category.facet).map {
                PageLink(title: phrases.name($0), url: address.link(to: .category($0)), isCurrent: $0 == category)
            })
        return page(.category, head, content, jsonLD: jsonLD)
    }

    /// All names of exercises.
    package func names(jsonLD: HTML = .empty) -> RenderedText {
        let head = Head(
            title: phrases[.namesTitle], description: phrases[.namesDescription], path: .names, section: .exercises,
            trail: [link(phrases[.exercisesTitle], .exercises)])
        return page(.names, head, NamesPage(letters: letters), jsonLD: jsonLD)
    }

    /// The search.
    package func search() -> RenderedText {
        let head = Head(
            title: phrases[.searchTitle], description: phrases[.searchDescription], path: .search, section: .search,
            allowsWebAssembly: hasSearchIndex)
        let content = SearchPage(
            searchURL: address.link(to: .search), dataURL: address.link(to: APIPath.exercises.place),
            indexURL: hasSearchIndex ? address.link(to: .file(SearchIndexPath.script)) : nil,
            facets: Facet.allCases.map(facet).filter { $0.choices.count > 1 }, letters: letters)
        return page(.search, head, content, jsonLD: .empty)
    }

    // MARK: What the pages for finding share

    /// A question with the answers that some exercise has.
    func facet(_ facet: Facet) -> FacetContext {
        FacetContext(
            name: facet.rawValue, label: phrases.label(facet), isSingle: facet == .minutes, needsAll: facet == .equipment,
            choices: catalogue.categories(facet).map { category in
                let count = catalogue.count(in: category)
                return FacetContext.Choice(
                    value: category.value, title: phrases.name(category), url: address.link(to: .category(category)), number: "\(count)",
                    count: phrases.exercises(count), icon: icon(category))
            })
    }

    private var positionGroups: [ExerciseGroup] {
        catalogue.categories(.position).map { group($0.value, phrases.name($0), icon: icon($0), catalogue.exercises(in: $0)) }
    }

    private func group(_ id: String, _ title: String, icon: HTML?, _ exercises: [Exercise]) -> ExerciseGroup {
        ExerciseGroup(id: id, title: title, icon: icon, count: phrases.exercises(exercises.count), cards: cards(exercises))
    }

    private var letters: [LetterContext] {
        names.letters.map { letter in
            LetterContext(
                id: letter.title.lowercased(), title: letter.title,
                names: letter.entries.map { entry in
                    LetterContext.Name(
                        name: entry.name, url: address.link(to: .exercise(entry.exercise.slug)),
                        title: entry.isAlias ? entry.exercise.title : nil)
                })
        }
    }
}

/// Where the index for searching the full text is.
package enum SearchIndexPath {
    /// The folder below the site's root.
    package static let folder = "pagefind"
    static let script = folder + "/pagefind.js"
}
