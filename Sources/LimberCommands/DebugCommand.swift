import ArgumentParser
import CommonMark
import ContentLoading
import Diagnostics
import Exercises
import Foundation
import PageRendering

/// `limber debug`: windows into each stage, hidden from help.
struct DebugCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "debug", abstract: "Windows into each stage.", shouldDisplay: false,
        subcommands: [
            DebugMarkdown.self, DebugModel.self, DebugPlan.self, DebugFigures.self, DebugPoses.self, DebugHandouts.self, DebugRules.self,
            DebugReadability.self,
        ])
}

/// Reads CommonMark from standard input and prints HTML, as prose on a page would be rendered without a library around it.
struct DebugMarkdown: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "markdown", abstract: "CommonMark on standard input to HTML.")

    func run() async throws {
        let bytes = try FileHandle.standardInput.readToEnd() ?? Data()
        // Not UTF-8 becomes replacement characters here, as in cmark itself; content files are read strictly.
        let text = String(decoding: bytes, as: UTF8.self)
        let file = SourceFile(path: "standard input", text: text)
        do throws(Diagnostic) {
            let document = try Document(parsing: file, in: SourceRange(0, text.utf8.count))
            Terminal.write(ProseRenderer().render(document.blocks), to: .standardOutput)
        } catch {
            Terminal.report([error])
            throw ExitCode.contentErrors
        }
    }
}

/// Prints the loaded library as Swift values.
struct DebugModel: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "model", abstract: "The loaded library as values.")
    @OptionGroup var library: LibraryOptions
    @Argument(help: "The slug of one page; without it, everything.") var slug: String?

    func run() async throws {
        let root = try library.library()
        let headings = PhrasebookLoading(root: root).phrasebook(language: ContentLoader.language(root: root))
        let content = ContentLoader(root: root, headings: headings.book, includesDrafts: true).load()
        Terminal.report(headings.diagnostics + content.diagnostics)
        guard let loaded = content.library else { throw ExitCode.contentErrors }
        var text = ""
        if let slug {
            for exercise in loaded.exercises where exercise.slug.text == slug { dump(exercise, to: &text) }
            for programme in loaded.programmes where programme.slug.text == slug { dump(programme, to: &text) }
            for guidance in loaded.guidance where guidance.slug.text == slug { dump(guidance, to: &text) }
            guard !text.isEmpty else { throw ValidationError("There is no page “\(slug)”.") }
        } else {
            dump(loaded, to: &text)
        }
        Terminal.say(text)
        if content.diagnostics.hasErrors { throw ExitCode.contentErrors }
    }
}
