import Foundation
import PageRendering

/// The files by which a browser keeps the site for times without a network: they tell the version of the whole, so they are made when
/// everything else is.
struct OfflineCopy {
    /// A file of the finished site.
    struct File {
        let path: String
        let fingerprint: String
    }

    /// A name that changes with any file of the site.
    let version: String
    private let files: [String]

    init(of files: [File]) {
        let files = files.sorted { $0.path < $1.path }
        version = Fingerprint(files.map { "\($0.path) \($0.fingerprint)\n" }.joined().utf8).description
        self.files = files.map(\.path)
    }

    /// The addresses, below the root, of everything that "keep everything" keeps: not the handouts, which are larger than the rest together
    /// and are kept when they are opened, nor what only machines read.
    private var kept: [String] {
        let notKept = ["handouts/", "api/v1/schema.json", "feed.", "sitemap", "robots.txt", "404.html", "social/"]
        return files.filter { path in !notKept.contains(where: path.hasPrefix) }.map(Self.address)
    }

    /// What even the first visit keeps: enough to open every page that is kept.
    private var shell: [String] {
        let isShell = { (path: String) in
            path == "index.html" || path == "offline/index.html" || path == "my-programme/index.html" || path == "search/index.html"
                || (path.hasPrefix("assets/")
                    && (path.hasSuffix(".js") || path.hasSuffix(".json") || path.hasSuffix(".css") || path.hasSuffix(".woff2")))
        }
        // Letters that few pages have come with those pages.
        return files.filter { isShell($0) && !$0.contains("-Latin.") }.map(Self.address)
    }

    /// The files to write, by path; `worker` is the script that answers for the network.
    func outputs(worker: String) throws -> [(path: String, text: String)] {
        [
            ("offline.json", try Self.json(OfflineList(version: version, files: kept)) + "\n"),
            ("version.txt", version + "\n"),
            ("service-worker.js", "self.site=\(try Self.json(Site(version: version, shell: shell)));\n\(worker)\n"),
        ]
    }

    private struct OfflineList: Encodable {
        let version: String
        let files: [String]
    }

    private struct Site: Encodable {
        let version: String
        let shell: [String]
    }

    private static func json(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// `exercises/cat-camel/` for its file.
    private static func address(of path: String) -> String {
        let place = path.hasSuffix("index.html") ? String(path.dropLast("index.html".count)) : path
        return SitePath.file(place).text
    }
}
