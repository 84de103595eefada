import ContentLoading
import Diagnostics
import Exercises
import FigureDrawing
package import Handouts
import PageRendering

/// A handout in every edition that a site offers, with the document that all of them are set from.
package struct HandoutInEditions: Sendable {
    package let slug: String
    package let document: HandoutDocument
    /// Without a PDF where there is no engine to set it.
    package let editions: [(format: HandoutFormat, pdf: HandoutPDF?)]
}

/// Makes the handouts of a site for those who look at them: the same bytes as a build makes, and from what builds keep.
package struct HandoutEditions: Sendable {
    private let inputs: SiteInputs
    private let library: Library
    private let engine: HandoutEngine
    private let cache: HandoutCache
    private let figures: SiteFigures
    private let materials: HandoutMaterials

    /// None for inputs that have errors.
    package init?(_ inputs: SiteInputs, engine: HandoutEngine, cache: HandoutCache, figures: FigureCache) {
        guard let library = inputs.content.library else { return nil }
        self.inputs = inputs
        self.library = library
        self.engine = engine
        self.cache = cache
        self.figures = SiteFigures(library: library, phrasebook: inputs.phrasebook, cache: figures)
        materials = HandoutMaterials(root: inputs.root, media: inputs.content.media)
    }

    /// The handouts of some exercises and programmes in their order, `jobs` at a time.
    ///
    /// - Throws: `HandoutRefusal` or `HandoutProblems`, of the first that there is none of.
    package func handouts(of slugs: [String], jobs: Int) async throws -> [HandoutInEditions] {
        let made = await slugs.concurrentMap(jobs: jobs) { slug -> Result<HandoutInEditions, any Error> in
            do { return .success(try await handout(of: slug)) } catch { return .failure(error) }
        }
        return try made.map { try $0.get() }
    }

    private func handout(of slug: String) async throws -> HandoutInEditions {
        let composer = HandoutComposer(
            library: library, phrasebook: inputs.phrasebook, baseURL: library.site.baseURL,
            drawings: await figures.drawings(for: [slug]))
        let document = try composer.document(HandoutRequest(slugs: [slug]))
        var editions: [(HandoutFormat, HandoutPDF?)] = []
        for format in HandoutFormat.offered {
            guard case .typst(let engine) = engine else {
                editions.append((format, nil))
                continue
            }
            let input = try HandoutInput(document, format: format)
            editions.append((format, try await cache.handout(input, materials: await materials.name(for: input), engine: engine)))
        }
        return HandoutInEditions(slug: slug, document: document, editions: editions)
    }
}
