import ContentHashing
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

    /// Whether a page has a card: without an engine none has.
    func isMade(for path: SitePath) -> Bool {
        guard engine != nil else { return false }
        switch path {
        case .home, .exercise, .programme, .guidance: return true
        default: return false
        }
    }

    var outputs: [PlannedOutput] {
        guard let engine else { return [] }
        return subjects.map { subject in
            PlannedOutput(path: SitePath.socialCard(of: path(of: subject)).outputFile, kind: .card) {
                let card = await card(of: subject)
                return try await cache.card(card, materials: materials, engine: engine)
            }
        }
    }

    /// What a card is about: a page, by its place in the library.
    private enum Subject {
        case home
        case exercise(Int)
        case programme(Int)
        case guidance(Int)
    }

    private var subjects: [Subject] {
        [.home] + library.exercises.indices.map(Subject.exercise) + library.programmes.indices.map(Subject.programme)
            + library.guidance.indices.map(Subject.guidance)
    }

    private func path(of subject: Subject) -> SitePath {
        switch subject {
        case .home: .home
        case .exercise(let index): .exercise(library.exercise(at: index).slug)
        case .programme(let index): .programme(library.programme(at: index).slug)
        case .guidance(let index): .guidance(library.guidance(at: index).slug)
        }
    }

    private func card(of subject: Subject) async -> SocialCard {
        switch subject {
        case .home:
            let exercises = library.exercises
            let firsts = Position.allCases.compactMap { position in exercises.first { $0.position == position && $0.figures != nil } }
            return await card(library.site.title, library.site.tagline, label: "", site: "", showing: firsts)
        case .exercise(let index):
            let exercise = library.exercise(at: index)
            let label = exercise.mayBeHandedOut ? phrasebook.name("kind", exercise.kind.rawValue) : phrasebook[Self.warning(exercise)]
            return await card(
                exercise.title, exercise.summary, label: label, showing: exercise.mayBeHandedOut ? [exercise] : [],
                isWarning: !exercise.mayBeHandedOut)
        case .programme(let index):
            let programme = library.programme(at: index)
            return await card(
                programme.title, programme.summary, label: phrasebook[SitePhrase.programmesTitle],
                showing: programme.entries.compactMap { library.exercise($0.exercise) })
        case .guidance(let index):
            let page = library.guidance(at: index)
            return await card(page.title, page.summary, label: phrasebook[SitePhrase.guidanceTitle])
        }
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

    /// A card with the pictures of some exercises, three at most; `site` is the site's name unless that is the title.
    private func card(
        _ title: String, _ summary: String, label: String, site: String? = nil, showing exercises: [Exercise] = [], isWarning: Bool = false
    ) async -> SocialCard {
        var drawings: [String] = []
        for exercise in exercises.prefix(3) {
            guard let picture = exercise.figures?.cardPicture, let figure = await figures.figure(picture, of: exercise) else { continue }
            drawings.append(figure.svg)
        }
        return SocialCard(
            title: title, summary: summary, label: label, site: site ?? library.site.title, language: library.site.language,
            accent: ThemeStyleSheet(library.site.theme).lightAccent.notation, drawings: drawings, isWarning: isWarning)
    }

    private static func materials(root: String) -> String {
        let fonts = (try? FileManager.default.contentsOfDirectory(atPath: root + "/" + TypstEngine.fonts)) ?? []
        let files = [SocialCard.template] + fonts.sorted().map { TypstEngine.fonts + "/" + $0 }
        return files.map { ContentHash((try? Data(contentsOf: URL(fileURLWithPath: root + "/" + $0))) ?? Data()).description }
            .joined(separator: " ")
    }
}
