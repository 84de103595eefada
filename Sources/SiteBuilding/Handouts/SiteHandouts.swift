import ContentHashing
import ContentLoading
import Diagnostics
import Exercises
import Foundation
import Handouts
import PageRendering

/// Whether pages wait for handouts to say how large they are, or say it only of those that have been made.
package enum HandoutSizes: Sendable {
    case ofAll
    case ofMade
}

/// The handouts that a site offers for each exercise and programme that may be handed out. Each is set when its bytes or its size are
/// asked for.
struct SiteHandouts: Sendable {
    private let library: Library
    private let composing: Composing?
    private let made = MadeHandouts()
    private let sizes: HandoutSizes
    /// That there is no engine; a warning.
    let diagnostics: [Diagnostic]

    init(
        inputs: SiteInputs, library: Library, address: SiteAddress, figures: SiteFigures, engine: HandoutEngine, cache: HandoutCache,
        sizes: HandoutSizes
    ) {
        self.sizes = sizes
        self.library = library
        guard case .typst(let engine) = engine else {
            if case .missing(let missing) = engine { diagnostics = [missing.diagnostic] } else { diagnostics = [] }
            composing = nil
            return
        }
        composing = Composing(
            phrasebook: inputs.phrasebook, library: library, address: address, figures: figures, engine: engine, cache: cache,
            materials: HandoutMaterials(root: inputs.root, media: inputs.content.media))
        diagnostics = []
    }

    var outputs: [PlannedOutput] {
        guard let composing else { return [] }
        let slugs = library.exercises.filter(\.mayBeHandedOut).map(\.slug) + library.programmes.map(\.slug)
        return slugs.flatMap { slug in
            HandoutFormat.offered.map { format in
                let path = Self.path(slug, format)
                return PlannedOutput(path: path, kind: .handout) { [made] in
                    try await made.bytes(path) { try await composing.handout(slug, format) }
                }
            }
        }
    }

    /// What the pages and the data of some exercises and programmes offer.
    func offered(for wanted: [Slug]) async throws -> [Slug: [OfferedHandout]] {
        guard let composing else { return [:] }
        var offered: [Slug: [OfferedHandout]] = [:]
        for slug in wanted where library.exercise(slug)?.mayBeHandedOut ?? (library.programme(slug) != nil) {
            for format in HandoutFormat.offered {
                let path = Self.path(slug, format)
                let size =
                    switch sizes {
                    case .ofAll: try await made.size(path) { try await composing.handout(slug, format) }
                    case .ofMade: await made.knownSize(path)
                    }
                offered[slug, default: []].append(OfferedHandout(paper: format.paper, edition: format.edition, path: path, size: size))
            }
        }
        return offered
    }

    /// `handouts/SLUG-a4.pdf`, `-letter.pdf` or, on A4, `-large.pdf`.
    private static func path(_ slug: Slug, _ format: HandoutFormat) -> String {
        "handouts/\(slug)-\(format.edition == .standard ? format.paper.rawValue : format.edition.rawValue).pdf"
    }
}

extension SiteHandouts {
    /// Everything that a handout of the site is made from.
    private struct Composing: Sendable {
        let phrasebook: Phrasebook
        let library: Library
        let address: SiteAddress
        let figures: SiteFigures
        let engine: TypstEngine
        let cache: HandoutCache
        let materials: HandoutMaterials

        func handout(_ slug: Slug, _ format: HandoutFormat) async throws -> ([UInt8], OfferedHandout.Size) {
            let composer = HandoutComposer(
                library: library, phrasebook: phrasebook, baseURL: address.baseURL,
                drawings: await figures.drawings(for: [slug.text]))
            let input = try HandoutInput(try composer.document(HandoutRequest(slugs: [slug.text])), format: format)
            let pdf = try await cache.handout(input, materials: await materials.name(for: input), engine: engine)
            return (pdf.bytes, OfferedHandout.Size(pages: pdf.pageCount, byteCount: pdf.bytes.count))
        }
    }
}

/// What handouts are set with beside their document: the template, its fonts, and the author's own pictures.
actor HandoutMaterials {
    private let root: String
    private let media: [String]
    private var template: String?
    private var pictures: [String: String] = [:]

    init(root: String, media: [String]) {
        self.root = root
        self.media = media
    }

    /// A name for the content of all files that the handout of an input may depend on.
    func name(for input: HandoutInput) -> String {
        let own = media.filter(input.shows).map { path -> String in
            let name = pictures[path] ?? hash("Content/Media/" + path)
            pictures[path] = name
            return name
        }
        let template = template ?? templateName()
        self.template = template
        return ([template] + own).joined(separator: " ")
    }

    /// Every file of the folder counts, because a template may import any of them.
    private func templateName() -> String {
        let folder = "Templates/Handout"
        let files = FileManager.default.enumerator(atPath: root + "/" + folder)?.compactMap { $0 as? String } ?? []
        return files.sorted().map { "\($0)=\(hash(folder + "/" + $0))" }.joined(separator: " ")
    }

    private func hash(_ path: String) -> String {
        ContentHash((try? Data(contentsOf: URL(fileURLWithPath: root + "/" + path))) ?? Data()).description
    }
}
