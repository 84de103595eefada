import Diagnostics
import Foundation

/// Sets handouts with Typst, in long-lived worker processes that are started when they are needed and restarted once if they fail.
package actor TypstEngine {
    /// The version that the templates are written for.
    package static let version = "0.15.0"
    /// Where a library keeps its template and its fonts.
    package static let template = "Templates/Handout/handout.typ"
    package static let fonts = "Templates/Handout/Fonts"

    /// The interpreter that runs the worker.
    package nonisolated let python: String
    private let root: String
    /// The version of Typst that it runs.
    package nonisolated let typstVersion: String
    private let script: String
    private let timeLimit: Duration
    private var slots: [Slot]
    private var lastID = 0
    /// What all workers have taken so far.
    package private(set) var expense = Expense()

    /// What workers take of the computer.
    package struct Expense: Hashable, Sendable {
        /// The processor's seconds of all of them, as they said in their last answers.
        package fileprivate(set) var processorSeconds = 0.0
        /// The most bytes of memory that one of them had after an answer.
        package fileprivate(set) var mostMemory = 0
    }

    /// A place for a worker process, how many handouts wait for it, and the processor's seconds that it has taken.
    private struct Slot {
        var worker: TypstWorker?
        var waiting = 0
        var processorSeconds = 0.0
    }

    /// - Parameters:
    ///   - python: A Python that can import Typst; see `find(root:)`.
    ///   - root: The library's folder.
    ///   - typstVersion: The version of Typst that it has.
    ///   - workers: How many handouts are set at a time, at least 1; each worker is a process of its own.
    ///   - timeLimit: How long one handout may take before its template is taken to hang.
    package init(
        python: String, root: String, typstVersion: String = TypstEngine.version, workers: Int = 1, timeLimit: Duration = .seconds(20)
    ) {
        self.init(
            python: python, root: root, typstVersion: typstVersion,
            script: String(decoding: PackageResources.typst_worker_py, as: UTF8.self), workers: workers, timeLimit: timeLimit)
    }

    init(
        python: String, root: String, typstVersion: String = TypstEngine.version, script: String, workers: Int = 1, timeLimit: Duration
    ) {
        self.python = python
        self.typstVersion = typstVersion
        slots = Array(repeating: Slot(), count: max(1, workers))
        // Typst resolves no links in its root, so a linked folder would not hold its own template.
        self.root = URL(fileURLWithPath: root).resolvingSymlinksInPath().path
        self.script = script
        self.timeLimit = timeLimit
    }

    /// Sets a document. May be called for many documents at once. The same document in the same format always gives the same bytes.
    package func compile(_ document: HandoutDocument, format: HandoutFormat) async throws(HandoutProblems) -> HandoutPDF {
        try await compile(HandoutInput(document, format: format))
    }

    /// Shows a document's pages as pictures, one PNG a page; 110 pixels an inch make an A4 page 910 pixels wide. What only a PDF can have
    /// wrong, such as a picture without a description, is not found here.
    package func pictures(
        of document: HandoutDocument, format: HandoutFormat, pixelsPerInch: Double = 110
    ) async throws(HandoutProblems) -> [[UInt8]] {
        try await pictures(
            template: Self.template, files: try HandoutInput(document, format: format).files, pixelsPerInch: pixelsPerInch)
    }

    /// The pages of any template of the library as PNGs, at least one. `files` are what it reads, by name.
    func pictures(
        template: String, files: [String: String], pixelsPerInch: Double
    ) async throws(HandoutProblems) -> [[UInt8]] {
        let answer = try await answer(template: template, files: files, as: .pictures(pixelsPerInch: pixelsPerInch))
        try throwFailure(of: answer)
        let pages = (answer.pages ?? []).compactMap { Data(base64Encoded: $0).map { [UInt8]($0) } }
        guard !pages.isEmpty, pages.count == answer.pages?.count else { throw Self.incomplete("pictures") }
        return pages
    }

    /// Sets what a document was made into.
    package func compile(_ input: HandoutInput) async throws(HandoutProblems) -> HandoutPDF {
        try read(await answer(template: Self.template, files: input.files, as: .pdf(standard: "ua-1")))
    }

    /// Starts a worker and has it read the fonts, for a handout that will be asked for soon.
    package func prepare() async {
        await worker(in: 0).prepare(TypstPreparation(root: root, fonts: Self.fonts))
    }

    /// Ends the worker processes; the next handout starts a new one.
    package func stop() async {
        for index in slots.indices {
            await slots[index].worker?.stop()
            slots[index].worker = nil
        }
    }

    /// Asks the worker that has least to do, and a fresh one once more when the first dies. A handout that takes too long is not tried
    /// again: its template would take as long once more.
    private func answer(
        template: String, files: [String: String], as form: TypstRequest.Form
    ) async throws(HandoutProblems) -> TypstAnswer {
        var end: TypstWorkerEnd?
        let index = slots.indices.min { slots[$0].waiting < slots[$1].waiting } ?? 0
        slots[index].waiting += 1
        defer { slots[index].waiting -= 1 }
        for _ in 1...2 {
            let worker = worker(in: index)
            lastID += 1
            let request = TypstRequest(
                id: lastID, root: root, template: template, fonts: Self.fonts, files: files, form: form)
            do {
                let answer = try await worker.ask(request)
                if slots[index].worker === worker { note(answer, from: index) }
                if (answer.memory ?? 0) > Self.memoryLimit { await retire(worker, in: index) }
                return answer
            } catch let reason as TypstWorkerEnd {
                end = reason
                if slots[index].worker === worker { slots[index].worker = nil }
                if case .silent(let limit) = reason.cause { throw Self.tooLong(limit) }
            } catch {
                throw HandoutProblems(diagnostics: [Diagnostic("handout-engine", "\(error)", at: nil)], isInternal: true)
            }
        }
        throw HandoutProblems(diagnostics: [diagnostic(of: end)], isInternal: true)
    }

    private func note(_ answer: TypstAnswer, from index: Int) {
        let seconds = answer.processor ?? 0
        expense.processorSeconds += max(0, seconds - slots[index].processorSeconds)
        slots[index].processorSeconds = max(seconds, slots[index].processorSeconds)
        expense.mostMemory = max(expense.mostMemory, answer.memory ?? 0)
    }

    /// Typst keeps what it laid out for later, and gives none of it back: a worker that has grown to this many bytes makes room for a
    /// fresh one, which costs a fraction of a second.
    private static let memoryLimit = 180_000_000

    /// Ends a worker, unless others still wait for it: the last of them does.
    private func retire(_ worker: TypstWorker, in index: Int) async {
        guard slots[index].worker === worker, slots[index].waiting == 1 else { return }
        slots[index].worker = nil
        await worker.stop()
    }

    private func worker(in index: Int) -> TypstWorker {
        if let worker = slots[index].worker { return worker }
        let new = TypstWorker(python: python, folder: root, script: script, silenceLimit: timeLimit)
        slots[index].worker = new
        slots[index].processorSeconds = 0
        return new
    }

    private static func tooLong(_ limit: Duration) -> HandoutProblems {
        HandoutProblems(
            diagnostics: [
                Diagnostic(
                    "handout-time-limit", "setting a handout took longer than \(limit.components.seconds) seconds, so it was stopped",
                    at: nil, fix: Fix("look for a loop that does not end in \(template) and what it imports"))
            ], isInternal: false)
    }

    private func read(_ answer: TypstAnswer) throws(HandoutProblems) -> HandoutPDF {
        try throwFailure(of: answer)
        guard let pdf = answer.pdf.flatMap({ Data(base64Encoded: $0) }) else { throw Self.incomplete("a PDF") }
        let reading = TypstDiagnostics(root: root)
        return HandoutPDF(bytes: [UInt8](pdf), warnings: (answer.warnings ?? []).flatMap { reading.diagnostics(of: $0, .warning) })
    }

    private func throwFailure(of answer: TypstAnswer) throws(HandoutProblems) {
        guard let failure = answer.failure else { return }
        throw HandoutProblems(diagnostics: TypstDiagnostics(root: root).diagnostics(of: failure, .error), isInternal: false)
    }

    private static func incomplete(_ missing: String) -> HandoutProblems {
        HandoutProblems(
            diagnostics: [Diagnostic("handout-engine", "the handout engine gave an answer without \(missing)", at: nil)], isInternal: true)
    }

    private func diagnostic(of end: TypstWorkerEnd?) -> Diagnostic {
        let message =
            switch end?.cause {
            case .couldNotStart(let reason): "the handout engine could not be started: \(reason)"
            case .died(let status): "the handout engine stopped twice without an answer (\(status))"
            case .silent, nil: "the handout engine gave no answer"
            }
        let lines = end?.standardError.split(separator: "\n").suffix(8).map(String.init) ?? []
        return Diagnostic("handout-engine", message, at: nil, notes: ["it runs in \(python)"] + lines)
    }
}
