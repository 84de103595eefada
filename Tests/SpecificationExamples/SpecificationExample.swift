import Foundation

/// One example of the CommonMark specification: a text and the HTML it stands for.
package struct SpecificationExample: Hashable, Sendable {
    /// The number in the published specification.
    package let number: Int
    package let markdown: String
    package let html: String

    /// All examples of version 0.30, or none when `Scripts/fetch-commonmark-spec` has not been run.
    package static let all: [SpecificationExample] = (try? String(contentsOfFile: path, encoding: .utf8)).map(parse) ?? []

    /// Why the tests that need the examples do not run.
    package static let whereMissing = "the specification's examples are not at \(path); run Scripts/fetch-commonmark-spec"

    private static let path: String = {
        if let path = ProcessInfo.processInfo.environment["LIMBER_COMMONMARK_SPEC"] { return path }
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return root.appendingPathComponent(".venv/commonmark-0.30-spec.txt").path
    }()

    /// An example is a fence of 32 backticks with the word `example`, the text, a line with a full stop, the HTML and a closing fence;
    /// arrows stand for tabs.
    private static func parse(_ text: String) -> [SpecificationExample] {
        let fence = String(repeating: "`", count: 32)
        var examples: [SpecificationExample] = []
        var markdown: [Substring] = []
        var html: [Substring] = []
        var part = Part.prose
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            switch (part, line) {
            case (.prose, "\(fence) example"): part = .markdown
            case (.prose, _): break
            case (.markdown, "."): part = .html
            case (.markdown, _): markdown.append(line)
            case (.html, "\(fence)"):
                examples.append(SpecificationExample(number: examples.count + 1, markdown: joined(markdown), html: joined(html)))
                (part, markdown, html) = (.prose, [], [])
            case (.html, _): html.append(line)
            }
        }
        return examples
    }

    private enum Part {
        case prose
        case markdown
        case html
    }

    private static func joined(_ lines: [Substring]) -> String {
        lines.map { $0.replacing("→", with: "\t") + "\n" }.joined()
    }
}
