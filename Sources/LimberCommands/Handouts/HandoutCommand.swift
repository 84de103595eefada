import ArgumentParser
import ContentLoading
import Diagnostics
import Exercises
import FigureDrawing
import Foundation
import Handouts
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

    @Flag(help: "Open the PDF.")
    var open = false

    @OptionGroup var library: LibraryOptions

    func run() async throws {
        let root = try library.library()
        let file = try output.map { try OutputFile($0, example: "bridge.pdf") }
        let inputs = SiteInputs.load(root: root, includesDrafts: true)
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
        let pdf = try await compile(try composer.document(order.request), format: order.format, root: root)
        Terminal.report(pdf.warnings)
        let path = output ?? order.fileName
        try (file ?? OutputFile(path, example: "bridge.pdf")).write(Data(pdf.bytes))
        Terminal.say("Wrote \(path), \(pdf.pageCount) page\(pdf.pageCount == 1 ? "" : "s").")
        if open { Browser.open(path) }
    }

    private func compile(_ document: HandoutDocument, format: HandoutFormat, root: String) async throws -> HandoutPDF {
        switch await HandoutEngine.find(root: root) {
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
