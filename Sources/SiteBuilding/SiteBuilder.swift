import AssetBundling
import ContentLoading
package import Diagnostics
package import Exercises
import Foundation
import Handouts
import PageRendering
import SearchIndexing

/// Builds a whole site: reads and checks the inputs, makes the plan, renders it in parallel and puts the result in place.
package struct SiteBuilder: Sendable {
    package struct Options: Sendable {
        /// The library's folder.
        package var root: String
        /// The folder that is replaced by the new site.
        package var output: String
        /// The address of the site; the one of `site.yaml` when nil.
        package var baseURL: BaseURL?
        /// How many outputs are made at the same time, at least 1.
        package var jobs: Int
        package var includesDrafts: Bool

        package init(root: String, output: String, baseURL: BaseURL?, jobs: Int, includesDrafts: Bool) {
            self.root = root
            self.output = output
            self.baseURL = baseURL
            self.jobs = max(1, jobs)
            self.includesDrafts = includesDrafts
        }
    }

    /// What was written.
    package struct Report: Sendable {
        /// The number of files of each kind.
        package let counts: [PlannedOutput.Kind: Int]
        package let byteCount: Int
        package let hasSearchIndex: Bool
        package let duration: Duration
        /// Warnings, in reading order.
        package let diagnostics: [Diagnostic]
    }

    /// Why no site was written; the last good one is as it was.
    package enum Failure: Error {
        /// The content or the templates have errors.
        case refused([Diagnostic])
        /// A tool failed or is missing, and what it was given is not to blame.
        case engine([Diagnostic])
        case notASite(path: String)
        case containsLibrary(path: String)
        case system(path: String, reason: String)
        /// The task was cancelled.
        case cancelled
    }

    private let options: Options
    private let engine: HandoutEngine
    let search: SearchEngine
    private let figures: FigureCache
    private let kept: HandoutCache
    private let cards: CardCache
    /// Called with the number of outputs that are done and of all.
    private let progress: @Sendable (_ done: Int, _ total: Int) -> Void

    package init(
        _ options: Options, handouts engine: HandoutEngine, search: SearchEngine, kept: HandoutCache, cards: CardCache,
        figures: FigureCache,
        progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in }
    ) {
        self.options = options
        self.engine = engine
        self.search = search
        self.figures = figures
        self.kept = kept
        self.cards = cards
        self.progress = progress
    }

    package func build() async throws(Failure) -> Report {
        let start = ContinuousClock.now
        let (plan, assets, warnings) = try await plan()
        let writer = try makeWriter()
        do throws(Failure) {
            let files = try await write(plan, with: writer) + index(writer)
            let byteCount = files.reduce(0) { $0 + $1.byteCount }
            try Self.writeOfflineCopy(of: files, assets, with: writer)
            try commit(writer)
            await plan.figures.forgetOthers()
            // A build without handouts says nothing of which are used.
            if case .typst = engine {
                await kept.forgetOthers()
                await cards.forgetOthers()
            }
            return Report(
                counts: Dictionary(grouping: plan.outputs, by: \.kind).mapValues(\.count), byteCount: byteCount,
                hasSearchIndex: search.isThere, duration: start.duration(to: .now),
                diagnostics: (warnings + plan.diagnostics + search.diagnostics).inReadingOrder())
        } catch {
            writer.abandon()
            throw error
        }
    }

    /// Reads the inputs, of which only what the plan needs stays in memory.
    private func plan() async throws(Failure) -> (SitePlan, SiteAssets, warnings: [Diagnostic]) {
        let inputs = SiteInputs.load(root: options.root, includesDrafts: options.includesDrafts)
        guard !inputs.diagnostics.hasErrors else { throw .refused(inputs.diagnostics) }
        let assets = try await bundle(inputs)
        let address = options.baseURL.map { SiteAddress(baseURL: $0) }
        let plan = SitePlan(
            inputs: inputs, assets: assets, address: address, handouts: engine, kept: kept, cards: cards,
            hasSearchIndex: search.isThere, figures: figures)
        guard let plan else { throw .refused(inputs.diagnostics) }
        return (plan, assets, inputs.diagnostics)
    }

    private func bundle(_ inputs: SiteInputs) async throws(Failure) -> SiteAssets {
        do throws(AssetBundler.Failure) {
            return try await SiteAssets.bundle(inputs)
        } catch {
            switch error {
            case .refused(let diagnostics): throw .refused((inputs.diagnostics + diagnostics).inReadingOrder())
            case .missing(let diagnostic), .system(let diagnostic): throw .engine([diagnostic])
            }
        }
    }

    /// Renders and writes all outputs, `jobs` at a time.
    private func write(_ plan: SitePlan, with writer: SiteWriter) async throws(Failure) -> [WrittenFile] {
        // Pictures first, then handouts: the other outputs wait for them, and would make more at a time than there are jobs.
        let first: [PlannedOutput.Kind] = [.figure, .handout, .card]
        let outputs = first.flatMap { kind in plan.outputs.filter { $0.kind == kind } } + plan.outputs.filter { !first.contains($0.kind) }
        let results = await outputs.concurrentMap(jobs: min(options.jobs, outputs.count), progress: progress) { output in
            Task.isCancelled ? .failure(.cancelled) : await Self.write(output, with: writer)
        }
        // Whatever else failed may have done so because its helper was interrupted too.
        if Task.isCancelled { throw .cancelled }
        var files: [WrittenFile] = []
        var problems: [Diagnostic] = []
        for result in results {
            switch result {
            case .success(let file): files.append(file)
            case .failure(.refused(let diagnostics)): problems += diagnostics
            case .failure(let failure): throw failure
            }
        }
        if !problems.isEmpty { throw .refused(problems.inReadingOrder()) }
        return files
    }

    private static func write(_ output: PlannedOutput, with writer: SiteWriter) async -> Result<WrittenFile, Failure> {
        do {
            let bytes = try await output.bytes()
            try writer.write(bytes, to: output.path)
            return .success(WrittenFile(path: output.path, byteCount: bytes.count, fingerprint: Fingerprint(bytes).description))
        } catch let problem as SiteWriter.Problem {
            return .failure(Failure(problem))
        } catch let problem as HandoutProblems {
            return .failure(problem.isInternal ? .engine(problem.diagnostics) : .refused(problem.diagnostics))
        } catch let refusal as HandoutRefusal {
            return .failure(.refused(refusal.diagnostics))
        } catch {
            return .failure(.system(path: output.path, reason: error.localizedDescription))
        }
    }

    private func makeWriter() throws(Failure) -> SiteWriter {
        do throws(SiteWriter.Problem) {
            return try SiteWriter(output: options.output, root: options.root)
        } catch {
            throw Failure(error)
        }
    }

    private func commit(_ writer: SiteWriter) throws(Failure) {
        do throws(SiteWriter.Problem) {
            try writer.commit()
        } catch {
            throw Failure(error)
        }
    }
}

extension SiteBuilder.Failure {
    init(_ problem: SiteWriter.Problem) {
        switch problem {
        case .notASite(let path): self = .notASite(path: path)
        case .containsLibrary(let path): self = .containsLibrary(path: path)
        case .system(let path, let reason): self = .system(path: path, reason: reason)
        }
    }
}
