/// Finds the known name that somebody most likely meant.
package enum Suggestion {
    /// The candidate nearest to `name` by edit distance, or none when nothing is near enough to be more than a guess.
    package static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
        let lowered = Array(name.lowercased())
        // Nobody mistypes a name of this length; comparing it would take as long as somebody likes.
        guard lowered.count <= 100 else { return nil }
        let limit = max(1, name.count / 3)
        return candidates.lazy
            .compactMap { candidate -> (String, Int)? in
                let other = Array(candidate.lowercased())
                // The distance is at least the difference of the lengths.
                guard abs(other.count - lowered.count) <= limit else { return nil }
                return (candidate, editDistance(lowered, other))
            }
            .filter { $0.1 <= limit }
            .min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
    }

    /// A fix that offers the nearest candidate, if there is one. With the range where the name stands, a name that can only be a misspelling
    /// of that candidate has an edit too.
    package static func fix(for name: String, among candidates: some Sequence<String>, at range: SourceRange? = nil) -> Fix? {
        guard let nearest = nearest(to: name, among: candidates) else { return nil }
        let isCertain = range != nil && isCertain(nearest, for: name, among: candidates)
        return Fix("did you mean `\(nearest)`?", edit: isCertain ? range.map { Edit($0, nearest) } : nil)
    }

    /// Whether a name is a slip of the pen for a candidate: one or two letters away, in a name long enough for that to be little, while
    /// every other candidate is at least two letters further.
    private static func isCertain(_ candidate: String, for name: String, among candidates: some Sequence<String>) -> Bool {
        let lowered = Array(name.lowercased())
        let distance = editDistance(lowered, Array(candidate.lowercased()))
        guard distance <= (name.count < 8 ? 1 : 2), name.count > 3 else { return false }
        return candidates.allSatisfy { other in
            other == candidate || abs(other.count - name.count) > distance + 1
                || editDistance(lowered, Array(other.lowercased())) > distance + 1
        }
    }

    /// Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours count one each.
    private static func editDistance(_ a: [Character], _ b: [Character]) -> Int {
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var beforeLast: [Int] = []
        var last = Array(0...b.count)
        for i in 1...a.count {
            var row = [i] + Array(repeating: 0, count: b.count)
            for j in 1...b.count {
                let substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                row[j] = Swift.min(last[j] + 1, row[j - 1] + 1, substitution)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    row[j] = Swift.min(row[j], beforeLast[j - 2] + 1)
                }
            }
            (beforeLast, last) = (last, row)
        }
        return last[b.count]
    }
}
