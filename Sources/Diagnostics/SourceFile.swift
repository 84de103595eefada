/// The text of one input file with its path, so that a diagnostic can show the line it speaks of.
package struct SourceFile: Sendable, Hashable {
    /// The path as it is printed: relative to the library's root.
    package let path: String
    /// The whole text, in which `SourceRange` offsets count UTF-8 bytes.
    package let text: String
    /// The offsets at which lines begin.
    private let lineStarts: [Int]

    package init(path: String, text: String) {
        self.path = path
        self.text = text
        var starts = [0]
        for (offset, byte) in text.utf8.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
        lineStarts = starts
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
        let before = text.utf8.prefix(clamped(offset)).dropFirst(line.range.lowerBound)
        return Position(line: line.number, column: String(Substring(before)).count + 1)
    }

    /// The number (from 1), the text without its line ending, and the range of the line that holds an offset.
    package func line(containing offset: Int) -> (number: Int, text: String, range: SourceRange) {
        let (number, range) = lineRange(containing: offset)
        let bytes = text.utf8.prefix(range.upperBound).dropFirst(range.lowerBound)
        return (number, String(Substring(bytes)), range)
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
