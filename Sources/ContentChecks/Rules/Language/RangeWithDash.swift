import Diagnostics
import Exercises

/// A range in text is written with "to": screen readers say "10 20 seconds" or "10 minus 20".
///
/// ```bad
/// Hold for [10–20 seconds](dose:hold).
/// ```
/// ```good
/// Hold for [10 to 20 seconds](dose:hold).
/// ```
enum RangeWithDash: PageRule {
    static let id = "range-with-dash"
    static let group = RuleGroup.language
    static let severity = Diagnostic.Severity.warning

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        for passage in page.passages {
            if case .field(let path) = passage.kind, path.hasPrefix("sources.") { continue }
            for (index, word) in passage.words.enumerated() where passage.startsWithDigit(word) {
                let parts = word.lower.split(separator: "-", omittingEmptySubsequences: false)
                if parts.count == 2, let low = number(parts[0]), let high = number(parts[1]) {
                    say(low, high, word.bytes, passage, &report)
                } else if index + 1 < passage.words.count, let low = number(Substring(word.lower)),
                    let high = number(Substring(passage.words[index + 1].lower))
                {
                    let between = passage.string(word.bytes.upperBound..<passage.words[index + 1].bytes.lowerBound)
                    guard between.trimmed == "–" else { continue }
                    say(low, high, word.bytes.lowerBound..<passage.words[index + 1].bytes.upperBound, passage, &report)
                }
            }
        }
    }

    private static func say(_ low: Int, _ high: Int, _ bytes: Range<Int>, _ passage: Passage, _ report: inout RuleReport) {
        // Years and telephone numbers are not amounts.
        guard low < high, high < 1000 else { return }
        let text = "\(low) to \(high)"
        report.found(
            "the range “\(passage.string(bytes))” is hard to read aloud", at: passage.source(bytes),
            fix: Fix("write `\(text)`", edit: passage.exactSource(bytes).map { Edit($0, text) }))
    }

    private static func number(_ text: Substring) -> Int? {
        text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(text) : nil
    }
}

extension String {
    fileprivate var trimmed: String { filter { $0 != " " } }
}
