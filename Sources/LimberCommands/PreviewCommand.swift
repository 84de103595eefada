import ArgumentParser
import Diagnostics
import Foundation
import Handouts
import PageRendering
import PreviewServer
import SiteBuilding

/// `limber preview`: the site, or one page of it, in a browser that follows every save.
struct PreviewCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "preview", abstract: "Show the site in a browser and refresh it on every save.",
        discussion: """
            With a slug, the page is shown beside its handout, with switches for the width of the page and for the paper, the edition \
            and the colours of the handout. Drafts are shown. Stop it with Ctrl-C.
            """)

    @Argument(help: "The slug of the page to show beside its handout, such as cat-camel. (default: the home page, alone)")
    var slug: String?

    @Option(help: "The port to listen at. (default: 8080, or the next free one)")
    var port: UInt16?

    @Option(help: "The address to listen at; others than 127.0.0.1 let other computers in.")
    var host = "127.0.0.1"

    @Flag(help: "Open the page in the browser.")
    var open = false

    @OptionGroup var library: LibraryOptions

    func run() async throws {
        let root = try library.library()
        let engine = await HandoutEngine.find(root: root)
        let site = LiveSite(root: root, includesDrafts: true, engine: engine, figures: FigureCache(program: LimberVersion.text, root: root))
        if let slug, await site.reload().hasErrors == false, await site.address(of: slug) == nil {
            let suggestion = Suggestion.nearest(to: slug, among: await site.slugs).map { " Did you mean \($0)?" } ?? ""
            throw ValidationError("There is no page “\(slug)”.\(suggestion)")
        }
        let server = PreviewServer(
            content: Self.content(of: site, root: root), watching: WatchScope(folders: [root + "/Content", root + "/Templates"]),
            host: host, port: port)
        if case .missing(let missing) = engine { Terminal.report([missing.diagnostic]) }
        do throws(Diagnostic) {
            try await server.run { address in
                let path = if let slug { await site.address(of: slug)?.text } else { String?.none }
                let url = path.map { address.workbenchURL(page: $0) } ?? address.url
                Terminal.say("Showing \(url) until Ctrl-C.")
                if let path { Terminal.say("The page alone is at \(address.url)\(path).") }
                if open { Browser.open(url) }
            }
        } catch {
            Terminal.report([error])
            throw ExitCode.toolFailure
        }
        Terminal.say("Stopped.")
    }

    /// The live site in the server's terms.
    private static func content(of site: LiveSite, root: String) -> PreviewContent {
        @Sendable func page(_ path: String) async -> PreviewPage? {
            do {
                return try await site.file(at: path).map { PreviewPage(body: Array($0.bytes), mediaType: $0.mediaType) }
            } catch let problems as HandoutProblems {
                Terminal.report(problems.diagnostics)
                return PreviewPage(TextPrinter().print(problems.diagnostics), mediaType: "text/plain; charset=utf-8")
            } catch {
                Terminal.complain("error: \(path): \(error.localizedDescription)")
                return nil
            }
        }
        return PreviewContent(
            page: page,
            notFoundPage: { await page("/404.html") },
            rebuild: { changed in
                let diagnostics = await site.reload(changed)
                // The workbench lists the warnings of its page, and `limber check` all of them.
                Terminal.report(diagnostics.filter { $0.severity == .error })
                if diagnostics.hasErrors { return .failed(diagnostics) }
                let onlyStyles = !changed.isEmpty && changed.allSatisfy { $0.hasSuffix(".css") }
                return .updated(paths: nil, stylesheetsOnly: onlyStyles)
            },
            check: {
                let errors = await site.findings().filter { $0.severity == .error }
                if !Task.isCancelled { Terminal.report(errors) }
                return errors
            },
            print: .handouts(of: site), findings: { await site.findings(ofPageAt: $0) })
    }
}
