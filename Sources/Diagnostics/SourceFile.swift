/// The text of one input file with its path, so that a diagnostic can show the line it speaks of.
package struct SourceFile: Sendable, Hashable {
    /// The path as it is printed: relative to the library's root.
    package let path: String
    /// The text before what is kept by itself; empty for most files.
    private let head: String
    private let rest: String
    /// Of a long file; in a short one lines are looked for when a place is wanted, which is seldom.
    private let longIndex: LineIndex?

    private static let longestWithoutIndex = 1 << 14

    package init(path: String, text: String) {
        self.path = path
        head = ""
        rest = text
        longIndex = text.utf8.count > Self.longestWithoutIndex ? LineIndex(text) : nil
    }

    private init(path: String, head: String, rest: String) {
        self.path = path
        self.head = head
        self.rest = rest
        longIndex = nil
    }

    /// The same with what begins at an offset, which must be a scalar's, as a text of its own. A library keeps the bodies of all pages, and so
    /// need not keep their front matter with them. A long file stays in one piece, since its places are looked up in the whole.
    package func divided(at offset: Int) -> SourceFile {
        guard longIndex == nil, head.isEmpty, offset > 0, offset < rest.utf8.count else { return self }
        let middle = rest.utf8.index(rest.startIndex, offsetBy: offset)
        return SourceFile(path: path, head: String(rest[..<middle]), rest: String(rest[middle...]))
    }

    /// The whole text, in which `SourceRange` offsets count UTF-8 bytes.
    package var text: String { head.isEmpty ? rest : head + rest }

    /// The piece of the text that holds a range, and the offset at which it begins.
    package func piece(holding range: SourceRange) -> (text: String, offset: Int) {
        let middle = head.utf8.count
        if range.lowerBound >= middle { return (rest, middle) }
        return range.upperBound <= middle ? (head, 0) : (text, 0)
    }

    private var index: LineIndex { longIndex ?? LineIndex(text) }

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
        let (text, index) = (text, index)
        let offset = clamped(offset)
        let line = index.line(containing: offset, of: text)
        if index.isASCII { return Position(line: line.number, column: offset - line.range.lowerBound + 1) }
        let (start, column) = index.milestone(before: offset, since: line.range.lowerBound)
        return Position(line: line.number, column: column + String(Substring(text.utf8.prefix(offset).dropFirst(start))).count + 1)
    }

    /// The number (from 1) and the range of the line that holds an offset, without its line ending, and its text before and after the
    /// offset, of each at most `reach` bytes.
    package func line(
        containing offset: Int, within reach: Int
    ) -> (number: Int, range: SourceRange, text: (before: Substring, after: Substring)) {
        let (number, range) = index.line(containing: clamped(offset), of: text)
        let middle = min(clamped(offset), range.upperBound)
        let (start, end) = (max(range.lowerBound, middle - reach), min(range.upperBound, middle + reach))
        return (number, range, (self[start, middle], self[middle, end]))
    }

    /// The text between two offsets, each moved back to where a scalar begins.
    subscript(start: Int, end: Int) -> Substring {
        let text = text
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
        clamped(index.startOfLine(line, of: text) + utf8Column)
    }

    /// The offset of a line (from 1) and a zero-based count of Unicode scalars in it, kept inside the text.
    package func offset(line: Int, scalarColumn: Int) -> Int {
        let start = index.startOfLine(line, of: text)
        let rest = Substring(text.utf8.dropFirst(start))
        let width = rest.unicodeScalars.prefix(scalarColumn).reduce(0) { $0 + UTF8.width($1) }
        return clamped(start + width)
    }

    /// The text of a range, kept inside the file.
    package func text(in range: SourceRange) -> String {
        let (start, end) = (clamped(range.lowerBound), clamped(range.upperBound))
        let (text, offset) = piece(holding: SourceRange(start, max(start, end)))
        return String(decoding: text.utf8.prefix(end - offset).dropFirst(start - offset), as: UTF8.self)
    }

    /// Everything.
    package var range: SourceRange { SourceRange(0, head.utf8.count + rest.utf8.count) }

    /// What of a range lies inside the file.
    package func clamped(_ range: SourceRange) -> SourceRange {
        let start = clamped(range.lowerBound)
        return SourceRange(start, max(start, clamped(range.upperBound)))
    }

    private func clamped(_ offset: Int) -> Int {
        min(max(0, offset), head.utf8.count + rest.utf8.count)
    }
}
