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

    /// A fix that offers the nearest candidate, if there is one.
    package static func fix(for name: String, among candidates: some Sequence<String>) -> Fix? {
        nearest(to: name, among: candidates).map { Fix("did you mean `\($0)`?", replacement: $0) }
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
