import ArgumentParser
import ContentLoading
import Diagnostics
import Exercises
import Foundation
import SiteBuilding

/// Writes the guide to poses from its text, its examples and the library's base poses, with every picture that it shows.
struct DebugPoses: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "poses", abstract: "The guide to poses, with its pictures.",
        discussion: "Its text and its examples are in Documentation/Poses/ beside Content/.")

    @Option(help: ArgumentHelp("The folder that Poses.md and Poses/ go to; made when it is not there.", valueName: "folder"))
    var output: String

    @OptionGroup var library: LibraryOptions

    func run() async throws {
        let root = try library.library()
        let inputs = SiteInputs.load(root: root, includesDrafts: true)
        Terminal.report(inputs.diagnostics.filter { $0.severity == .error })
        guard !inputs.diagnostics.hasErrors, let content = inputs.content.library else { throw ExitCode.contentErrors }
        let template = try file("Documentation/Poses/guide.md", in: root)
        let reading = PoseExamplesReading(basePoses: content.basePoses, person: content.site.person)
        let (examples, problems) = reading.examples(in: try file("Documentation/Poses/examples.yaml", in: root))
        var guide = PoseGuide(
            template: template, examples: examples, basePoses: content.basePoses, origins: inputs.content.poseOrigins,
            person: content.site.person)
        let text = guide.text()
        // An example that cannot be read is also missing where the text shows it.
        let diagnostics = problems.hasErrors ? problems : guide.diagnostics
        Terminal.report(diagnostics.inReadingOrder())
        let folder = URL(fileURLWithPath: output)
        let pictures = folder.appendingPathComponent(PoseGuide.folder)
        try FileManager.default.createDirectory(at: pictures, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: folder.appendingPathComponent("Poses.md"))
        for (name, svg) in guide.pictures { try Data(svg.utf8).write(to: pictures.appendingPathComponent(name + ".svg")) }
        // Written all the same: a picture shows what is wrong with its example.
        guard !diagnostics.hasErrors else { throw ExitCode.contentErrors }
        let bytes = guide.pictures.reduce(0) { $0 + $1.svg.utf8.count }
        Terminal.say("Wrote Poses.md and \(guide.pictures.count) pictures, \((bytes + 512) / 1024) KiB.")
    }

    private func file(_ path: String, in root: String) throws -> SourceFile {
        do throws(Diagnostic) {
            return try FileReading(root: root).read(path).get()
        } catch {
            Terminal.report([error])
            throw ExitCode.contentErrors
        }
    }
}
