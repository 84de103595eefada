import ContentLoading
package import Diagnostics
import Exercises
package import Foundation
package import PageRendering

/// One file of the site: where it goes, and how its bytes are made.
package struct PlannedOutput: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case page
        case data
        case asset
        case media
        case figure
        case handout
        case card
    }

    /// The path below the site's root, such as `exercises/cat-camel/index.html`.
    package let path: String
    package let kind: Kind
    /// Makes the bytes; the same every time for the same inputs.
    package let bytes: @Sendable () async throws -> Data
}

/// Every file of a site, in the order of the paths. A page or a handout is made when its bytes are asked for, so that a preview makes
/// only what is looked at.
package struct SitePlan: Sendable {
    package let outputs: [PlannedOutput]
    /// What is missing from the site, such as handouts without an engine; warnings.
    package let diagnostics: [Diagnostic]
    let figures: SiteFigures
    private let index: [String: Int]

    /// The plan of sound inputs; nil when they have errors.
    ///
    /// - Parameters:
    ///   - inputs: What the site is made from.
    ///   - assets: What pages load.
    ///   - address: Where the site will be; by default what `site.yaml` says.
    ///   - engine: What sets the handouts, or that they are left out.
    ///   - kept: Where handouts are kept; by default nowhere.
    ///   - cards: Where social cards are kept; by default nowhere.
    ///   - hasSearchIndex: Whether the finished site will be indexed for searching.
    ///   - sizes: Whether pages wait for handouts to say how large they are.
    ///   - cache: Where drawn pictures are kept.
    package init?(
        inputs: SiteInputs, assets: SiteAssets, address: SiteAddress? = nil, handouts engine: HandoutEngine, kept: HandoutCache? = nil,
        cards: CardCache? = nil, hasSearchIndex: Bool = false, sizes: HandoutSizes = .ofAll, figures cache: FigureCache
    ) {
        guard !inputs.diagnostics.hasErrors, let library = inputs.content.library, let templates = inputs.templates else { return nil }
        let address = address ?? SiteAddress(baseURL: library.site.baseURL)
        let figures = SiteFigures(library: library, phrasebook: inputs.phrasebook, cache: cache)
        let handouts = SiteHandouts(
            inputs: inputs, library: library, address: address, figures: figures, engine: engine,
            cache: kept ?? HandoutCache(program: "", root: nil), sizes: sizes)
        let social = SocialCards(
            inputs: inputs, library: library, figures: figures, engine: engine, cache: cards ?? CardCache(program: "", root: nil))
        let pages = PageRenderer(
            library: library, phrasebook: inputs.phrasebook, templates: templates, address: address,
            assets: assets.manifest, cards: social.paths)
        let data = MachineReadable(library: library, phrasebook: inputs.phrasebook, address: address)
        var outputs = Self.pages(library, hasSearchIndex ? pages.withSearchIndex() : pages, data, figures, handouts)
        outputs += data.siteOutputs().map { output in
            PlannedOutput(path: output.path, kind: .data) {
                switch output.path {
                case MachineReadable.exercisesPath:
                    let showing = data.showing(await figures.pictures(of: [], cards: library.exercises))
                    return Data(showing.exerciseListOutput().text.utf8)
                case MachineReadable.programmesPath:
                    let offered = try await handouts.offered(for: library.programmes.map(\.slug))
                    return Data(data.offering(offered).programmeOutput().text.utf8)
                default: return Data(output.text.utf8)
                }
            }
        }
        outputs += library.exercises.map { exercise in
            PlannedOutput(path: MachineReadable.path(of: exercise), kind: .data) {
                let offering = data.offering(try await handouts.offered(for: [exercise.slug]))
                return Data(offering.showing(await figures.pictures(of: [exercise])).output(for: exercise).text.utf8)
            }
        }
        let manifest = WebManifest(site: library.site, address: address, assets: assets.manifest)
        outputs.append(PlannedOutput(path: WebManifest.file, kind: .data) { Data(manifest.text.utf8) })
        outputs += assets.assets.map { asset in
            PlannedOutput(path: asset.path, kind: .asset) { Data(asset.bytes) }
        }
        outputs += inputs.content.media.map { path in
            let source = URL(fileURLWithPath: inputs.root + "/Content/Media/" + path)
            return PlannedOutput(path: SitePath.media(path).outputFile, kind: .media) { try Data(contentsOf: source) }
        }
        outputs += figures.outputs + handouts.outputs + social.outputs
        self.figures = figures
        diagnostics = handouts.diagnostics
        self.outputs = outputs.sorted { $0.path < $1.path }
        index = Dictionary(zip(self.outputs.map(\.path), self.outputs.indices), uniquingKeysWith: { first, _ in first })
    }

    /// The output with a path.
    package subscript(path path: String) -> PlannedOutput? {
        index[path].map { outputs[$0] }
    }

    private static func pages(
        _ library: Library, _ pages: PageRenderer, _ data: MachineReadable, _ figures: SiteFigures, _ handouts: SiteHandouts
    ) -> [PlannedOutput] {
        func output(
            _ path: SitePath, of slug: Slug? = nil, all: [Exercise] = [], cards: [Exercise] = [],
            _ render: @escaping @Sendable (_ pages: PageRenderer, _ jsonLD: String) -> String
        ) -> PlannedOutput {
            PlannedOutput(path: path.outputFile, kind: .page) {
                let offering = pages.offering(try await handouts.offered(for: [slug].compactMap(\.self)))
                return Data(render(offering.showing(await figures.pictures(of: all, cards: cards)), data.jsonLD(for: path)).utf8)
            }
        }
        let pictured = library.programmes.flatMap { PageRenderer.pictured(in: $0, library) }
        var outputs = [
            output(.home, cards: pictured) { $0.home(jsonLD: $1) },
            output(.exercises, cards: library.exercises) { $0.exerciseIndex(jsonLD: $1) },
            output(.names) { $0.names(jsonLD: $1) },
            output(.search) { pages, _ in pages.search() },
            output(.programmes, cards: pictured) { $0.programmeIndex(jsonLD: $1) },
            output(.guidancePages) { $0.guidanceIndex(jsonLD: $1) },
            output(.sources) { $0.sources(jsonLD: $1) },
            output(.myProgramme) { $0.myProgramme(jsonLD: $1) },
            output(.notFound) { pages, _ in pages.notFound() },
            output(.offline) { pages, _ in pages.offline() },
        ]
        let catalogue = Catalogue(library)
        outputs += catalogue.categories.map { category in
            output(.category(category), cards: catalogue.exercises(in: category)) { $0.category(category, jsonLD: $1) }
        }
        outputs += library.exercises.map { exercise in
            let neighbours = (exercise.easier + exercise.harder + exercise.related).compactMap { library.exercise($0) }
            return output(.exercise(exercise.slug), of: exercise.slug, all: [exercise], cards: neighbours) {
                $0.exercise(exercise, jsonLD: $1)
            }
        }
        outputs += library.programmes.map { programme in
            let entries = programme.entries.compactMap { library.exercise($0.exercise) }
            return output(.programme(programme.slug), of: programme.slug, cards: entries) { $0.programme(programme, jsonLD: $1) }
        }
        outputs += library.guidance.map { guidance in output(.guidance(guidance.slug)) { $0.guidance(guidance, jsonLD: $1) } }
        return outputs
    }
}
