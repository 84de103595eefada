import ArgumentParser
import ContentLoading
import Diagnostics
import Exercises
import FigureDrawing
import Foundation
import SiteBuilding

/// `limber figure`: one drawn picture as SVG.
struct FigureCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "figure", abstract: "Draw one picture of an exercise as SVG.",
        discussion: "The picture goes to standard output, or into a file with --output.")

    @Argument(help: "The slug of the exercise, such as cat-camel.")
    var slug: String

    @Option(help: "The pose, by its name in the exercise's file. (default: the cover)")
    var pose: String?

    @Option(help: ArgumentHelp("Where the SVG goes. (default: standard output)", valueName: "file"))
    var output: String?

    @Flag(help: "Draw in black, white and greys.")
    var blackAndWhite = false

    @OptionGroup var library: LibraryOptions

    func run() async throws {
        let root = try library.library()
        let file = try output.map { try OutputFile($0, example: "\(slug).svg") }
        let inputs = SiteInputs.load(root: root, includesDrafts: true)
        Terminal.report(inputs.diagnostics)
        guard !inputs.diagnostics.hasErrors, let content = inputs.content.library else { throw ExitCode.contentErrors }
        let (exercise, picture) = try picture(in: content)
        let figures = SiteFigures(
            library: content, phrasebook: inputs.phrasebook, style: blackAndWhite ? .blackAndWhite : .colour,
            cache: FigureCache(program: LimberVersion.text, root: nil))
        guard let figure = await figures.figure(picture, of: exercise) else { throw ExitCode.toolFailure }
        let text = figure.svg.hasSuffix("\n") ? figure.svg : figure.svg + "\n"
        guard let file else { return Terminal.write(text, to: .standardOutput) }
        try file.write(Data(text.utf8))
        Terminal.say("Wrote \(file.path), \(figure.width) by \(figure.height) units.")
    }

    private func picture(in library: Library) throws -> (Exercise, FigurePicture) {
        guard let exercise = Slug(slug).flatMap(library.exercise) else {
            let known = library.exercises.filter { $0.figures != nil }.map(\.slug.text)
            throw refusal("unknown-slug", "there is no exercise `\(slug)`", fix: Suggestion.fix(for: slug, among: known))
        }
        guard let figures = exercise.figures else {
            let reason = exercise.mayBeHandedOut ? "its file has no poses under `figures`" : "it is explained, not taught"
            throw refusal("no-figures", "`\(slug)` (\(exercise.title)) has no drawn pictures: \(reason)")
        }
        guard let pose else { return (exercise, .pose(figures.cover)) }
        let names = figures.poses.map(\.name)
        guard names.contains(pose) else {
            throw refusal(
                "unknown-pose", "`\(slug)` has no pose `\(pose)`", notes: ["its poses are: \(names.joined(separator: ", "))"],
                fix: Suggestion.fix(for: pose, among: names))
        }
        return (exercise, .pose(pose))
    }

    /// Says why there is no such picture; the exit status.
    private func refusal(_ id: String, _ message: String, notes: [String] = [], fix: Fix? = nil) -> ExitCode {
        Terminal.report([Diagnostic(id, message, at: nil, notes: notes, fix: fix)])
        return .validationFailure
    }
}
