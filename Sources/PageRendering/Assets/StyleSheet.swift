/// A style sheet whose references to other files can be replaced.
struct StyleSheet {
    let text: String
    /// Where the sheet stands, for relative references.
    let logicalName: String

    /// The text with each `url("…")` that leads to a known file pointing to that file's new path below `assets/`.
    func replacingURLs(_ paths: [String: String]) -> String {
        let folder = logicalName.split(separator: "/").dropLast().map(String.init)
        return text.replacing(/url\(\s*(["']?)([^"')]+?)\1\s*\)/) { match in
            let segments = match.output.2.split(separator: "/").map(String.init)
            guard let path = paths[Self.resolve(segments, below: folder).joined(separator: "/")] else { return String(match.output.0) }
            let file = path.split(separator: "/").last.map(String.init) ?? path
            return "url(\"\((segments.dropLast() + [file]).joined(separator: "/"))\")"
        }
    }

    private static func resolve(_ segments: [String], below folder: [String]) -> [String] {
        segments.reduce(into: folder) { path, segment in
            switch segment {
            case ".": break
            case "..": _ = path.popLast()
            default: path.append(segment)
            }
        }
    }
}
