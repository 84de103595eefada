import ArgumentParser
import Diagnostics
import Foundation
import SiteBuilding

/// `limber check`: every content rule, with file, line and column.
struct CheckCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "check", abstract: "Check the content and the templates.")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
        case github
    }

    @Option(help: "How findings are written: text on standard error; json or github on standard output.")
    var format = Format.text

    @Flag(help: "Take warnings as errors.")
    var strict = false

    @OptionGroup var library: LibraryOptions

    func run() async throws {
        let root = try library.library()
        // Drafts are checked too: a draft is what an author works on.
        let inputs = SiteInputs.load(root: root, includesDrafts: true)
        let found = inputs.diagnostics
        switch format {
        case .text:
            Terminal.report(found)
            if found.isEmpty { Terminal.say("No problems found in \(inputs.pageCount) pages.") }
        case .json: Terminal.say(JSONPrinter().print(found))
        case .github: Terminal.write(GitHubPrinter().print(found), to: .standardOutput)
        }
        if found.hasErrors || (strict && !found.isEmpty) { throw ExitCode.contentErrors }
    }
}
