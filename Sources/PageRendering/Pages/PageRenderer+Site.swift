import Exercises

extension PageRenderer {
    /// The first page.
    package func home(jsonLD: String = "") -> String {
        let site = library.site
        let head = Head(title: site.title, description: site.description, path: .home, section: .other)
        let taught = library.exercises.filter(\.mayBeHandedOut)
        let content = HomePage(
            tagline: site.tagline, summary: site.description, exercisesURL: address.link(to: .exercises),
            programmesURL: address.link(to: .programmes), guidanceURL: address.link(to: .guidancePages),
            sourcesURL: address.link(to: .sources), exerciseCount: phrases.exercises(taught.count), positions: groups(taught),
            programmes: library.programmes.map(card), guidance: library.guidance.prefix(Self.highlights).map(card),
            safety: safety(stopIf: library.safety.stopRules))
        return page(.home, head, content, jsonLD: jsonLD)
    }

    /// How many guidance pages the first page shows.
    private static let highlights = 6

    /// All exercises by position.
    package func exerciseIndex(jsonLD: String = "") -> String {
        let head = Head(
            title: phrases[.exercisesTitle], description: phrases[.exercisesDescription], path: .exercises, section: .exercises)
        let taught = library.exercises.filter(\.mayBeHandedOut)
        let explained = library.exercises.filter { !$0.mayBeHandedOut }
        let content = ExerciseIndexPage(
            groups: groups(taught),
            explained: explained.isEmpty ? nil : group("explained", phrases[.explainedTitle], icon: nil, explained),
            filters: filters(taught), filterStatus: phrases[.filterStatus], total: "\(taught.count)")
        return page(.exerciseIndex, head, content, jsonLD: jsonLD)
    }

    /// Where all facts come from.
    package func sources(jsonLD: String = "") -> String {
        var usedBy: [SourceID: [PageLink]] = [:]
        for exercise in library.exercises {
            for report in exercise.sources { usedBy[report.id, default: []].append(link(exercise.title, .exercise(exercise.slug))) }
        }
        for guidance in library.guidance {
            for id in guidance.sources { usedBy[id, default: []].append(link(guidance.title, .guidance(guidance.slug))) }
        }
        let head = Head(title: phrases[.sourcesTitle], description: phrases[.sourcesDescription], path: .sources, section: .sources)
        let entries = library.sources.map { source in
            SourcesPage.Entry(
                id: source.id.text, label: source.label, title: source.title, publisher: source.publisher,
                year: source.year.map(String.init),
                url: source.url, description: source.description, usedBy: usedBy[source.id] ?? [])
        }
        return page(.sources, head, SourcesPage(sources: entries), jsonLD: jsonLD)
    }

    /// The page for addresses that lead nowhere.
    package func notFound() -> String {
        let head = Head(title: phrases[.notFoundTitle], description: phrases[.notFoundDescription], path: .notFound, section: .other)
        let content = NotFoundPage(links: [
            link(phrases[.homeTitle], .home), link(phrases[.exercisesTitle], .exercises), link(phrases[.guidanceTitle], .guidancePages),
        ])
        return page(.notFound, head, content, jsonLD: "")
    }

    /// The page that a browser shows for what it has not kept, when there is no network.
    package func offline() -> String {
        let head = Head(title: phrases[.offlineTitle], description: phrases[.offlineDescription], path: .offline, section: .other)
        return page(.offline, head, OfflinePage(safety: safety(stopIf: library.safety.stopRules)), jsonLD: "")
    }

    // MARK: Groups and filters

    private func groups(_ exercises: [Exercise]) -> [ExerciseGroup] {
        let byPosition = Dictionary(grouping: exercises, by: \.position)
        return Position.allCases.compactMap { position in
            byPosition[position].map {
                group(position.rawValue, phrases.book.name("position", position.rawValue), icon: icon(position), $0)
            }
        }
    }

    private func group(_ id: String, _ title: String, icon: HTML?, _ exercises: [Exercise]) -> ExerciseGroup {
        ExerciseGroup(
            id: id, title: title, icon: icon, count: phrases.exercises(exercises.count), url: address.link(to: .exercises) + "#" + id,
            cards: exercises.map(card))
    }

    /// The filters, each with the choices that some exercise has.
    private func filters(_ exercises: [Exercise]) -> [ExerciseIndexPage.Filter] {
        func filter<Term: CaseIterable & RawRepresentable<String>>(
            _ name: String, _ label: SitePhrase, vocabulary: String, _ terms: Term.Type, _ isUsed: (Term) -> Bool
        ) -> ExerciseIndexPage.Filter {
            let options = terms.allCases.filter(isUsed).map {
                ExerciseIndexPage.Option(value: $0.rawValue, label: phrases.book.name(vocabulary, $0.rawValue))
            }
            return ExerciseIndexPage.Filter(name: name, label: phrases[label], options: options)
        }
        let regions = Set(exercises.flatMap(\.regions))
        let equipment = Set(exercises.flatMap(\.equipment))
        let positions = Set(exercises.map(\.position))
        let levels = Set(exercises.map(\.level))
        let ownEquipment = filter("equipment", .filterEquipment, vocabulary: "equipment", Equipment.self, equipment.contains)
        let none = ExerciseIndexPage.Option(value: "none", label: phrases[.noEquipment])
        return [
            filter("position", .filterPosition, vocabulary: "position", Position.self, positions.contains),
            filter("regions", .filterRegion, vocabulary: "region", Region.self, regions.contains),
            ExerciseIndexPage.Filter(name: ownEquipment.name, label: ownEquipment.label, options: [none] + ownEquipment.options),
            filter("level", .filterLevel, vocabulary: "level", Level.self, levels.contains),
        ]
    }
}
