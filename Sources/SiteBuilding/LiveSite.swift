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
    /// The last sound inputs, and what was made of them.
    private var current: Current?
    /// What changed since those were read, by paths below the root; nil when that is not known.
    private var pending: Set<String>?

    private struct Current {
        let inputs: SiteInputs
        let library: Library
        let assets: SiteAssets
        let plan: SitePlan
        /// None without an engine.
        let proofs: HandoutProofs?
    }
    /// Long lists that were made since the last sound reading: several browsers may ask for the same one after a save, and ten thousand
    /// exercises take a while. Shorter pages may say how large a handout is, which is known only when it has been made.
    private var longLists: [String: Data] = [:]
    /// How many readings were sound.
    private var readings = 0
    private static let mostLongLists = 4
    private static let longListBytes = 1 << 20
    /// What the last reading found wrong, whether or not it was sound.
    private var readingDiagnostics: [Diagnostic] = []
    /// What the rules say of the last reading, once somebody asked.
    private var checking: Task<ContentChecks.Report?, Never>?

    /// Nothing is read before the first `reload()`; `engine` sets the handouts, or leaves them out; `figures` keeps the
    /// drawn pictures.
    package init(root: String, includesDrafts: Bool, engine: HandoutEngine, figures: FigureCache) {
        self.root = root
        self.includesDrafts = includesDrafts
        self.engine = engine
        self.figures = figures
    }

    /// Reads again what changed, by paths of files; everything where they are not known. With errors the last sound site stays, and they are
    /// returned; else warnings are. The rules beyond well-formedness are for `findings()`: they look at the whole library, and nobody who
    /// writes should wait for them.
    package func reload(_ changed: Set<String> = []) async -> [Diagnostic] {
        let prefix = root + "/"
        let paths = changed.map { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : $0 }
        pending = changed.isEmpty ? nil : pending?.union(paths)
        let update = pending.flatMap { current?.inputs.read($0) }
        let inputs = update ?? SiteInputs.read(root: root, includesDrafts: includesDrafts)
        readingDiagnostics = inputs.diagnostics
        checking = nil
        guard !inputs.diagnostics.hasErrors else { return inputs.diagnostics }
        let assets: SiteAssets
        do throws(AssetBundler.Failure) {
            assets = try await bundled(inputs)
        } catch {
            return (inputs.diagnostics + error.diagnostics).inReadingOrder()
        }
        // Served from the root of the preview's own address, whatever the site's will be.
        guard
            let plan = SitePlan(
                inputs: inputs, assets: assets, address: SiteAddress(baseURL: nil), handouts: engine, sizes: .ofMade, figures: figures,
                exerciseCards: update == nil ? ExerciseCards() : keptCards),
            let library = inputs.content.library
        else { return inputs.diagnostics }
        var proofs: HandoutProofs?
        if case .typst(let engine) = engine {
            proofs = HandoutProofs(inputs: inputs, library: library, engine: engine, figures: figures)
        }
        current = Current(inputs: inputs, library: library, assets: assets, plan: plan, proofs: proofs)
        longLists = [:]
        readings += 1
        pending = []
        return inputs.diagnostics
    }

    /// What the last reading breaks of the rules beyond well-formedness. Pictures that it no longer has are forgotten meanwhile.
    package func findings() async -> [Diagnostic] {
        await current?.plan.figures.forgetOthers()
        return await report()?.findings ?? []
    }

    /// None where the last reading was not sound.
    private func report() async -> ContentChecks.Report? {
        guard !readingDiagnostics.hasErrors, let current else { return nil }
        let task = checking ?? Task.detached { current.inputs.report(today: .today, .everything) }
        checking = task
        return await task.value
    }

    /// The exercises as they stand in lists, but for those that changed.
    private var keptCards: ExerciseCards {
        let changed = (pending ?? []).compactMap { path in path.split(separator: "/").last.flatMap { Slug($0.dropLast(".md".count)) } }
        return current.map { ExerciseCards($0.plan.exerciseCards, without: Set(changed)) } ?? ExerciseCards()
    }

    /// The assets of before, where their files are the same.
    private func bundled(_ inputs: SiteInputs) async throws(AssetBundler.Failure) -> SiteAssets {
        if let current, current.inputs.assets == inputs.assets { return current.assets }
        return try await SiteAssets.bundle(inputs)
    }

    /// Where the page of a slug is; nil before the first sound reading and for an unknown slug.
    package func address(of slug: String) -> SitePath? {
        guard let library = current?.library, let slug = Slug(slug) else { return nil }
        if library.indexOfExercise(slug) != nil { return .exercise(slug) }
        if library.indexOfProgramme(slug) != nil { return .programme(slug) }
        return library.indexOfGuidance(slug).map { _ in .guidance(slug) }
    }

    /// The slug of the page that stands at a site path; nil for any other path.
    private func slug(ofPageAt path: String) -> String? {
        guard let slug = path.split(separator: "/").last.map(String.init), address(of: slug).map({ "/" + $0.text }) == path else {
            return nil
        }
        return slug
    }

    /// What the last sound reading was made from, for a page that has a handout at a site path such as `/exercises/cat-camel/`, with its slug.
    package func handout(ofPageAt path: String) -> (slug: String, inputs: SiteInputs)? {
        guard let current, let slug = slug(ofPageAt: path),
            HandoutRefusal(of: HandoutRequest(slugs: [slug]), in: current.library) == nil
        else { return nil }
        return (slug, current.inputs)
    }

    /// What is wrong in the file of the page at a site path such as `/exercises/cat-camel/`; nil for a page without a file.
    package func findings(ofPageAt path: String) async -> CheckReport? {
        guard let slug = slug(ofPageAt: path) else {
            return nil
        }
        let file = "/\(slug).md"
        func isHere(_ finding: Diagnostic) -> Bool { finding.location?.file.path.hasSuffix(file) ?? false }
        let reading = readingDiagnostics
        let report = await report()
        return CheckReport(
            findings: (reading + (report?.findings ?? [])).inReadingOrder().filter(isHere),
            silenced: (report?.silenced ?? []).filter { isHere($0.finding) }.map { ($0.finding, $0.reason) }, pageCount: 1)
    }

    /// All slugs that have a page.
    package var slugs: [String] {
        guard let library = current?.library else { return [] }
        return (library.exercises.map(\.slug) + library.programmes.map(\.slug) + library.guidance.map(\.slug)).map(\.text).sorted()
    }

    /// The handout of the page at a site path such as `/exercises/cat-camel/`, as it would be printed.
    ///
    /// - Throws: `NoHandout`, or `HandoutProblems` when it cannot be set.
    package func proof(ofPageAt path: String, format: HandoutFormat) async throws -> HandoutProof {
        guard let slug = slug(ofPageAt: path) else {
            throw NoHandout.notThisPage
        }
        if case .missing(let missing) = engine { throw NoHandout.engineMissing(missing.diagnostic) }
        guard let proofs = current?.proofs else { throw NoHandout.notThisPage }
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
        guard let output = current?.plan[path: file] else { return nil }
        if let list = longLists[file] { return (list, MediaType.of(file)) }
        let reading = readings
        let bytes = Data(try await output.bytes())
        // A save may have come meanwhile.
        if output.kind == .page, bytes.count >= Self.longListBytes, reading == readings {
            if longLists.count >= Self.mostLongLists { longLists = [:] }
            longLists[file] = bytes
        }
        return (bytes, MediaType.of(file))
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
