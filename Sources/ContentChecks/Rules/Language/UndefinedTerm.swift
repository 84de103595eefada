import ContentLoading
import Diagnostics
import Exercises

/// A clinical word is explained where it is used: in the same sentence, or on the page that the site's glossary names and the text links
/// to. Terms of your own belong in `glossary:` of `site.yaml`, each with the guidance page that explains it.
///
/// ```bad
/// This stretches the piriformis.
/// ```
/// ```good
/// This stretches the piriformis, a muscle deep in your buttock.
/// ```
enum UndefinedTerm: PageRule {
    static let id = "undefined-term"
    static let group = RuleGroup.language
    static let severity = Diagnostic.Severity.warning

    static func check(_ page: CheckedPage, _ report: inout RuleReport) {
        let own = page.glossary.map { ($0, $0.term.lowercased().split(separator: " ").map(String.init)) }
        let terms = own.isEmpty ? builtIn : index(ClinicalTerms.terms + own.map(\.1))
        guard !page.vocabulary.isDisjoint(with: terms.keys) else { return }
        var open: [[String]: (passage: Passage, words: Range<Int>)] = [:]
        var defined: Set<[String]> = []
        for passage in page.texts where passage.section != .frontMatter && !passage.isHeading {
            for index in passage.words.indices {
                guard let candidates = terms[passage.words[index].lower],
                    let term = candidates.first(where: { passage.has($0, at: index) }), !defined.contains(term)
                else { continue }
                let words = index..<index + term.count
                if isExplained(words, in: passage) {
                    defined.insert(term)
                } else if open[term] == nil, !passage.isLinked(passage.words[index]) {
                    open[term] = (passage, words)
                }
            }
        }
        guard !open.isEmpty else { return }
        let links = Set(page.links.map(\.reference))
        for (term, use) in open.sorted(by: {
            $0.value.passage.source(words: $0.value.words).lowerBound < $1.value.passage.source(words: $1.value.words).lowerBound
        }) {
            if defined.contains(term) { continue }
            let explaining = own.first { $0.1 == term }?.0.page
            if let explaining, explaining == page.slug || links.contains(.guidance(explaining)) { continue }
            let text = use.passage.string(words: use.words)
            report.found(
                "“\(text)” is not explained on this page", at: use.passage.source(words: use.words),
                fix: Fix(
                    explaining.map { "explain it, or link to `guidance:\($0)`" }
                        ?? "explain it in the same sentence, or write an everyday word"))
        }
    }

    private static let builtIn = index(ClinicalTerms.terms)

    /// Terms by their first word, longer ones first.
    private static func index(_ terms: [[String]]) -> [String: [[String]]] {
        Dictionary(grouping: terms.filter { !$0.isEmpty }, by: { $0[0] }).mapValues { $0.sorted { $0.count > $1.count } }
    }

    /// Whether an explanation follows at once, as in "the piriformis, a muscle", "sciatica is", "endorphins. These are" and "**Stenosis:** the
    /// space"; or the word follows what it means, as in "33 bones called vertebrae" and "on your back (supine)".
    private static func isExplained(_ words: Range<Int>, in passage: Passage) -> Bool {
        guard let place = passage.sentences.firstIndex(where: { $0.contains(words.lowerBound) }) else { return false }
        let sentence = passage.sentences[place]
        let before = passage.words[sentence.lowerBound..<words.lowerBound].map(\.lower)
        if before.suffix(6).contains(where: ["call", "calls", "called"].contains)
            || before.suffix(2).contains(where: ["is", "are"].contains)
        {
            return true
        }
        let isLast = sentence.upperBound - words.upperBound <= 2
        if isLast, place + 1 < passage.sentences.count {
            // A term at the beginning of a list item, or one that the next sentence is about.
            let next = passage.words[passage.sentences[place + 1].lowerBound].lower
            if words.lowerBound == 0 || ["this", "these", "it", "they"].contains(next) { return true }
        }
        let end = passage.words[words.upperBound - 1].bytes.upperBound
        let rest = passage.string(end..<min(end + 60, passage.text.count))
        if rest.hasPrefix(" (") || rest.hasPrefix(":") { return true }
        let start = passage.words[words.lowerBound].bytes.lowerBound
        if start > 0, passage.text[start - 1] == UInt8(ascii: "(") { return true }
        // A noun may follow the term: "the sciatic nerve, the long nerve".
        let following = passage.words[words.upperBound..<min(words.upperBound + 3, sentence.upperBound)]
        for (offset, word) in following.enumerated() {
            if ["is", "are", "means", "mean"].contains(word.lower) { return true }
            let previous = offset == 0 ? end : passage.words[words.upperBound + offset - 1].bytes.upperBound
            let between = passage.string(previous..<word.bytes.lowerBound)
            if between.contains(":") { return true }
            if between.contains(","), ["a", "an", "the", "or", "which", "your"].contains(word.lower) {
                return true
            }
        }
        return following.first.map { $0.lower == "called" } ?? false
    }
}
