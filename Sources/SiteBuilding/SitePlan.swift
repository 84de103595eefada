import ContentHashing
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
    /// A name for what stands on every page alike.
    let frame: ContentHash
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
        let making = PageMaking(
            library: library, pages: hasSearchIndex ? pages.withSearchIndex() : pages, data: data, figures: figures, handouts: handouts)
        var outputs = making.pageOutputs + making.dataOutputs
        let manifest = WebManifest(site: library.site, address: address, assets: assets.manifest)
        outputs.append(PlannedOutput(path: WebManifest.file, kind: .data) { Data(manifest.text.utf8) })
        outputs += assets.assets.map { asset in
            PlannedOutput(path: asset.path, kind: .asset) { Data(asset.bytes) }
        }
        outputs += inputs.content.media.map { [root = inputs.root] path in
            let source = URL(fileURLWithPath: root + "/Content/Media/" + path)
            return PlannedOutput(path: SitePath.media(path).outputFile, kind: .media) { try Data(contentsOf: source) }
        }
        outputs += figures.outputs + handouts.outputs + social.outputs
        self.figures = figures
        frame = ContentHash(pages.frame.utf8)
        diagnostics = handouts.diagnostics
        self.outputs = outputs.sorted { $0.path < $1.path }
        index = Dictionary(zip(self.outputs.map(\.path), self.outputs.indices), uniquingKeysWith: { first, _ in first })
    }

    /// The output with a path.
    package subscript(path path: String) -> PlannedOutput? {
        index[path].map { outputs[$0] }
    }
}
