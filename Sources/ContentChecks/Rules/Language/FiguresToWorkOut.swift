import Diagnostics
import Exercises

/// Text for patients has no fractions, percentages and sums: many adults cannot work them out.
///
/// ```bad
/// Do 3 x 10, and rest for 1/2 of the time. This helps 50% of people.
/// ```
/// ```good
/// Do ten, three times. Rest for as long as you exercised. This helps one in two people.
/// ```
enum FiguresToWorkOut: PageRule {
    static let id = "figures-to-work-out"
    static let group = RuleGroup.language
    static let severity = Diagnostic.Severity.warning

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        let calculates = page.vocabulary.contains("percent") || page.vocabulary.contains("cent")
        for passage in page.texts {
            if case .field(let path) = passage.kind, path.hasPrefix("sources.") { continue }
            for bytes in places(in: passage.text) {
                report.found(
                    "“\(passage.string(bytes))” must be worked out", at: passage.source(bytes),
                    fix: Fix("write it in words, such as `half` or `one in two`"))
            }
            guard calculates else { continue }
            for index in passage.words.indices.dropLast() where NumberWords.value(passage.words[index].lower) != nil {
                let next = passage.words[index + 1].lower
                guard next == "percent" || (next == "per" && passage.has(["cent"], at: index + 2)) else { continue }
                report.found(
                    "“\(passage.string(words: index..<index + 2))” must be worked out", at: passage.source(words: index..<index + 2),
                    fix: Fix("write it in words, such as `half` or `one in two`"))
            }
        }
    }

    /// Digits with a sign that calculates: `50%`, `1/2`, `½`, `3 × 10`, `2 + 3`.
    private static func places(in text: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        func isDigit(_ index: Int) -> Bool { text.indices.contains(index) && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[index]) }
        for index in text.indices {
            switch text[index] {
            case UInt8(ascii: "%"):
                let before = index > 0 && text[index - 1] == UInt8(ascii: " ") ? index - 2 : index - 1
                if isDigit(before) { found.append(before..<index + 1) }
            case UInt8(ascii: "/") where isDigit(index - 1) && isDigit(index + 1): found.append(index - 1..<index + 2)
            case 0xC2 where index + 1 < text.count && (0xBC...0xBE).contains(text[index + 1]): found.append(index..<index + 2)
            case 0xC3 where index + 1 < text.count && text[index + 1] == 0x97: calculation(index, 2)
            case UInt8(ascii: "+"), UInt8(ascii: "x"): calculation(index, 1)
            default: break
            }
        }
        return found

        /// A sign between two numbers, with or without spaces.
        func calculation(_ index: Int, _ width: Int) {
            var (left, right) = (index - 1, index + width)
            if left >= 0, text[left] == UInt8(ascii: " ") { left -= 1 }
            if right < text.count, text[right] == UInt8(ascii: " ") { right += 1 }
            if isDigit(left), isDigit(right) { found.append(left..<right + 1) }
        }
    }
}
