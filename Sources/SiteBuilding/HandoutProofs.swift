package import Diagnostics
import Exercises
import FigureDrawing
package import Handouts
import PageRendering

/// A handout as it would be printed, to be looked at.
package struct HandoutProof: Sendable {
    package let pdf: HandoutPDF
    /// A PNG of each page.
    package let pages: [[UInt8]]
}

/// The proofs of one reading of a library: each is made once, and the last few are kept.
actor HandoutProofs {
    private struct Key: Hashable {
        let slug: String
        let format: HandoutFormat
    }

    private let inputs: SiteInputs
    private let library: Library
    private let engine: TypstEngine
    private let figures: FigureCache
    /// The newest last.
    private var kept: [(key: Key, proof: Task<HandoutProof, any Error>)] = []
    private let limit = 8

    init(inputs: SiteInputs, library: Library, engine: TypstEngine, figures: FigureCache) {
        self.inputs = inputs
        self.library = library
        self.engine = engine
        self.figures = figures
    }

    /// The proof of an exercise or a programme.
    ///
    /// - Throws: `HandoutRefusal` or `HandoutProblems`.
    func proof(of slug: String, _ format: HandoutFormat) async throws -> HandoutProof {
        let key = Key(slug: slug, format: format)
        if let index = kept.firstIndex(where: { $0.key == key }) {
            let known = kept.remove(at: index)
            kept.append(known)
            return try await known.proof.value
        }
        let proof = Task { [inputs, library, engine, figures] in
            let pictures = SiteFigures(
                library: library, phrasebook: inputs.phrasebook, style: format.isBlackAndWhite ? .blackAndWhite : .colour, cache: figures)
            // As it is printed: with the address that the site will have, not that of the preview.
            let composer = HandoutComposer(
                library: library, phrasebook: inputs.phrasebook, baseURL: library.site.baseURL,
                drawings: await pictures.drawings(for: [slug]))
            let document = try composer.document(HandoutRequest(slugs: [slug]))
            // The PDF first: only that tells everything that is wrong.
            let pdf = try await engine.compile(document, format: format)
            return HandoutProof(pdf: pdf, pages: try await engine.pictures(of: document, format: format))
        }
        kept.append((key, proof))
        kept.removeFirst(max(0, kept.count - limit))
        do {
            return try await proof.value
        } catch {
            // An engine that failed may do better next time.
            kept.removeAll { $0.proof == proof }
            throw error
        }
    }
}

/// Why a page is not on paper, though nothing is wrong.
package enum NoHandout: Error, Hashable, Sendable {
    /// The path is no page of an exercise, a programme or guidance.
    case notThisPage
    case engineMissing(Diagnostic)
    case refused(HandoutRefusal)
}
