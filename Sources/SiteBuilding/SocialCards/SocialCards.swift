import Exercises
import Foundation
import Handouts
import PageRendering

/// The pictures that links to the site's pages show in messages and social media. Each is made when its bytes are asked for.
struct SocialCards: Sendable {
    private let library: Library
    private let phrasebook: Phrasebook
    private let figures: SiteFigures
    private let engine: TypstEngine?
    private let cache: CardCache
    /// A name for the files that cards are made with; the same for all of them, so read once.
    private let materials: String

    init(inputs: SiteInputs, library: Library, figures: SiteFigures, engine: HandoutEngine, cache: CardCache) {
        self.library = library
        self.figures = figures
        self.cache = cache
        phrasebook = inputs.phrasebook
        // A library may go without cards: it has no template for them.
        let hasTemplate = FileManager.default.fileExists(atPath: inputs.root + "/" + SocialCard.template)
        if case .typst(let engine) = engine, hasTemplate {
            self.engine = engine
            materials = Self.materials(root: inputs.root)
        } else {
            self.engine = nil
            materials = ""
        }
    }

    /// The pages that have a card: none without an engine.
    var paths: Set<SitePath> {
        engine == nil ? [] : Set(subjects.map(\.path))
    }

    var outputs: [PlannedOutput] {
        guard let engine else { return [] }
        return subjects.map { subject in
            PlannedOutput(path: SitePath.socialCard(of: subject.path).outputFile, kind: .card) {
                let card = await card(subject)
                return Data(try await cache.card(card, materials: materials, engine: engine))
            }
        }
    }

    /// What a card is about.
    private struct Subject: Sendable {
        let path: SitePath
        let title: String
        let summary: String
        let label: String
        /// Those whose pictures it shows.
        var exercises: [Exercise] = []
        var isWarning = false
    }

    private var subjects: [Subject] {
        let firsts = Position.allCases.compactMap { position in library.exercises.first { $0.position == position && $0.figures != nil } }
        let home = Subject(
            path: .home, title: library.site.title, summary: library.site.tagline, label: "", exercises: Array(firsts.prefix(3)))
        let exercises = library.exercises.map { exercise in
            Subject(
                path: .exercise(exercise.slug), title: exercise.title, summary: exercise.summary,
                label: exercise.mayBeHandedOut
                    ? phrasebook.name("kind", exercise.kind.rawValue) : phrasebook[Self.warning(exercise)],
                exercises: exercise.mayBeHandedOut ? [exercise] : [], isWarning: !exercise.mayBeHandedOut)
        }
        let programmes = library.programmes.map { programme in
            Subject(
                path: .programme(programme.slug), title: programme.title, summary: programme.summary,
                label: phrasebook[SitePhrase.programmesTitle],
                exercises: programme.entries.compactMap { library.exercise($0.exercise) })
        }
        let guidance = library.guidance.map { page in
            Subject(path: .guidance(page.slug), title: page.title, summary: page.summary, label: phrasebook[SitePhrase.guidanceTitle])
        }
        return [home] + exercises + programmes + guidance
    }

    /// Why a page explains and does not teach, as its own banner says it.
    private static func warning(_ exercise: Exercise) -> SitePhrase {
        switch (exercise.advice, exercise.performedBy) {
        case (.notRecommended, _): .notRecommendedTitle
        case (_, .professional): .professionalTitle
        case (_, .partner): .partnerTitle
        default: .knowledgeTitle
        }
    }

    private func card(_ subject: Subject) async -> SocialCard {
        var drawings: [String] = []
        for exercise in subject.exercises.prefix(3) {
            guard let picture = exercise.figures?.cardPicture, let figure = await figures.figure(picture, of: exercise) else { continue }
            drawings.append(figure.svg)
        }
        return SocialCard(
            title: subject.title, summary: subject.summary, label: subject.label, site: subject.path == .home ? "" : library.site.title,
            language: library.site.language, accent: ThemeStyleSheet(library.site.theme).lightAccent.notation, drawings: drawings,
            isWarning: subject.isWarning)
    }

    private static func materials(root: String) -> String {
        let fonts = (try? FileManager.default.contentsOfDirectory(atPath: root + "/" + TypstEngine.fonts)) ?? []
        let files = [SocialCard.template] + fonts.sorted().map { TypstEngine.fonts + "/" + $0 }
        return files.map { StableHash((try? Data(contentsOf: URL(fileURLWithPath: root + "/" + $0))) ?? Data()).description }
            .joined(separator: " ")
    }
}
