import Diagnostics

/// The part of a file that is parsed, as bytes, and where each of its lines begins by CommonMark's line endings: line feed, carriage
/// return, or both.
struct SourcePart {
    let file: SourceFile
    let bytes: ArraySlice<UInt8>
    /// The piece of the file that the part stands in, and where that begins in the file.
    let text: String
    let textStart: Int
    /// Where the part begins in the file.
    private let offset: Int
    private let lineStarts: [Int]

    /// Takes the bytes of a range of the file; what lies outside the file is left out.
    init(_ range: SourceRange?, of file: SourceFile) {
        let range = file.clamped(range ?? file.range)
        let (piece, pieceStart) = file.piece(holding: range)
        let (start, end) = (range.lowerBound - pieceStart, range.upperBound - pieceStart)
        self.file = file
        text = piece
        textStart = pieceStart
        let whole = piece.utf8
        let part = whole.withContiguousStorageIfAvailable { Array($0[start..<end]) } ?? Array(whole.dropFirst(start).prefix(end - start))
        bytes = part[...]
        offset = range.lowerBound
        lineStarts = Self.lineStarts(of: bytes)
    }

    /// A line (from 1) with its line ending; an empty range at the beginning or the end for a line before the first or after the last.
    func line(_ number: Int) -> Range<Int> {
        guard number > 0 else { return 0..<0 }
        guard number <= lineStarts.count else { return bytes.count..<bytes.count }
        return lineStarts[number - 1]..<(number < lineStarts.count ? lineStarts[number] : bytes.count)
    }

    /// The position before a column (bytes, from 1) of a line, kept inside that line.
    func position(line number: Int, column: Int) -> Int {
        let line = line(number)
        return min(line.lowerBound + max(0, column - 1), line.upperBound)
    }

    /// The same range without blank space at its end.
    func withoutTrailingSpace(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound, bytes[end - 1].isWhitespace { end -= 1 }
        return range.lowerBound..<end
    }

    /// The range in the file of a range of the part.
    func fileRange(_ range: Range<Int>) -> SourceRange {
        SourceRange(range.lowerBound, range.upperBound).shifted(by: offset)
    }

    /// Whether a range has exactly these bytes.
    func holds(_ text: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Bool {
        range.count == text.count && bytes.holds(text, at: range.lowerBound)
    }

    /// How many lines a text with a line ending after each has.
    static func countLines(of text: UnsafeBufferPointer<UInt8>) -> Int {
        lineStarts(of: Array(text)[...]).count - 1
    }

    private static func lineStarts(of text: ArraySlice<UInt8>) -> [Int] {
        var starts = [0]
        starts.reserveCapacity(64)
        let firstReturn = text.place(of: .carriageReturn, from: 0)
        var end = text.place(of: .lineFeed, from: 0)
        while end + 1 < firstReturn {
            starts.append(end + 1)
            end = text.place(of: .lineFeed, from: end + 1)
        }
        guard firstReturn < text.endIndex else {
            if end < text.endIndex { starts.append(end + 1) }
            return starts
        }
        for index in (starts.last ?? 0)..<text.endIndex where text[index].isLineEnding {
            // The line feed after a carriage return ends the same line.
            if text[index] == .lineFeed, index > 0, text[index - 1] == .carriageReturn { starts.removeLast() }
            starts.append(index + 1)
        }
        return starts
    }
}
