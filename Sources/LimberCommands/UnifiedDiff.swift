import Diagnostics

extension Mending.File {
    /// How many lines stand around a change.
    private static let context = 3

    /// The changes as `diff -u` writes them. Which lines change, the edits say, so nothing is compared.
    var diff: String {
        let lines = Lines(source)
        var hunks: [ClosedRange<Int>] = []
        let blocks = changedBlocks(lines)
        for block in blocks {
            if let last = hunks.last, block.lowerBound <= last.upperBound + 2 * Self.context {
                hunks[hunks.count - 1] = last.lowerBound...block.upperBound
            } else {
                hunks.append(block)
            }
        }
        var text = "--- a/\(source.path)\n+++ b/\(source.path)\n"
        var shift = 0
        for hunk in hunks {
            let start = max(0, hunk.lowerBound - Self.context)
            let end = min(lines.count - 1, hunk.upperBound + Self.context)
            var (body, old, new) = ("", 0, 0)
            var line = start
            while line <= end {
                if let block = blocks.first(where: { $0.lowerBound == line }) {
                    for index in block { body += Self.marked("-", lines.text(index)) }
                    let changed = self.text(in: SourceRange(lines.start(block.lowerBound), lines.end(block.upperBound)))
                    let fresh = Lines(SourceFile(path: source.path, text: changed))
                    for index in 0..<fresh.count { body += Self.marked("+", fresh.text(index)) }
                    old += block.count
                    new += fresh.count
                    line = block.upperBound + 1
                } else {
                    body += Self.marked(" ", lines.text(line))
                    old += 1
                    new += 1
                    line += 1
                }
            }
            text += "@@ -\(start + 1),\(old) +\(start + 1 + shift),\(new) @@\n" + body
            shift += new - old
        }
        return text
    }

    /// The lines that edits touch, those that touch each other together.
    private func changedBlocks(_ lines: Lines) -> [ClosedRange<Int>] {
        var blocks: [ClosedRange<Int>] = []
        for edit in edits {
            let first = lines.index(of: edit.range.lowerBound)
            let last = max(first, lines.index(of: max(edit.range.lowerBound, edit.range.upperBound - 1)))
            if let block = blocks.last, first <= block.upperBound {
                blocks[blocks.count - 1] = block.lowerBound...max(block.upperBound, last)
            } else {
                blocks.append(first...last)
            }
        }
        return blocks
    }

    private static func marked(_ mark: String, _ line: String) -> String {
        line.hasSuffix("\n") ? mark + line : mark + line + "\n\\ No newline at end of file\n"
    }
}

/// The lines of a file with their ends.
private struct Lines {
    private let source: SourceFile
    private let starts: [Int]

    init(_ source: SourceFile) {
        self.source = source
        var starts = [0]
        let length = source.text.utf8.count
        for (offset, byte) in source.text.utf8.enumerated() where byte == UInt8(ascii: "\n") && offset + 1 < length {
            starts.append(offset + 1)
        }
        self.starts = length == 0 ? [] : starts
    }

    var count: Int { starts.count }

    func start(_ line: Int) -> Int { starts[line] }

    func end(_ line: Int) -> Int { line + 1 < starts.count ? starts[line + 1] : source.text.utf8.count }

    func text(_ line: Int) -> String { source.text(in: SourceRange(start(line), end(line))) }

    func index(of offset: Int) -> Int { max(0, (starts.firstIndex { $0 > offset } ?? starts.count) - 1) }
}
