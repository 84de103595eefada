import Diagnostics

/// What esbuild printed, as diagnostics.
///
/// A headline, `✘ [ERROR] message` or `▲ [WARNING] message [code]`, an empty line, then `path:line:column:` (the line from 1, the column from
/// 0, in bytes) and the line with a mark beneath it.
struct BundlingReport {
    let diagnostics: [Diagnostic]

    /// Warnings count as errors: a rule or a line of script that does not do what its author meant is found here or by a reader.
    init(text: String, folder: String, files: [AssetFile]) {
        var diagnostics: [Diagnostic] = []
        var message: String?
        for line in text.split(separator: "\n") {
            if let headline = line.wholeMatch(of: /[✘▲] \[(?:ERROR|WARNING)\] (.*?)(?: \[[a-z-]+\])?/) {
                if let message { diagnostics.append(Diagnostic("bundling", .error, message, at: nil)) }
                message = String(headline.output.1)
            } else if let said = message, let place = line.wholeMatch(of: /\s+([^\s:][^:]*):(\d+):(\d+):/) {
                diagnostics.append(
                    Self.diagnostic(said, path: String(place.output.1), Int(place.output.2) ?? 1, Int(place.output.3) ?? 0, folder, files))
                message = nil
            }
        }
        if let message { diagnostics.append(Diagnostic("bundling", .error, message, at: nil)) }
        self.diagnostics = diagnostics.inReadingOrder()
    }

    private static func diagnostic(
        _ message: String, path: String, _ line: Int, _ column: Int, _ folder: String, _ files: [AssetFile]
    ) -> Diagnostic {
        let text = files.first { $0.path == path }.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
        let file = SourceFile(path: "\(folder)/\(path)", text: text)
        let offset = file.offset(line: line, utf8Column: column)
        let end = min(offset + 1, file.text.utf8.count)
        return Diagnostic("bundling", .error, message, in: file, SourceRange(min(offset, end), end))
    }
}
