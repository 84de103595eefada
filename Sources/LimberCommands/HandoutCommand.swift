import ArgumentParser
import ContentLoading
import Diagnostics
import Exercises
import Foundation
import Handouts
import SiteBuilding

extension Paper: ExpressibleByArgument {}

/// `limber handout`: one PDF of an exercise, a programme or a hand-picked list.
struct HandoutCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "handout", abstract: "Make one PDF of an exercise, a programme or a list of exercises.",
        discussion: "What you type here goes into that PDF and nowhere else.")

    @Argument(help: "Slugs of exercises in the order of the handout, or of one programme.")
    var slugs: [String]

    @Option(help: "The paper: a4 or letter.")
    var paper = Paper.a4

    @Option(help: "Whom it is for. (default: a line to fill in by hand)")
    var name: String?

    @Option(help: "A few words to the reader.")
    var note: String?

    @Option(
        help: ArgumentHelp(
            "A figure to change, such as bridge:hold=\"10 s\" or cat-camel:repetitions=5; may be given several times.",
            valueName: "slug:key=value"))
    var dose: [DoseArgument] = []

    @Option(help: "The weeks of the grid to tick, 1 to 12.")
    var weeks = 4

    @Option(help: ArgumentHelp("Where the PDF goes. (default: the slug and the paper, here)", valueName: "file"))
    var output: String?

    @Flag(help: "Open the PDF.")
    var open = false

    @OptionGroup var library: LibraryOptions

    func run() async throws {
        let root = try library.library()
        let inputs = SiteInputs.load(root: root, includesDrafts: true)
        Terminal.report(inputs.diagnostics)
        guard !inputs.diagnostics.hasErrors, let content = inputs.content.library else { throw ExitCode.contentErrors }
        let document = try document(HandoutComposer(library: content, phrasebook: inputs.phrasebook, baseURL: content.site.baseURL))
        let pdf = try await compile(document, root: root)
        Terminal.report(pdf.warnings)
        let path = output ?? "\(slugs.count == 1 ? slugs[0] : "handout")-\(paper.rawValue).pdf"
        do {
            try Data(pdf.bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            Terminal.complain("error: \(path) cannot be written: \(error.localizedDescription)")
            throw ExitCode.toolFailure
        }
        Terminal.say("Wrote \(path), \(pdf.pageCount) page\(pdf.pageCount == 1 ? "" : "s").")
        if open { Browser.open(path) }
    }

    private func document(_ composer: HandoutComposer) throws -> HandoutDocument {
        var changes: [String: DoseChange] = [:]
        for argument in dose { _ = changes[argument.slug, default: DoseChange()].set(argument.field, to: argument.figure) }
        do throws(HandoutRefusal) {
            return try composer.document(
                HandoutRequest(slugs: slugs, doseChanges: changes, preparedFor: name, note: note, weeks: weeks))
        } catch {
            Terminal.report(error.diagnostics)
            throw ExitCode.validationFailure
        }
    }

    private func compile(_ document: HandoutDocument, root: String) async throws -> HandoutPDF {
        switch await HandoutEngine.find(root: root) {
        case .typst(let engine):
            do throws(HandoutProblems) {
                return try await engine.compile(document, paper: paper)
            } catch {
                Terminal.report(error.diagnostics)
                throw error.isInternal ? ExitCode.toolFailure : ExitCode.contentErrors
            }
        case .missing(let missing):
            Terminal.complain(TextPrinter().print(missing.diagnostic))
        case .leftOut:
            break
        }
        throw ExitCode.toolFailure
    }
}

/// `SLUG:key=value`: a figure of one exercise's dose, as it is typed.
struct DoseArgument: ExpressibleByArgument {
    let slug: String
    let field: DoseField
    let figure: DoseFigure

    init?(argument: String) {
        let parts = argument.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, let equals = parts[1].firstIndex(of: "="), let field = DoseField(String(parts[1][..<equals])) else {
            return nil
        }
        let value = String(parts[1][parts[1].index(after: equals)...])
        let figure: DoseFigure?
        if field.isTime {
            figure = (try? QuantityNotation.time(value)).map(DoseFigure.time)
        } else {
            figure = (try? QuantityNotation.count(value)).map(DoseFigure.count)
        }
        guard let figure else { return nil }
        slug = parts[0]
        self.field = field
        self.figure = figure
    }
}
