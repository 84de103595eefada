import ArgumentParser
import ContentLoading
import Diagnostics
import Exercises
import FigureDrawing
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

    @Flag(help: "Show drawn pictures in black, white and greys.")
    var blackAndWhite = false

    @Option(help: "Whom it is for. (default: a line to fill in by hand)")
    var name: String?

    @Option(help: "A few words to the reader.")
    var note: String?

    @Option(
        help: ArgumentHelp(
            "A figure to change, such as bridge:hold=\"10 s\" or cat-camel:repetitions=5; may be given several times.",
            valueName: "slug:key=value"), transform: DoseArgument.init(argument:))
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
        let file = try output.map { try OutputFile($0, example: "bridge.pdf") }
        let inputs = SiteInputs.load(root: root, includesDrafts: true)
        Terminal.report(inputs.diagnostics)
        guard !inputs.diagnostics.hasErrors, let content = inputs.content.library else { throw ExitCode.contentErrors }
        let figures = SiteFigures(
            library: content, phrasebook: inputs.phrasebook, style: blackAndWhite ? .blackAndWhite : .colour,
            cache: FigureCache(program: LimberVersion.text, root: root))
        let document = try document(
            HandoutComposer(
                library: content, phrasebook: inputs.phrasebook, baseURL: content.site.baseURL, drawings: await figures.drawings(for: slugs)
            ))
        let pdf = try await compile(document, root: root)
        Terminal.report(pdf.warnings)
        let usual = "\(slugs.count == 1 ? slugs[0] : "handout")-\(paper.rawValue).pdf"
        let path = output ?? usual
        try (file ?? OutputFile(usual, example: "bridge.pdf")).write(Data(pdf.bytes))
        Terminal.say("Wrote \(path), \(pdf.pageCount) page\(pdf.pageCount == 1 ? "" : "s").")
        if open { Browser.open(path) }
    }

    private func document(_ composer: HandoutComposer) throws -> HandoutDocument {
        var changes: [String: DoseChange] = [:]
        var changed: Set<String> = []
        for argument in dose {
            let name = "\(argument.slug):\(argument.field.name)"
            guard changed.insert(name).inserted else { throw ValidationError("--dose changes \(name) twice; keep one of them.") }
            _ = changes[argument.slug, default: DoseChange()].set(argument.field, to: argument.figure)
        }
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
                return try await engine.compile(document, format: HandoutFormat(paper: paper, isBlackAndWhite: blackAndWhite))
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

/// `SLUG:key=value`: a figure of one exercise's dose, as it is typed.
struct DoseArgument {
    let slug: String
    let field: DoseField
    let figure: DoseFigure

    init(argument: String) throws {
        let parts = argument.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, let equals = parts[1].firstIndex(of: "=") else {
            throw ValidationError("expected SLUG:key=value, such as bridge:hold=\"10 s\"")
        }
        let key = String(parts[1][..<equals])
        guard let field = DoseField(key) else {
            let names = DoseField.plain.map(\.name)
            let suggestion = Suggestion.fix(for: key, among: names)?.replacement.map { "; did you mean `\($0)`?" } ?? ""
            throw ValidationError("`\(key)` is not one of: \(names.joined(separator: ", ")), hold.PHASE\(suggestion)")
        }
        let value = String(parts[1][parts[1].index(after: equals)...])
        do throws(QuantityNotation.Problem) {
            figure = field.isTime ? .time(try QuantityNotation.time(value)) : .count(try QuantityNotation.count(value))
        } catch {
            throw ValidationError(Self.sentence(for: error, value, field))
        }
        slug = parts[0]
        self.field = field
    }

    private static func sentence(for problem: QuantityNotation.Problem, _ value: String, _ field: DoseField) -> String {
        let expected =
            field.isTime
            ? "expected a length of time, such as `10 s`, `10–20 s`, `about 30 s` or `a few seconds`"
            : "expected a count, such as `3`, `2–3`, `at least 3` or `up to 30`"
        let reason =
            switch problem {
            case .missingUnit: "`\(value)` has no unit"
            case .unknownUnit(let unit): "`\(unit)` is not a unit of time"
            case .unexpectedUnit(let unit): "a count has no unit, so `\(unit)` cannot follow it"
            case .emptyRange(let low, let high): "the range goes from \(low) to \(high)"
            case .outOfBounds(let figure): "`\(figure)` is out of bounds"
            case .empty, .notAQuantity, .leadingZero: "`\(field.name)` cannot be `\(value)`"
            }
        return "\(reason); \(expected)"
    }
}
