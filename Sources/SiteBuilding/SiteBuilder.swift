import AssetBundling
import ContentChecks
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
        /// The version of Limber.
        package var program: String
        /// The library's folder.
        package var root: String
        /// The folder that is replaced by the new site.
        package var output: String
        /// The address of the site; the one of `site.yaml` when nil.
        package var baseURL: BaseURL?
        /// How many outputs are made at the same time, at least 1.
        package var jobs: Int
        package var includesDrafts: Bool
        /// Whether nothing of an earlier build is used.
        package var isClean: Bool

        package init(
            program: String, root: String, output: String, baseURL: BaseURL? = nil, jobs: Int, includesDrafts: Bool = false,
            isClean: Bool = false
        ) {
            self.program = program
            self.root = root
            self.output = output
            self.baseURL = baseURL
            self.jobs = max(1, jobs)
            self.includesDrafts = includesDrafts
            self.isClean = isClean
        }
    }

    /// What there is now.
    package struct Report: Sendable {
        /// The number of files of each kind.
        package let counts: [PlannedOutput.Kind: Int]
        /// How many files are new or other than they were; nil when there was no site before that could have stayed.
        package let changedCount: Int?
        /// How many files the site no longer has.
        package let removedCount: Int
        package let byteCount: Int
        package let hasSearchIndex: Bool
        package let duration: Duration
        /// Warnings, in reading order.
        package let diagnostics: [Diagnostic]
        /// What the site was made with. Whoever ends the process next keeps it until then: to give the memory of a large library back piece by
        /// piece takes as long as a twentieth of its build.
        package let remains: [any Sendable]
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
        let output = try destination()
        let records = BuildRecords(root: options.root, output: output)
        let setting = BuildSetting.name(options, handouts: engine, search: search)
        async let kept = options.isClean ? nil : records.read()
        let files = await InputFiles.read(root: options.root, jobs: options.jobs)
        let record = await kept
        if let record, record.isMade(from: files, setting: setting), await record.isIntact(in: output, jobs: options.jobs) {
            SiteWriter.removeAbandonedStaging(beside: output)
            return report(record, since: start, changed: 0, removed: 0, remains: [record])
        }
        let (plan, assets, warnings) = try await plan()
        let diagnostics = (warnings + plan.diagnostics + search.diagnostics).inReadingOrder()
        let writer = try makeWriter()
        do throws(Failure) {
            let update = SiteUpdate(
                writer: writer, record: record,
                changed: record.flatMap { $0.changedParts(files, setting: setting, frame: plan.frame) })
            let made = try await make(plan, update)
            var new = BuildRecord(
                setting: setting, frame: plan.frame, inputs: files, outputs: [:], wholes: [:],
                diagnostics: diagnostics.map(KeptDiagnostic.init), hasSearchIndex: search.isThere)
            let isUnchanged = update.isEmpty(made) && record.map { wholesStand($0, writer) } ?? false
            let outputs = isUnchanged ? Self.byPath(made) : try await complete(made, plan, update)
            new.outputs = outputs
            // All has been read. It may not be what was hashed: then nobody knows what this site was made from.
            async let filesNow = InputFiles.read(root: options.root, jobs: options.jobs).files
            async let entries = BuildRecord.Entries(outputs)
            if isUnchanged {
                new.wholes = record?.wholes ?? [:]
                writer.abandon()
            } else {
                new.wholes = try await finish(outputs, made, assets, update)
                try commit(writer)
            }
            await forgetUnused(plan, new)
            let encoded = new.encoded(await entries)
            if await filesNow == files.files {
                records.write(encoded)
            } else {
                records.remove()
            }
            return report(
                new, since: start, changed: record.map { old in new.countOfFiles { old[$0]?.content != $1.content } },
                removed: record.map { old in old.countOfFiles { path, _ in new[path] == nil } } ?? 0, remains: [plan, new, made])
        } catch {
            writer.abandon()
            throw error
        }
    }

    /// Removes kept files that no file of the site is made with any more.
    private func forgetUnused(_ plan: SitePlan, _ record: BuildRecord) async {
        await plan.figures.forgetOthers()
        // A build without handouts says nothing of which are used.
        guard case .typst = engine else { return }
        let used = record.outputs.values.reduce(into: Set<String>()) { $0.formUnion($1.kept) }
        await kept.keep(only: used)
        await cards.keep(only: used)
    }

    private func report(
        _ record: BuildRecord, since start: ContinuousClock.Instant, changed: Int?, removed: Int, remains: [any Sendable] = []
    ) -> Report {
        let reading = FileReading(root: options.root)
        var counts: [PlannedOutput.Kind: Int] = [:]
        for output in record.outputs.values { counts[output.kind, default: 0] += 1 }
        return Report(
            counts: counts, changedCount: changed, removedCount: removed,
            byteCount: [record.outputs, record.wholes].reduce(0) { $0 + $1.values.reduce(0) { $0 + Int($1.state.size) } },
            hasSearchIndex: record.hasSearchIndex, duration: start.duration(to: .now),
            diagnostics: record.diagnostics.map { kept in
                kept.diagnostic { path in (try? reading.read(path).get()) ?? SourceFile(path: path, text: "") }
            }, remains: remains)
    }

    /// Reads the inputs, of which only what the plan needs stays in memory.
    private func plan() async throws(Failure) -> (SitePlan, SiteAssets, warnings: [Diagnostic]) {
        let read = SiteInputs.read(root: options.root, includesDrafts: options.includesDrafts)
        // Another program bundles them, which takes a while in which rules can be checked.
        async let bundled = read.diagnostics.hasErrors ? nil : bundle(read)
        let inputs = read.checked(today: .today, .errors)
        guard !inputs.diagnostics.hasErrors, let assets = try await bundled?.get() else { throw .refused(inputs.diagnostics) }
        let address = options.baseURL.map { SiteAddress(baseURL: $0) }
        let plan = SitePlan(
            inputs: inputs, assets: assets, address: address, handouts: engine, kept: kept, cards: cards,
            hasSearchIndex: search.isThere, figures: figures)
        guard let plan else { throw .refused(inputs.diagnostics) }
        return (plan, assets, inputs.diagnostics)
    }

    private func bundle(_ inputs: SiteInputs) async -> Result<SiteAssets, Failure> {
        do throws(AssetBundler.Failure) {
            return .success(try await SiteAssets.bundle(inputs))
        } catch {
            switch error {
            case .refused(let diagnostics): return .failure(.refused((inputs.diagnostics + diagnostics).inReadingOrder()))
            case .missing(let diagnostic), .system(let diagnostic): return .failure(.engine([diagnostic]))
            }
        }
    }

    /// Makes the outputs that are not fresh, `jobs` at a time.
    private func make(_ plan: SitePlan, _ update: SiteUpdate) async throws(Failure) -> [SiteUpdate.Made] {
        let outputs = plan.outputs
        let isFresh = outputs.map(update.isFresh)
        let stale = zip(outputs, isFresh).filter { !$0.1 }.map(\.0)
        let made = try await results(of: stale, progress: progress) { output in try await update.make(output) }
        return zip(outputs, isFresh).filter(\.1).compactMap { update.kept($0.0) } + made
    }

    /// Takes over what stays as it is, and makes again what was lost meanwhile.
    private func complete(
        _ made: [SiteUpdate.Made], _ plan: SitePlan, _ update: SiteUpdate
    ) async throws(Failure) -> [String: BuildRecord.Output] {
        guard made.contains(where: \.isOld) else { return Self.byPath(made) }
        let complete = try await results(of: made) { made in
            if let taken = try update.takeOver(made) { return taken }
            guard let output = plan[path: made.path] else { return made }
            return try await SiteUpdate(writer: update.writer, record: nil, changed: nil).make(output)
        }
        return Self.byPath(complete)
    }

    private static func byPath(_ made: [SiteUpdate.Made]) -> [String: BuildRecord.Output] {
        Dictionary(made.lazy.map { ($0.path, $0.output) }, uniquingKeysWith: { first, _ in first })
    }

    /// What a closure makes of all elements, `jobs` at a time.
    private func results<Element: Sendable, Value: Sendable>(
        of elements: [Element], progress: @escaping @Sendable (_ done: Int, _ total: Int) -> Void = { _, _ in },
        _ make: @escaping @Sendable (Element) async throws -> Value
    ) async throws(Failure) -> [Value] {
        let results = await elements.concurrentMap(jobs: options.jobs, progress: progress) { element -> Result<Value, Failure> in
            guard !Task.isCancelled else { return .failure(.cancelled) }
            do {
                return .success(try await make(element))
            } catch {
                return .failure(Failure(of: error))
            }
        }
        // Whatever else failed may have done so because its helper was interrupted too.
        if Task.isCancelled { throw .cancelled }
        var values: [Value] = []
        var problems: [Diagnostic] = []
        for result in results {
            switch result {
            case .success(let value): values.append(value)
            case .failure(.refused(let diagnostics)): problems += diagnostics
            case .failure(let failure): throw failure
            }
        }
        if !problems.isEmpty { throw .refused(problems.inReadingOrder()) }
        return values
    }

    private func destination() throws(Failure) -> String {
        do throws(SiteWriter.Problem) {
            return try SiteWriter.destination(of: options.output)
        } catch {
            throw Failure(error)
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
    /// Why an output could not be made.
    init(of error: any Error) {
        self =
            switch error {
            case let problem as SiteWriter.Problem: Self(problem)
            case let problem as HandoutProblems: problem.isInternal ? .engine(problem.diagnostics) : .refused(problem.diagnostics)
            case let refusal as HandoutRefusal: .refused(refusal.diagnostics)
            default: .system(path: "a file of the site", reason: error.localizedDescription)
            }
    }

    init(_ problem: SiteWriter.Problem) {
        switch problem {
        case .notASite(let path): self = .notASite(path: path)
        case .containsLibrary(let path): self = .containsLibrary(path: path)
        case .system(let path, let reason): self = .system(path: path, reason: reason)
        }
    }
}
