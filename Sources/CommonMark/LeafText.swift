/// The inline content of one paragraph or heading, without the markers and the indentation of the containers around it, and the way back
/// from each byte of it to the source.
struct LeafText {
    private(set) var bytes: ArraySlice<UInt8> = []
    /// Where each line begins here and where that byte stands in the source; none for a single line, which stays in its place.
    private var lines: [(start: Int, source: Int)] = []

    /// No text at all.
    init() {}

    /// Takes the text from a position of the first line to the end of the last one.
    ///
    /// `quoteDepth` is the number of block quotes around the leaf: each continuation line may begin with as many `>`, or with fewer where
    /// it continues the paragraph lazily. Two rare lines are misread, so that ranges near them are approximate: a lazy line indented like
    /// code whose first character is a `>` of the text, and an indented lazy line of a list that looks like a reference definition.
    init(_ source: SourcePart, from start: Int, firstLine: Int, lastLine: Int, quoteDepth: Int) {
        let first = start..<max(start, source.line(firstLine).upperBound)
        guard lastLine > firstLine else {
            bytes = source.bytes[first]
            return
        }
        append(source.bytes, first)
        for number in (firstLine + 1)...lastLine {
            let line = source.line(number)
            var start = line.lowerBound
            var position = Self.skipIndentation(source.bytes, start, line.upperBound)
            var markers = quoteDepth
            while markers > 0, position < line.upperBound, source.bytes[position] == UInt8(ascii: ">") {
                start = position + 1
                position = Self.skipIndentation(source.bytes, start, line.upperBound)
                markers -= 1
            }
            // libcmark takes the indentation off where all markers are there; an indented `[label]:` is then a definition.
            append(source.bytes, (markers == 0 ? position : start)..<line.upperBound)
        }
    }

    /// Leaves only the underline after the text of a setext heading: libcmark often ends such a heading one line late.
    mutating func removeLineAfterUnderline() {
        guard lines.count > 2, let last = lines.last else { return }
        let isUnderline = bytes[last.start...].allSatisfy { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "-") || $0.isWhitespace }
        if isUnderline, last.start < bytes.count { return }
        bytes.removeSubrange(last.start...)
        lines.removeLast()
    }

    /// The range in the source of a range here.
    func sourceRange(_ range: Range<Int>) -> Range<Int> {
        let start = sourcePosition(range.lowerBound)
        // From the last byte, because the byte after it may be on the next line, behind that line's markers.
        return range.isEmpty ? start..<start : start..<sourcePosition(range.upperBound - 1) + 1
    }

    private func sourcePosition(_ position: Int) -> Int {
        var (low, high) = (0, lines.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lines[middle].start <= position { low = middle } else { high = middle }
        }
        return lines.isEmpty ? position : lines[low].source + position - lines[low].start
    }

    private mutating func append(_ source: ArraySlice<UInt8>, _ range: Range<Int>) {
        lines.append((bytes.count, range.lowerBound))
        bytes += source[range]
    }

    private static func skipIndentation(_ source: ArraySlice<UInt8>, _ start: Int, _ end: Int) -> Int {
        var position = start
        while position < end, source[position].isSpaceOrTab { position += 1 }
        return position
    }
}
