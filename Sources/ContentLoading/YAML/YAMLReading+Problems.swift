import Diagnostics

extension YAMLReading {
    /// How to mend what libyaml complains of.
    func fix(for problem: String) -> Fix? {
        switch problem {
        case _ where problem.contains("mapping values are not allowed"): Fix("put text that contains a colon and a space in quotes")
        case _ where problem.contains("could not find expected ':'"):
            Fix("write `key: value`, with an ordinary space after the colon, or indent the line if it goes on with the one above")
        case _ where problem.contains("cannot start any token"): Fix("put the text in quotes")
        case _ where problem.contains("expected <block end>"): Fix("check the indentation, and put text with special characters in quotes")
        default: nil
        }
    }

    /// The diagnostic of a key that stands again below an entry.
    func duplicateKey(_ entry: YAMLEntry) -> Diagnostic {
        let key = entry.key
        let first = SourceRange(entry.keyRange.lowerBound, entry.keyRange.lowerBound + key.utf8.count)
        let line = file.position(of: first.lowerBound).line
        return Diagnostic(
            "duplicate-key", "the key `\(key)` stands twice", in: file, secondOccurrence(of: key, after: first) ?? first,
            notes: ["the first one is on line \(line)"], fix: Fix("keep one of them"))
    }

    /// The next place where the key stands as one, in quotes or not.
    private func secondOccurrence(of key: String, after first: SourceRange) -> SourceRange? {
        let key = Array(key.utf8)
        guard !key.isEmpty else { return nil }
        for start in first.upperBound..<max(first.upperBound, bytes.endIndex) where bytes[start...].starts(with: key) {
            guard start > bytes.startIndex, " \n{,\"'".utf8.contains(bytes[start - 1]) else { continue }
            let rest = bytes[(start + key.count)...].drop { " \"'".utf8.contains($0) }
            if rest.first == UInt8(ascii: ":") { return SourceRange(start, start + key.count) }
        }
        return nil
    }
}
