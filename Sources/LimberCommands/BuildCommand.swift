import ArgumentParser
import Diagnostics
import Exercises
import Foundation
import SiteBuilding

/// `limber build`: the whole site.
struct BuildCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "build", abstract: "Build the website and its handouts.",
        discussion: "The last good site stays until the new one is whole. A folder that Limber did not make is never replaced.")

    @OptionGroup var library: LibraryOptions

    @Option(help: ArgumentHelp("Where the site goes. (default: _site in the library's folder)", valueName: "folder"))
    var output: String?

    @Option(help: ArgumentHelp("The address of the site, for absolute links; it may have a path.", valueName: "url"))
    var baseURL: String?

    @Option(help: ArgumentHelp("How many files are made at the same time. (default: one for each processor)", valueName: "number"))
    var jobs: Int?

    @Flag(help: "Build drafts too.")
    var drafts = false

    @Flag(name: .customLong("no-handouts"), help: "Leave out the PDF handouts.")
    var noHandouts = false

    @Flag(name: .customLong("no-search"), help: "Leave out the search index; the search then finds only names and summaries of exercises.")
    var noSearch = false

    @Flag(help: "Make every file, picture and handout again, instead of using those of an earlier build.")
    var clean = false

    func validate() throws {
        if let jobs, jobs < 1 { throw ValidationError("--jobs must be at least 1.") }
        if let baseURL, BaseURL(baseURL) == nil {
            throw ValidationError("“\(baseURL)” is not the address of a site; expected one such as https://example.org/back/.")
        }
    }

    func run() async throws {
        let root = try library.library()
        let options = SiteBuilder.Options(
            program: LimberVersion.text, root: root, output: output.map { URL(fileURLWithPath: $0).path } ?? root + "/_site",
            baseURL: baseURL.flatMap { BaseURL($0) },
            jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount, includesDrafts: drafts, isClean: clean)
        let engine = noHandouts ? HandoutEngine.leftOut : await HandoutEngine.find(root: root, workers: min(options.jobs, 2))
        let search = noSearch ? SearchEngine.leftOut : .find(root: root)
        let kept = HandoutCache(program: LimberVersion.text, root: root, usesEarlier: !clean)
        let cards = CardCache(program: LimberVersion.text, root: root, usesEarlier: !clean)
        let figures = FigureCache(program: LimberVersion.text, root: root, usesEarlier: !clean)
        let progress = ProgressLine()
        do throws(SiteBuilder.Failure) {
            let builder = SiteBuilder(
                options, handouts: engine, search: search, kept: kept, cards: cards, figures: figures,
                progress: { progress.show($0, of: $1) })
            let report = try await Interruption.cancelling { () async throws(SiteBuilder.Failure) in try await builder.build() }
            progress.clear()
            Terminal.report(report.diagnostics)
            Terminal.say(Self.summary(report, output: options.output))
            ProcessEnd.keep(report)
        } catch {
            progress.clear()
            throw Self.exit(for: error)
        }
    }

    /// Says why no site was written; the exit status.
    static func exit(for failure: SiteBuilder.Failure) -> ExitCode {
        switch failure {
        case .refused(let diagnostics):
            Terminal.report(diagnostics)
            return .contentErrors
        case .engine(let diagnostics):
            Terminal.report(diagnostics)
            return .toolFailure
        case .notASite(let path):
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue else {
                Terminal.complain("error: \(path) is not a folder, so no site can be written there; choose another --output")
                return .validationFailure
            }
            Terminal.complain(
                "error: \(path) holds files that Limber did not make, so it is not replaced; empty it, or choose another --output")
            return .validationFailure
        case .containsLibrary(let path):
            Terminal.complain("error: the site cannot be written to \(path), which holds the library itself; choose another --output")
            return .validationFailure
        case .system(let path, let reason):
            Terminal.complain("error: \(path) cannot be written: \(reason)")
            return .toolFailure
        case .cancelled:
            Terminal.complain("Interrupted; the last site is as it was.")
            return .interrupted
        }
    }

    private static func summary(_ report: SiteBuilder.Report, output: String) -> String {
        let names: [(PlannedOutput.Kind, String, String)] = [
            (.page, "page", "pages"), (.handout, "handout", "handouts"), (.data, "data file", "data files"),
            (.figure, "drawing", "drawings"), (.card, "card", "cards"), (.media, "picture", "pictures"),
        ]
        let counts = names.compactMap { kind, one, many in report.counts[kind].map { "\($0) \($0 == 1 ? one : many)" } }
        let search = report.hasSearchIndex ? ["a search index"] : []
        let site = (counts + search).joined(separator: ", ") + String(format: " (%.1f MB)", Double(report.byteCount) / 1_000_000)
        let seconds = String(format: "%.2f s", report.duration / .seconds(1))
        guard let changed = report.changedCount else { return "Wrote \(site) to \(output) in \(seconds)." }
        if changed == 0, report.removedCount == 0 { return "Nothing changed: \(site) in \(output), looked through in \(seconds)." }
        let files = "\(changed) \(changed == 1 ? "file" : "files")"
        let removed = report.removedCount > 0 ? ", removed \(report.removedCount)" : ""
        return "Wrote \(files) again\(removed): \(site) in \(output) in \(seconds)."
    }
}
