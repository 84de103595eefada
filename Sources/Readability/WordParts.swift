/// Parts that many words have, found by their first or last letter: each word is compared with a few of them only.
struct WordParts: Sendable {
    enum Key: Sendable {
        case firstLetter
        case lastLetter
    }

    /// By the letter.
    private let parts: [[[UInt8]]]

    init(_ parts: [String], by key: Key) {
        var table = Array(repeating: [[UInt8]](), count: 26)
        for part in parts.map({ Array($0.utf8) }) {
            guard let letter = key == .firstLetter ? part.first : part.last else { continue }
            table[Int(letter) - Int(UInt8(ascii: "a"))].append(part)
        }
        self.parts = table
    }

    /// Those that may fit a word by its first or last letter, in lower case.
    func fitting(_ letter: UInt8?) -> [[UInt8]] {
        guard let letter, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(letter) else { return [] }
        return parts[Int(letter) - Int(UInt8(ascii: "a"))]
    }
}
