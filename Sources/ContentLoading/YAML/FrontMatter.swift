import CommonMark
import Diagnostics

/// Splits a Markdown file into its front matter and its body.
struct FrontMatter {
    /// The YAML text between the two `---` lines.
    let yaml: SourceRange
    /// Everything after the second one.
    let body: SourceRange

    /// `bytes` are the text of the file.
    static func split(_ file: SourceFile, _ bytes: [UInt8]) -> Result<FrontMatter, Diagnostic> {
        guard isFence(bytes, at: 0) else {
            return .failure(
                Diagnostic(
                    "front-matter-missing", "the file must begin with front matter", in: file, SourceRange(at: 0),
                    notes: ["expected a first line that is exactly `---`, then keys such as `title:`, then another `---`"],
                    fix: Fix("see Documentation/ContentFormat.md, or make a file with `limber new`")))
        }
        let start = endOfLine(bytes, from: 0)
        var line = start
        while line < bytes.count {
            if isFence(bytes, at: line) {
                return .success(
                    FrontMatter(yaml: SourceRange(start, line), body: SourceRange(endOfLine(bytes, from: line), bytes.count)))
            }
            line = endOfLine(bytes, from: line)
        }
        return .failure(
            Diagnostic(
                "front-matter-unclosed", "the front matter that begins here is never closed", in: file, SourceRange(0, 3),
                fix: Fix("add a line that is exactly `---` after the last key")))
    }

    /// Whether a line is `---`, with nothing after it but spaces.
    private static func isFence(_ bytes: [UInt8], at start: Int) -> Bool {
        var index = start
        while index < bytes.count, index < start + 3 {
            guard bytes[index] == UInt8(ascii: "-") else { return false }
            index += 1
        }
        guard index == start + 3 else { return false }
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") {
            guard bytes[index] == UInt8(ascii: " ") || bytes[index] == UInt8(ascii: "\r") else { return false }
            index += 1
        }
        return true
    }

    private static func endOfLine(_ bytes: [UInt8], from start: Int) -> Int {
        min(bytes[...].place(of: UInt8(ascii: "\n"), from: start) + 1, bytes.count)
    }
}
