package import Exercises
package import FigureDrawing
import Foundation
package import Handouts
import PageRendering

/// The drawn pictures of a library. Each is drawn when it is asked for.
package struct SiteFigures: Sendable {
    private let library: Library
    private let descriptions: PictureDescriptions
    private let style: FigureStyle
    private let cache: FigureCache

    package init(library: Library, phrasebook: Phrasebook, style: FigureStyle = .colour, cache: FigureCache) {
        self.library = library
        self.style = style
        self.cache = cache
        descriptions = PictureDescriptions(phrasebook)
    }

    /// One picture of an exercise; none where the exercise has no such picture.
    package func figure(_ picture: FigurePicture, of exercise: Exercise) async -> DrawnFigure? {
        guard let request = request(picture, of: exercise) else { return nil }
        return await cache.figure(request)
    }

    /// A file for each picture.
    var outputs: [PlannedOutput] {
        library.exercises.enumerated().flatMap { index, exercise in
            (exercise.figures?.pictures ?? []).filter { request($0, of: exercise) != nil }.map { picture in
                PlannedOutput(path: SitePath.figure(exercise.slug, picture).outputFile, kind: .figure) {
                    Array((await figure(picture, of: library.exercise(at: index))?.svg ?? "").utf8)
                }
            }
        }
    }

    /// What a page shows: all pictures of some exercises, and of others the one for lists.
    func pictures(of exercises: [Exercise], cards: [Exercise] = []) async -> DrawnPictures {
        let (exercises, cards) = (exercises.filter { $0.figures != nil }, cards.filter { $0.figures != nil })
        guard !exercises.isEmpty || !cards.isEmpty else { return DrawnPictures() }
        return DrawnPictures(
            sizes: await drawn(
                exercises.map { ($0, $0.figures?.pictures ?? []) } + cards.map { ($0, [$0.figures?.cardPicture].compactMap(\.self)) }
            )
            .mapValues { $0.mapValues { DrawnPictures.Size(width: $0.width, height: $0.height) } })
    }

    /// What a handout of exercises and programmes shows; names that lead nowhere have no pictures.
    package func drawings(for slugs: [String]) async -> HandoutDrawings {
        let exercises = slugs.compactMap { Slug($0) }.flatMap { slug in
            library.exercise(slug).map { [$0] } ?? library.programme(slug)?.entries.compactMap { library.exercise($0.exercise) } ?? []
        }
        let wanted = exercises.map { exercise in
            (
                exercise,
                exercise.body.poseDescriptions.map { FigurePicture.pose($0.pose) } + [exercise.figures?.cardPicture].compactMap(\.self)
            )
        }
        return HandoutDrawings(
            await drawn(wanted).mapValues { $0.mapValues { HandoutDrawing(svg: $0.svg, width: $0.width, height: $0.height) } })
    }

    /// Forgets the pictures that the library no longer has.
    func forgetOthers() async {
        await cache.keep(
            only: library.exercises.flatMap { exercise in (exercise.figures?.pictures ?? []).compactMap { request($0, of: exercise) } })
    }

    private func drawn(_ wanted: [(exercise: Exercise, pictures: [FigurePicture])]) async -> [Slug: [FigurePicture: DrawnFigure]] {
        let all = wanted.flatMap { exercise, pictures in pictures.map { (exercise, $0) } }
        let figures = await all.concurrentMap(jobs: ProcessInfo.processInfo.activeProcessorCount) { exercise, picture in
            (exercise.slug, picture, await figure(picture, of: exercise))
        }
        var drawn: [Slug: [FigurePicture: DrawnFigure]] = [:]
        for (slug, picture, figure) in figures { drawn[slug, default: [:]][picture] = figure }
        return drawn
    }

    private func request(_ picture: FigurePicture, of exercise: Exercise) -> FigureRequest? {
        guard let figures = exercise.figures else { return nil }
        let subject = figures.pose(of: picture).map(FigureRequest.Subject.pose) ?? (picture == .motion ? .motion(figures) : nil)
        let file = SitePath.figure(exercise.slug, picture).text
        return subject.map {
            FigureRequest(
                subject: $0, title: exercise.title, description: descriptions.description(of: picture, in: exercise),
                id: String(file.dropLast(4).map { $0.isLetter || $0.isNumber ? $0 : "-" }), style: style)
        }
    }
}
