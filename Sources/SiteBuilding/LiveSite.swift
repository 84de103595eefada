import AssetBundling
import ContentChecks
import ContentLoading
package import Diagnostics
import Exercises
package import Foundation
package import Handouts
package import PageRendering

/// A site that is being worked on: the plan of the last sound inputs, from which single files are rendered when they are asked for.
package actor LiveSite {
    private let root: String
    private let includesDrafts: Bool
    private let engine: HandoutEngine
    private let figures: FigureCache
    private var plan: SitePlan?
    /// None without an engine.
    private var proofs: HandoutProofs?
    /// What the last reading found, and what pages let stand of it.
    private var findings: (all: [Diagnostic], silenced: [(finding: Diagnostic, reason: String)]) = ([], [])
    /// The pages that have an address of their own, by slug.
    private var addresses: [String: SitePath] = [:]

    /// Nothing is read before the first `reload()`; `engine` sets the handouts, or leaves them out; `figures` keeps the
    /// drawn pictures.
    package init(root: String, includesDrafts: Bool, engine: HandoutEngine, figures: FigureCache) {
        self.root = root
        self.includesDrafts = includesDrafts
        self.engine = engine
        self.figures = figures
    }

    /// Reads the library again. With errors the last sound site stays, and they are returned; else warnings are.
    package func reload() async -> [Diagnostic] {
        let inputs = SiteInputs.load(root: root, includesDrafts: includesDrafts, checks: .everything)
        findings = (inputs.diagnostics, inputs.silenced.map { ($0.finding, $0.reason) })
        guard !inputs.diagnostics.hasErrors else { return inputs.diagnostics }
        let assets: SiteAssets
        do throws(AssetBundler.Failure) {
            assets = try await SiteAssets.bundle(inputs)
        } catch {
            return (inputs.diagnostics + error.diagnostics).inReadingOrder()
        }
        // Served from the root of the preview's own address, whatever the site's will be.
        guard
            let plan = SitePlan(
                inputs: inputs, assets: assets, address: SiteAddress(baseURL: nil), handouts: engine, sizes: .ofMade, figures: figures),
            let library = inputs.content.library
        else { return inputs.diagnostics }
        self.plan = plan
        if case .typst(let engine) = engine {
            proofs = HandoutProofs(inputs: inputs, library: library, engine: engine, figures: figures)
        }
        await plan.figures.forgetOthers()
        addresses = [:]
        for guidance in library.guidance { addresses[guidance.slug.text] = .guidance(guidance.slug) }
        for programme in library.programmes { addresses[programme.slug.text] = .programme(programme.slug) }
        for exercise in library.exercises { addresses[exercise.slug.text] = .exercise(exercise.slug) }
        return inputs.diagnostics
    }

    /// Where the page of a slug is; nil before the first sound reading and for an unknown slug.
    package func address(of slug: String) -> SitePath? { addresses[slug] }

    /// What the last reading found in the file of the page at a site path such as `/exercises/cat-camel/`; nil for a page without a file.
    package func findings(ofPageAt path: String) -> CheckReport? {
        guard let slug = addresses.first(where: { "/" + $0.value.text == path })?.key else { return nil }
        let file = "/\(slug).md"
        func isHere(_ finding: Diagnostic) -> Bool { finding.location?.file.path.hasSuffix(file) ?? false }
        return CheckReport(
            findings: findings.all.filter(isHere), silenced: findings.silenced.filter { isHere($0.finding) }, pageCount: 1)
    }

    /// All slugs that have a page.
    package var slugs: [String] { addresses.keys.sorted() }

    /// The handout of the page at a site path such as `/exercises/cat-camel/`, as it would be printed.
    ///
    /// - Throws: `NoHandout`, or `HandoutProblems` when it cannot be set.
    package func proof(ofPageAt path: String, format: HandoutFormat) async throws -> HandoutProof {
        // Addresses differ, so at most one has the path.
        guard let slug = addresses.first(where: { "/" + $0.value.text == path })?.key else { throw NoHandout.notThisPage }
        if case .missing(let missing) = engine { throw NoHandout.engineMissing(missing.diagnostic) }
        guard let proofs else { throw NoHandout.notThisPage }
        do {
            return try await proofs.proof(of: slug, format)
        } catch let refusal as HandoutRefusal {
            throw NoHandout.refused(refusal)
        }
    }

    /// The bytes of a site path such as `/exercises/cat-camel/`; nil when there is no such file.
    package func file(at path: String) async throws -> (bytes: Data, mediaType: String)? {
        let relative = String(path.drop { $0 == "/" })
        let file = relative.isEmpty || relative.hasSuffix("/") ? relative + "index.html" : relative
        guard let output = plan?[path: file] else { return nil }
        return (try await output.bytes(), MediaType.of(file))
    }
}

/// The media types of the files that a site has.
package enum MediaType {
    /// By the file name's ending.
    package static func of(_ path: String) -> String {
        switch path.split(separator: ".").last.map({ $0.lowercased() }) {
        case "html": "text/html; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "json": path.hasSuffix("feed.json") ? "application/feed+json; charset=utf-8" : "application/json; charset=utf-8"
        case "xml": path.hasSuffix("feed.xml") ? "application/atom+xml; charset=utf-8" : "application/xml; charset=utf-8"
        case "txt": "text/plain; charset=utf-8"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "jpg", "jpeg": "image/jpeg"
        case "webp": "image/webp"
        case "avif": "image/avif"
        case "gif": "image/gif"
        case "pdf": "application/pdf"
        case "woff2": "font/woff2"
        case "webmanifest": "application/manifest+json"
        default: "application/octet-stream"
        }
    }
}
