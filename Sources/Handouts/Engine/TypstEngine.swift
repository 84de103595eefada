import Diagnostics
import Foundation

/// Sets handouts with Typst, in one long-lived worker process that is started when it is first needed and restarted once if it fails.
package actor TypstEngine {
    /// The version that the templates are written for.
    package static let version = "0.15.0"
    /// Where a library keeps its template and its fonts.
    package static let template = "Templates/Handout/handout.typ"
    package static let fonts = "Templates/Handout/Fonts"

    /// The interpreter that runs the worker.
    package nonisolated let python: String
    private let root: String
    private let script: String
    private let silenceLimit: Duration
    private var worker: TypstWorker?
    private var lastID = 0

    /// - Parameters:
    ///   - python: A Python that can import Typst; see `find(root:)`.
    ///   - root: The library's folder.
    ///   - silenceLimit: How long the engine may give no answer before it is taken to hang.
    package init(python: String, root: String, silenceLimit: Duration = .seconds(60)) {
        self.init(
            python: python, root: root, script: String(decoding: PackageResources.typst_worker_py, as: UTF8.self),
            silenceLimit: silenceLimit)
    }

    init(python: String, root: String, script: String, silenceLimit: Duration) {
        self.python = python
        // Typst resolves no links in its root, so a linked folder would not hold its own template.
        self.root = URL(fileURLWithPath: root).resolvingSymlinksInPath().path
        self.script = script
        self.silenceLimit = silenceLimit
    }

    /// Sets a document. May be called for many documents at once. The same document in the same format always gives the same bytes.
    package func compile(_ document: HandoutDocument, format: HandoutFormat) async throws(HandoutProblems) -> HandoutPDF {
        try read(await answer(inputs: try inputs(of: document, format), as: .pdf(standard: "ua-1")))
    }

    /// Shows a document's pages as pictures, one PNG a page; 110 pixels an inch make an A4 page 910 pixels wide. What only a PDF can have
    /// wrong, such as a picture without a description, is not found here.
    package func pictures(
        of document: HandoutDocument, format: HandoutFormat, pixelsPerInch: Double = 110
    ) async throws(HandoutProblems) -> [[UInt8]] {
        let answer = try await answer(inputs: try inputs(of: document, format), as: .pictures(pixelsPerInch: pixelsPerInch))
        try throwFailure(of: answer)
        let pages = (answer.pages ?? []).compactMap { Data(base64Encoded: $0).map { [UInt8]($0) } }
        guard !pages.isEmpty, pages.count == answer.pages?.count else { throw Self.incomplete("pictures") }
        return pages
    }

    private func inputs(of document: HandoutDocument, _ format: HandoutFormat) throws(HandoutProblems) -> [String: String] {
        let data: String
        do {
            data = try document.json()
        } catch {
            throw HandoutProblems(
                diagnostics: [Diagnostic("handout-data", "the handout has no form as data: \(error)", at: nil)], isInternal: true)
        }
        return format.inputs.merging(["data": data]) { $1 }
    }

    /// Ends the worker process; the next handout starts a new one.
    package func stop() async {
        await worker?.stop()
        worker = nil
    }

    /// Asks the worker, and a fresh one once more when the first ends without an answer.
    private func answer(inputs: [String: String], as form: TypstRequest.Form) async throws(HandoutProblems) -> TypstAnswer {
        var end: TypstWorkerEnd?
        for _ in 1...2 {
            let worker = currentWorker()
            lastID += 1
            let request = TypstRequest(
                id: lastID, root: root, template: Self.template, fonts: Self.fonts, inputs: inputs, form: form)
            do {
                return try await worker.ask(request)
            } catch let reason as TypstWorkerEnd {
                end = reason
                if self.worker === worker { self.worker = nil }
            } catch {
                throw HandoutProblems(diagnostics: [Diagnostic("handout-engine", "\(error)", at: nil)], isInternal: true)
            }
        }
        throw HandoutProblems(diagnostics: [diagnostic(of: end)], isInternal: true)
    }

    private func currentWorker() -> TypstWorker {
        if let worker { return worker }
        let new = TypstWorker(python: python, folder: root, script: script, silenceLimit: silenceLimit)
        worker = new
        return new
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
            case .silent(let limit): "the handout engine gave no answer for \(limit.components.seconds) seconds, twice"
            case nil: "the handout engine gave no answer"
            }
        let lines = end?.standardError.split(separator: "\n").suffix(8).map(String.init) ?? []
        return Diagnostic("handout-engine", message, at: nil, notes: ["it runs in \(python)"] + lines)
    }
}
