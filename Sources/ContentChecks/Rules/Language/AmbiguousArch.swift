import Diagnostics
import Exercises

/// No text says "arch" of the back: for some it means to round it up, for others to bend it backward. "Round" and "extend" or "bend
/// backward" say which.
///
/// ```bad
/// 1. Arch your back.
/// ```
/// ```good
/// 1. Round your back up toward the ceiling.
/// ```
enum AmbiguousArch: PageRule {
    static let id = "ambiguous-arch"
    static let group = RuleGroup.language
    static let severity = Diagnostic.Severity.error

    private static let words: Set = ["arch", "arches", "arched", "arching"]

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        // Not by the vocabulary: where only errors are looked for, no other rule needs one.
        guard page.mayHold("arch") else { return }
        for passage in page.passages {
            for index in passage.words.indices
            where passage.words[index].lower.utf8.first == UInt8(ascii: "a") && words.contains(passage.words[index].lower) {
                let near = passage.words[max(0, index - 4)..<min(passage.words.count, index + 5)].map(\.lower)
                // A foot has arches.
                if near.contains(where: { ["foot", "feet", "shoe", "shoes", "sole"].contains($0) }) { continue }
                report.found(
                    "“\(passage.string(words: index..<index + 1))” means rounding to some and bending backward to others",
                    at: passage.source(words: index..<index + 1), fix: Fix("write `round` or `bend backward`"))
            }
        }
    }
}
