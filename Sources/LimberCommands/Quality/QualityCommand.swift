import ArgumentParser
import ContentLoading
import Diagnostics
import Exercises
import Foundation
import Handouts
import QualitySheets
import SiteBuilding

/// `limber quality`: what a machine can say of handouts, item by item.
struct QualityCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quality", abstract: "Say which rules about handouts a machine sees pass or fail, and which need a person.",
        discussion: """
            The rules are those of AHRQ's PEMAT-P and of accessible print and PDF; Documentation/Quality.md says how each is looked at. \
            Machine checks are not a review: a sheet gives no score and no verdict, and a rule that fails is no error of this command.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
        case html
    }

    @Argument(help: "Slugs of exercises and programmes. (default: all that may be handed out, a line each)")
    var slugs: [String] = []

    @Option(help: "How sheets are written: text or json on standard output; html as pages, with --output.")
    var format = Format.text

    @Option(help: ArgumentHelp("The folder for the pages of --format html; made anew as a whole.", valueName: "folder"))
    var output: String?

    @OptionGroup var library: LibraryOptions

    func validate() throws {
        if format == .html, output == nil { throw ValidationError("--format html needs a folder: --output FOLDER.") }
        if format != .html, output != nil { throw ValidationError("--output is for --format html; the others go to standard output.") }
        for (index, slug) in slugs.enumerated() where slugs[..<index].contains(slug) {
            throw ValidationError("`\(slug)` is named twice; name it once.")
        }
    }

    func run() async throws {
        let root = try library.library()
        let folder = try output.map { try QualityFolder($0, library: root) }
        // A draft is looked at when it is named, as it is printed then.
        let inputs = SiteInputs.load(root: root, includesDrafts: !slugs.isEmpty)
        Terminal.report(inputs.diagnostics)
        guard let known = inputs.content.library, !inputs.diagnostics.hasErrors else { throw ExitCode.contentErrors }
        let refused = slugs.flatMap { HandoutRefusal(of: HandoutRequest(slugs: [$0]), in: known)?.diagnostics ?? [] }
        Terminal.report(refused)
        if !refused.isEmpty { throw ExitCode.validationFailure }
        let pages = try qualityPages(inputs)
        let wanted = slugs.isEmpty ? known.exercises.filter(\.mayBeHandedOut).map(\.slug.text) + known.programmes.map(\.slug.text) : slugs
        let sheets = try await sheets(of: wanted, inputs)
        switch format {
        case .text:
            let text = QualityText(phrasebook: inputs.phrasebook)
            Terminal.say(slugs.isEmpty ? text.overview(sheets) : sheets.map(text.sheet).joined(separator: "\n\n"))
        case .json: Terminal.say(try QualityJSON(notice: inputs.phrasebook[QualityPhrase.notice]).text(sheets))
        case .html:
            guard let folder else { return }
            try folder.write(pages.files(for: sheets))
            Terminal.say("Wrote \(sheets.count) sheet\(sheets.count == 1 ? "" : "s") and an index to \(folder.path).")
        }
    }

    /// The pages' templates, checked; what is wrong with them or with their words is said, and ends the command.
    private func qualityPages(_ inputs: SiteInputs) throws -> QualityPages {
        do throws(QualityPages.Problems) {
            return try QualityPages(inputs)
        } catch {
            Terminal.report(error.diagnostics)
            throw ExitCode.contentErrors
        }
    }

    private func sheets(of slugs: [String], _ inputs: SiteInputs) async throws -> [QualitySheet] {
        let reading = QualityReading(inputs: inputs, jobs: ProcessInfo.processInfo.activeProcessorCount)
        do {
            let (sheets, warnings) = try await reading.sheets(of: slugs)
            Terminal.report(warnings)
            return sheets
        } catch let problems as HandoutProblems {
            Terminal.report(problems.diagnostics)
            throw problems.isInternal ? ExitCode.toolFailure : ExitCode.contentErrors
        } catch let refusal as HandoutRefusal {
            Terminal.report(refusal.diagnostics)
            throw ExitCode.contentErrors
        }
    }
}
