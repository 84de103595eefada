import Exercises
import PageRendering

/// What pages and data are made from. Outputs share the one object, and keep beside it only what tells them apart: a large site has very
/// many of them.
final class PageMaking: Sendable {
    private let library: Library
    private let pages: PageRenderer
    private let data: MachineReadable
    private let figures: SiteFigures
    private let handouts: SiteHandouts

    init(library: Library, pages: PageRenderer, data: MachineReadable, figures: SiteFigures, handouts: SiteHandouts) {
        self.library = library
        self.pages = pages
        self.data = data
        self.figures = figures
        self.handouts = handouts
    }

    /// Every page and every file that machines read, those that speak of many exercises first.
    var outputs: [PlannedOutput] {
        var outputs = pagesOfTheWhole + dataOfTheWhole
        for index in library.exercises.indices { outputs += [exercisePage(index), exerciseData(index)] }
        outputs += library.programmes.indices.map(programmePage)
        outputs += library.guidance.indices.map(guidancePage)
        return outputs
    }

    /// The output at a path that belongs to one exercise, programme or guidance page; nil for other paths. It is found without making the
    /// others.
    func ownOutput(at path: String) -> PlannedOutput? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        switch (parts.first, parts.count, parts.last) {
        case ("exercises", 3, "index.html"): return Slug(parts[1]).flatMap(library.indexOfExercise).map(exercisePage)
        case ("programmes", 3, "index.html"): return Slug(parts[1]).flatMap(library.indexOfProgramme).map(programmePage)
        case ("guidance", 3, "index.html"): return Slug(parts[1]).flatMap(library.indexOfGuidance).map(guidancePage)
        default: return nil
        }
    }

    /// The pages that speak of more than one exercise, programme or guidance page.
    var pagesOfTheWhole: [PlannedOutput] {
        let pictured = { @Sendable (making: PageMaking) in
            making.library.programmes.flatMap { PageRenderer.pictured(in: $0, making.library) }
        }
        var outputs = [
            page(.home, cards: pictured) { $0.home(jsonLD: $1) },
            page(.exercises, cards: { $0.library.exercises }) { $0.exerciseIndex(jsonLD: $1) },
            page(.names) { $0.names(jsonLD: $1) },
            page(.search) { pages, _ in pages.search() },
            page(.programmes, cards: pictured) { $0.programmeIndex(jsonLD: $1) },
            page(.guidancePages) { $0.guidanceIndex(jsonLD: $1) },
            page(.sources) { $0.sources(jsonLD: $1) },
            page(.myProgramme) { $0.myProgramme(jsonLD: $1) },
            page(.notFound) { pages, _ in pages.notFound() },
            page(.offline) { pages, _ in pages.offline() },
        ]
        outputs += pages.catalogue.categories.map { category in
            page(.category(category), cards: { $0.pages.catalogue.exercises(in: category) }) { $0.category(category, jsonLD: $1) }
        }
        return outputs
    }

    /// The files for machines that speak of more than one exercise.
    private var dataOfTheWhole: [PlannedOutput] {
        var outputs = [
            PlannedOutput(path: MachineReadable.exercisesPath, kind: .data) { [self] in
                let showing = data.showing(await figures.pictures(of: [], cards: library.exercises))
                return showing.exerciseListOutput().text.bytes
            },
            PlannedOutput(path: MachineReadable.programmesPath, kind: .data) { [self] in
                let offered = try await handouts.offered(for: library.programmes.map(\.slug))
                return data.offering(offered).programmeOutput().text.bytes
            },
        ]
        outputs += data.plainSiteOutputs().map { output in
            PlannedOutput(path: output.path, kind: .data) { output.text().bytes }
        }
        return outputs
    }

    private func exerciseData(_ index: Int) -> PlannedOutput {
        PlannedOutput(path: MachineReadable.path(of: library.exercise(at: index)), kind: .data) { [self] in
            let exercise = library.exercise(at: index)
            let offering = data.offering(try await handouts.offered(for: [exercise.slug]))
            return offering.showing(await figures.pictures(of: [exercise])).output(for: exercise).text.bytes
        }
    }

    private func page(
        _ path: SitePath, cards: @escaping @Sendable (PageMaking) -> [Exercise] = { _ in [] },
        _ render: @escaping @Sendable (_ pages: PageRenderer, _ jsonLD: HTML) -> RenderedText
    ) -> PlannedOutput {
        PlannedOutput(path: path.outputFile, kind: .page) { [self] in
            let showing = pages.showing(await figures.pictures(of: [], cards: cards(self)))
            return render(showing, data.jsonLD(for: path)).bytes
        }
    }

    private func exercisePage(_ index: Int) -> PlannedOutput {
        PlannedOutput(path: SitePath.exercise(library.exercise(at: index).slug).outputFile, kind: .page) { [self] in
            let exercise = library.exercise(at: index)
            let neighbours = (exercise.easier + exercise.harder + exercise.related).compactMap(library.exercise)
            let offering = pages.offering(try await handouts.offered(for: [exercise.slug]))
            let showing = offering.showing(await figures.pictures(of: [exercise], cards: neighbours))
            return showing.exercise(exercise, jsonLD: data.jsonLD(for: .exercise(exercise.slug))).bytes
        }
    }

    private func programmePage(_ index: Int) -> PlannedOutput {
        PlannedOutput(path: SitePath.programme(library.programme(at: index).slug).outputFile, kind: .page) { [self] in
            let programme = library.programme(at: index)
            let entries = programme.entries.compactMap { library.exercise($0.exercise) }
            let offering = pages.offering(try await handouts.offered(for: [programme.slug]))
            let showing = offering.showing(await figures.pictures(of: [], cards: entries))
            return showing.programme(programme, jsonLD: data.jsonLD(for: .programme(programme.slug))).bytes
        }
    }

    private func guidancePage(_ index: Int) -> PlannedOutput {
        PlannedOutput(path: SitePath.guidance(library.guidance(at: index).slug).outputFile, kind: .page) { [self] in
            let guidance = library.guidance(at: index)
            return pages.guidance(guidance, jsonLD: data.jsonLD(for: .guidance(guidance.slug))).bytes
        }
    }
}
