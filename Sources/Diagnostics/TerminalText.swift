extension String {
    /// The text with nothing in it that a terminal obeys or a reader cannot see: each such character becomes a replacement character.
    ///
    /// Messages quote files, and a file may hold escape sequences that move the cursor, rename the window or hide an error.
    package var forTerminal: String {
        guard unicodeScalars.contains(where: \.isUnsafeOnTerminal) else { return self }
        var text = ""
        for scalar in unicodeScalars { text.unicodeScalars.append(scalar.isUnsafeOnTerminal ? "\u{FFFD}" : scalar) }
        return text
    }
}

extension Unicode.Scalar {
    /// A control character other than a tab and a line feed, or one that turns the direction of text or breaks its line.
    var isUnsafeOnTerminal: Bool {
        switch value {
        case 0x09, 0x0A: false
        case 0..<0x20, 0x7F..<0xA0: true
        // Marks, embeddings, overrides and isolates of direction; line and paragraph separators.
        case 0x061C, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
