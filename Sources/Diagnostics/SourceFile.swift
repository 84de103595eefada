/// The text of one input file with its path, so that a diagnostic can show the line it speaks of.
package struct SourceFile: Sendable, Hashable {
    /// The path as it is printed: relative to the library's root.
    package let path: String
    /// The whole text, in which `SourceRange` offsets count UTF-8 bytes.
    package let text: String
    /// The offsets at which lines begin.
    private let lineStarts: [Int]
    /// Whether a character is a byte, but for line endings.
    private let isASCII: Bool
    /// Places in lines that are very long, in order: a column is counted from the nearest one, because such a line may hold very many
    /// problems.
    private let milestones: [(offset: Int, column: Int)]

    package init(path: String, text: String) {
        self.path = path
        self.text = text
        var starts = [0]
        var isASCII = true
        for (offset, byte) in text.utf8.enumerated() {
            if byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
            if byte >= 0x80 { isASCII = false }
        }
        lineStarts = starts
        self.isASCII = isASCII
        milestones = isASCII ? [] : Self.milestones(in: text, lineStarts: starts)
    }

    private static func milestones(in text: String, lineStarts: [Int]) -> [(offset: Int, column: Int)] {
        let distance = 4096
        var found: [(offset: Int, column: Int)] = []
        for (index, start) in lineStarts.enumerated() {
            let end = index + 1 < lineStarts.count ? lineStarts[index + 1] : text.utf8.count
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

    package static func == (left: SourceFile, right: SourceFile) -> Bool {
        left.path == right.path && left.text == right.text
    }

    /// The path alone: a build that finds a thousand problems in a long file would otherwise hash its text a thousand times.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(path)
    }

    /// A place as people count: line and column from 1, the column in characters.
    package struct Position: Hashable, Sendable {
        package let line: Int
        package let column: Int

        package init(line: Int, column: Int) {
            self.line = line
            self.column = column
        }
    }

    /// The line and column of a UTF-8 offset; an offset past the end is taken as the end.
    package func position(of offset: Int) -> Position {
        let line = lineRange(containing: offset)
        let offset = clamped(offset)
        if isASCII { return Position(line: line.number, column: offset - line.range.lowerBound + 1) }
        var (start, column) = (line.range.lowerBound, 0)
        let next = milestones.partitioningIndex { $0.offset > offset }
        if next > 0, milestones[next - 1].offset > start { (start, column) = milestones[next - 1] }
        return Position(line: line.number, column: column + String(Substring(text.utf8.prefix(offset).dropFirst(start))).count + 1)
    }

    /// The number (from 1) and the range of the line that holds an offset, without its line ending, and its text before and after the
    /// offset, of each at most `reach` bytes.
    package func line(
        containing offset: Int, within reach: Int
    ) -> (number: Int, range: SourceRange, text: (before: Substring, after: Substring)) {
        let (number, range) = lineRange(containing: offset)
        let middle = min(clamped(offset), range.upperBound)
        let (start, end) = (max(range.lowerBound, middle - reach), min(range.upperBound, middle + reach))
        return (number, range, (self[start, middle], self[middle, end]))
    }

    /// The text between two offsets, each moved back to where a scalar begins.
    subscript(start: Int, end: Int) -> Substring {
        func index(_ offset: Int) -> String.Index {
            var index = text.utf8.index(text.startIndex, offsetBy: clamped(offset))
            while index < text.endIndex, index > text.startIndex, text.utf8[index] & 0xC0 == 0x80 { index = text.utf8.index(before: index) }
            return index
        }
        let lower = index(start)
        return text[lower..<max(lower, index(end))]
    }

    /// The offset of a line (from 1) and a zero-based count of bytes in it, kept inside the text.
    package func offset(line: Int, utf8Column: Int) -> Int {
        clamped(startOfLine(line) + utf8Column)
    }

    /// The offset of a line (from 1) and a zero-based count of Unicode scalars in it, kept inside the text.
    package func offset(line: Int, scalarColumn: Int) -> Int {
        let start = startOfLine(line)
        let rest = Substring(text.utf8.dropFirst(start))
        let width = rest.unicodeScalars.prefix(scalarColumn).reduce(0) { $0 + UTF8.width($1) }
        return clamped(start + width)
    }

    /// The text of a range, kept inside the file.
    package func text(in range: SourceRange) -> String {
        let (start, end) = (clamped(range.lowerBound), clamped(range.upperBound))
        return String(decoding: text.utf8.prefix(end).dropFirst(start), as: UTF8.self)
    }

    private func startOfLine(_ line: Int) -> Int {
        guard line > 1 else { return 0 }
        return line <= lineStarts.count ? lineStarts[line - 1] : text.utf8.count
    }

    private func lineRange(containing offset: Int) -> (number: Int, range: SourceRange) {
        let offset = clamped(offset)
        var (low, high) = (0, lineStarts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        let start = lineStarts[low]
        var stop = low + 1 < lineStarts.count ? lineStarts[low + 1] - 1 : text.utf8.count
        if stop > start, text.utf8[text.utf8.index(text.utf8.startIndex, offsetBy: stop - 1)] == UInt8(ascii: "\r") { stop -= 1 }
        return (low + 1, SourceRange(start, stop))
    }

    private func clamped(_ offset: Int) -> Int {
        min(max(0, offset), text.utf8.count)
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
