import ArgumentParser
import ContentLoading
import Diagnostics
import Exercises
import FigureDrawing
import Foundation
import Handouts
import Printing
import SiteBuilding

/// `limber handout`: one PDF of an exercise, a programme, a hand-picked list or a saved selection.
struct HandoutCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "handout", abstract: "Make one PDF of an exercise, a programme or a list of exercises.",
        discussion: """
            What you type here, or keep in a selection, goes into that PDF and nowhere else.

            limber handout cat-camel bridge --name "A. Patient" --dose bridge:hold=10s --weeks 4
            limber handout --selection sets/after-birth.yaml --large-print --print
            """)

    @OptionGroup var content: HandoutContentOptions
    @OptionGroup var layout: HandoutLayoutOptions

    @Option(
        help: ArgumentHelp(
            "Where the PDF goes. (default: a file here, named by the slug and the paper)", valueName: "file"))
    var output: String?

    @Option(
        name: .customLong("print"), defaultAsFlag: "", parsing: .next,
        help: ArgumentHelp(
            "Print it; without a name on the printer that is set as the one to use. No PDF stays here unless --output or --open says so.",
            valueName: "printer"))
    var printer: String?

    @Flag(help: "Open the PDF.")
    var open = false

    @OptionGroup var library: LibraryOptions

    func run() async throws {
        let root = try library.library()
        let file = try output.map { try OutputFile($0, example: "bridge.pdf") }
        // The engine starts while the library is read.
        let engine = Task {
            let engine = await HandoutEngine.find(root: root)
            if case .typst(let typst) = engine { await typst.prepare() }
            return engine
        }
        let inputs = SiteInputs.load(root: root, includesDrafts: true)
        let queues = try await queues()
        let order = HandoutOrder(content: content, layout: layout)
        let problems = order.problems(in: inputs.diagnostics.hasErrors ? nil : inputs.content.library)
        Terminal.report(inputs.diagnostics + problems)
        guard let known = inputs.content.library, !inputs.diagnostics.hasErrors, !problems.hasErrors else {
            // What was typed is wrong usage; what stands in a file is content.
            let isTyped = !inputs.diagnostics.hasErrors && problems.allSatisfy { $0.location == nil }
            throw isTyped ? ExitCode.validationFailure : ExitCode.contentErrors
        }
        let figures = SiteFigures(
            library: known, phrasebook: inputs.phrasebook, style: order.format.isBlackAndWhite ? .blackAndWhite : .colour,
            cache: FigureCache(program: LimberVersion.text, root: root))
        let composer = HandoutComposer(
            library: known, phrasebook: inputs.phrasebook, baseURL: known.site.baseURL,
            drawings: await figures.drawings(for: order.request.slugs))
        let pdf = try await compile(try composer.document(order.request), format: order.format, with: await engine.value)
        Terminal.report(pdf.warnings)
        if queues == nil || output != nil || open {
            let path = output ?? order.fileName
            try (file ?? OutputFile(path, example: "bridge.pdf")).write(Data(pdf.bytes))
            Terminal.say("Wrote \(path), \(Self.pages(pdf)).")
            if open { Browser.open(path) }
        }
        if let queues { try await print(pdf, order, title: order.publicTitle(in: known, inputs.phrasebook), to: queues) }
    }

    private static func pages(_ pdf: HandoutPDF) -> String {
        "\(pdf.pageCount) page\(pdf.pageCount == 1 ? "" : "s")"
    }

    /// The printers, where something is to be printed; a printer that does not exist is said before any work.
    private func queues() async throws -> PrintQueues? {
        guard let printer else { return nil }
        do throws(Diagnostic) {
            return try await PrintQueues(printer: printer.isEmpty ? nil : printer)
        } catch {
            Terminal.report([error])
            throw ExitCode.toolFailure
        }
    }

    private func print(_ pdf: HandoutPDF, _ order: HandoutOrder, title: String, to queues: PrintQueues) async throws {
        let paper = order.format.paper == .a4 ? "A4" : "Letter"
        do throws(Diagnostic) {
            let job = try await queues.print(PrintQueues.Document(bytes: pdf.bytes, title: title, paper: paper))
            Terminal.say("Sent \(Self.pages(pdf)) to be printed\(job.map { " as job \($0)" } ?? "").")
        } catch {
            Terminal.report([error])
            throw ExitCode.toolFailure
        }
    }

    private func compile(_ document: HandoutDocument, format: HandoutFormat, with engine: HandoutEngine) async throws -> HandoutPDF {
        switch engine {
        case .typst(let engine):
            do throws(HandoutProblems) {
                return try await engine.compile(document, format: format)
            } catch {
                Terminal.report(error.diagnostics)
                throw error.isInternal ? ExitCode.toolFailure : ExitCode.contentErrors
            }
        case .missing(let missing):
            let found = missing.diagnostic
            Terminal.report([
                Diagnostic(
                    found.id, .error, "there is no handout, because no Python with Typst was found", at: nil, notes: found.notes,
                    fix: found.fix)
            ])
        case .leftOut:
            break
        }
        throw ExitCode.toolFailure
    }
}
