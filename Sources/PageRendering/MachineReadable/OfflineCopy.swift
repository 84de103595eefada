package import ContentHashing

/// The files by which a browser keeps the site for times without a network: they tell the version of the whole, so they are made when
/// everything else is.
package struct OfflineCopy {
    /// A file of the finished site.
    package struct File {
        let path: String
        let content: ContentHash

        package init(path: String, content: ContentHash) {
            self.path = path
            self.content = content
        }
    }

    /// A name that changes with any file of the site.
    let version: String
    private let files: [String]

    package init(of files: [File]) {
        let files = files.sorted { $0.path < $1.path }
        var lines: [UInt8] = []
        for file in files {
            lines.append(file.path)
            lines.append(" ")
            lines.append(file.content.description)
            lines.append("\n")
        }
        version = Fingerprint(lines).description
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
    package func outputs(worker: String) -> [(path: String, bytes: [UInt8])] {
        let list = JSONWriter.line { json in
            json.strings("files", kept)
            json.member("version", version)
        }
        let site = JSONWriter.line { json in
            json.strings("shell", shell)
            json.member("version", version)
        }
        return [
            ("offline.json", list + "\n".utf8),
            ("version.txt", Array("\(version)\n".utf8)),
            ("service-worker.js", "self.site=".utf8 + site + ";\n\(worker)\n".utf8),
        ]
    }

    /// `exercises/cat-camel/` for its file.
    private static func address(of path: String) -> String {
        let place = path.hasSuffix("index.html") ? String(path.dropLast("index.html".count)) : path
        return SitePath.file(place).text
    }
}
