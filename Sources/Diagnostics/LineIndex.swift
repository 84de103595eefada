/// Where the lines of a text begin.
struct LineIndex: Sendable {
    /// Whether a character is a byte, but for line endings.
    let isASCII: Bool
    private let starts: [Int]
    /// Places in lines that are very long, in order: a column is counted from the nearest one, because such a line may hold very many
    /// problems.
    private let milestones: [(offset: Int, column: Int)]

    init(_ text: String) {
        var starts = [0]
        var isASCII = true
        for (offset, byte) in text.utf8.enumerated() {
            if byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
            if byte >= 0x80 { isASCII = false }
        }
        self.starts = starts
        self.isASCII = isASCII
        milestones = isASCII ? [] : Self.milestones(in: text, starts)
    }

    /// The number (from 1) and the range of the line that holds an offset inside the text, without its line ending.
    func line(containing offset: Int, of text: String) -> (number: Int, range: SourceRange) {
        let low = starts.partitioningIndex { $0 > offset } - 1
        let start = starts[low]
        var stop = low + 1 < starts.count ? starts[low + 1] - 1 : text.utf8.count
        if stop > start, text.utf8[text.utf8.index(text.utf8.startIndex, offsetBy: stop - 1)] == UInt8(ascii: "\r") { stop -= 1 }
        return (low + 1, SourceRange(start, stop))
    }

    /// Where a line (from 1) begins; the end of the text for one behind the last.
    func startOfLine(_ line: Int, of text: String) -> Int {
        guard line > 1 else { return 0 }
        return line <= starts.count ? starts[line - 1] : text.utf8.count
    }

    /// The last place before an offset whose column (from 0) is known; at least the start of its line.
    func milestone(before offset: Int, since start: Int) -> (offset: Int, column: Int) {
        let next = milestones.partitioningIndex { $0.offset > offset }
        return next > 0 && milestones[next - 1].offset > start ? milestones[next - 1] : (start, 0)
    }

    private static func milestones(in text: String, _ starts: [Int]) -> [(offset: Int, column: Int)] {
        let distance = 4096
        var found: [(offset: Int, column: Int)] = []
        for (index, start) in starts.enumerated() {
            let end = index + 1 < starts.count ? starts[index + 1] : text.utf8.count
            guard end - start > 2 * distance else { continue }
            var (offset, last) = (start, start)
            for (column, character) in Substring(text.utf8.prefix(end).dropFirst(start)).enumerated() {
                if offset - last >= distance {
                    found.append((offset, column))
                    last = offset
                }
                offset += character.utf8.count
            }
        }
        return found
    }
}

extension Array {
    /// The first index whose element and all after it are so, in an array that is ordered by it.
    fileprivate func partitioningIndex(_ isAfter: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
