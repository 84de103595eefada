import Diagnostics
import Exercises

/// A sentence that rests on research links to its source in the same paragraph.
///
/// ```bad
/// Studies show that stretching eases pain.
/// ```
/// ```good
/// Studies show that stretching eases pain ([six-stretch article](source:six-stretches-article)).
/// ```
enum ClaimWithoutSource: PageRule {
    static let id = "claim-without-source"
    static let group = RuleGroup.provenance
    static let severity = Diagnostic.Severity.warning
    static let readsEnglish = true

    private static let phrases = [
        "studies show", "studies have shown", "study shows", "study found", "research shows", "research suggests", "researchers found",
        "evidence shows", "evidence suggests", "is proven", "are proven", "has been proven", "scientists say", "scientists found",
        "experts say", "experts recommend", "experts agree", "doctors recommend",
    ].map { $0.split(separator: " ").map(String.init) }
    private static let firstWords = Set(phrases.compactMap(\.first))

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        guard !page.vocabulary.isDisjoint(with: firstWords) else { return }
        for passage in page.texts where passage.kind == .paragraph {
            guard !passage.marks.contains(where: \.citesSource) else { continue }
            for index in passage.words.indices where firstWords.contains(passage.words[index].lower) {
                guard let phrase = phrases.first(where: { passage.has($0, at: index) }) else { continue }
                let words = index..<index + phrase.count
                report.found(
                    "“\(passage.string(words: words))” names no source", at: passage.source(words: words),
                    fix: Fix("link to it, such as `[name](source:ID)`"))
            }
        }
    }
}

extension Passage.Mark {
    fileprivate var citesSource: Bool {
        switch kind {
        case .link(.source?), .link(.external?): true
        default: false
        }
    }
}
