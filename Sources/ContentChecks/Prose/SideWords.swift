import Exercises

/// Reads which sides of the body words name.
enum SideWords {
    /// The sides that some words name, each with its place, in order. "Right" counts only where it is a side, not in "right angle".
    static func mentions(in words: some RandomAccessCollection<Passage.Word>) -> [(side: Side, index: Int)] {
        let words = Array(words)
        return words.indices.compactMap { index in
            switch words[index].lower {
            case "left": return words[next: index] == "over" ? nil : (.left, index)
            case "right": return isSide(words, index) ? (.right, index) : nil
            default: return nil
            }
        }
    }

    static func sides(in words: some RandomAccessCollection<Passage.Word>) -> Set<Side> { Set(mentions(in: words).map(\.side)) }

    /// The text with left and right in each other's place.
    static func mirrored(_ words: [String]) -> [String] {
        words.map { $0 == "left" ? "right" : $0 == "right" ? "left" : $0 }
    }

    private static func isSide(_ words: [Passage.Word], _ index: Int) -> Bool {
        if let next = words[next: index], notSides.contains(next) { return false }
        if index > 0, ["is", "are", "feels", "feel", "be", "that's"].contains(words[index - 1].lower) { return false }
        return true
    }

    private static let notSides: Set = [
        "angle", "angles", "away", "now", "up", "under", "over", "after", "before", "here", "there", "at", "amount", "way", "time", "for",
    ]
}

extension [Passage.Word] {
    fileprivate subscript(next index: Int) -> String? { index + 1 < count ? self[index + 1].lower : nil }
}
