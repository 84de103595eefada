import ContentHashing
import ContentLoading
package import Diagnostics
import Exercises
import Foundation
package import PageRendering
import Synchronization

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
    package let bytes: @Sendable () async throws -> [UInt8]
}

/// Every file of a site. A page or a handout is made when its bytes are asked for, so that a preview makes only what is looked at.
package struct SitePlan: Sendable {
    /// What is missing from the site, such as handouts without an engine; warnings.
    package let diagnostics: [Diagnostic]
    let figures: SiteFigures
    /// A name for what stands on every page alike.
    let frame: ContentHash
    /// The exercises as they stand in lists, as far as they were rendered.
    let exerciseCards: ExerciseCards
    private let making: PageMaking
    private let handouts: SiteHandouts
    private let cards: SocialCards
    /// Those that are the same however the library changes: what pages load, the author's pictures.
    private let plain: [PlannedOutput]
    private let index = PlanIndex()

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
    ///   - exerciseCards: The exercises as they stand in lists, where they were rendered before.
    package init?(
        inputs: SiteInputs, assets: SiteAssets, address: SiteAddress? = nil, handouts engine: HandoutEngine, kept: HandoutCache? = nil,
        cards: CardCache? = nil, hasSearchIndex: Bool = false, sizes: HandoutSizes = .ofAll, figures cache: FigureCache,
        exerciseCards: ExerciseCards = ExerciseCards()
    ) {
        guard !inputs.diagnostics.hasErrors, let library = inputs.content.library, let templates = inputs.templates else { return nil }
        let address = address ?? SiteAddress(baseURL: library.site.baseURL)
        figures = SiteFigures(library: library, phrasebook: inputs.phrasebook, cache: cache)
        handouts = SiteHandouts(
            inputs: inputs, library: library, address: address, figures: figures, engine: engine,
            cache: kept ?? HandoutCache(program: "", root: nil), sizes: sizes)
        let social = SocialCards(
            inputs: inputs, library: library, figures: figures, engine: engine, cache: cards ?? CardCache(program: "", root: nil))
        self.cards = social
        let pages = PageRenderer(
            library: library, phrasebook: inputs.phrasebook, templates: templates, address: address,
            assets: assets.manifest, hasCard: { social.isMade(for: $0) }, exerciseCards: exerciseCards)
        self.exerciseCards = exerciseCards
        frame = ContentHash(pages.frame.utf8)
        let data = MachineReadable(library: library, phrasebook: inputs.phrasebook, address: address)
        making = PageMaking(
            library: library, pages: hasSearchIndex ? pages.withSearchIndex() : pages, data: data, figures: figures, handouts: handouts)
        let manifest = WebManifest(site: library.site, address: address, assets: assets.manifest)
        var plain = [PlannedOutput(path: WebManifest.file, kind: .data) { manifest.text.bytes }]
        plain += assets.assets.map { asset in
            PlannedOutput(path: asset.path, kind: .asset) { asset.bytes }
        }
        plain += inputs.content.media.map { [root = inputs.root] path in
            let source = URL(fileURLWithPath: root + "/Content/Media/" + path)
            return PlannedOutput(path: SitePath.media(path).outputFile, kind: .media) { Array(try Data(contentsOf: source)) }
        }
        self.plain = plain
        diagnostics = handouts.diagnostics
    }

    /// Every file, in the order in which they are best made: pictures, then handouts, which pages wait for; then the long lists, lest one of
    /// them is begun when all else is done.
    package var outputs: [PlannedOutput] {
        figures.outputs + handouts.outputs + cards.outputs + making.outputs + plain
    }

    /// The output with a path. Those of single pages are found without planning the others.
    package subscript(path path: String) -> PlannedOutput? {
        making.ownOutput(at: path) ?? plain.first { $0.path == path } ?? index.output(at: path, of: making) { outputs }
    }
}

/// The outputs of a plan by path, each part of them once one was asked for that has to be looked for.
private final class PlanIndex: Sendable {
    private typealias Outputs = [String: PlannedOutput]

    private let known = Mutex<(pages: Outputs?, all: Outputs?)>((nil, nil))

    func output(at path: String, of making: PageMaking, all: () -> [PlannedOutput]) -> PlannedOutput? {
        known.withLock { known in
            let pages = known.pages ?? Self.byPath(making.pagesOfTheWhole)
            known.pages = pages
            if let output = pages[path] { return output }
            let all = known.all ?? Self.byPath(all())
            known.all = all
            return all[path]
        }
    }

    private static func byPath(_ outputs: [PlannedOutput]) -> Outputs {
        Dictionary(outputs.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
