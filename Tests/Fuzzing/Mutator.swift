/// Makes new inputs of old ones.
struct Mutator {
    private let dictionary: [[UInt8]]
    private var random: RandomNumbers
    private let longest: Int

    /// Words that mean something to every reader of text, and those that readers get wrong.
    private static let everywhere = [
        "\n", "\r\n", "\r", "\t", " ", "\"", "'", ":", ": ", "- ", "#", "---\n", "[", "]", "{", "}", ",", "\\", "<", ">", "&", "%", "|",
        "*", "!",
        "0", "1", "-1", "007", "9223372036854775807", "99999999999999999999", "1e309", "0x7f", ".5", "NaN", "null", "true", "no", "~", "\0",
        "\u{7F}", "\u{85}", "\u{A0}", "\u{301}", "\u{200D}", "\u{202E}", "\u{2028}", "\u{FEFF}", "\u{FFFD}", "\u{1F468}\u{200D}\u{1F469}",
        "\u{10FFFF}", "ſ", "İ", "–", "javascript:", "data:text/html,", "../", "/", "//",
    ]

    init(dictionary: [String], longest: Int, random: RandomNumbers) {
        self.longest = longest
        self.dictionary = (dictionary + Self.everywhere).map { Array($0.utf8) }
        self.random = random
    }

    /// One of the inputs, changed a few times.
    mutating func mutation(of corpus: [[UInt8]]) -> [UInt8] {
        var bytes = corpus.randomElement(using: &random) ?? []
        let changes = 1 << Int.random(in: 0...4, using: &random)
        for _ in 0..<changes { change(&bytes, corpus) }
        return Array(bytes.prefix(longest))
    }

    private mutating func change(_ bytes: inout [UInt8], _ corpus: [[UInt8]]) {
        switch Int.random(in: 0..<11, using: &random) {
        case 0:
            guard let index = bytes.indices.randomElement(using: &random) else { return }
            bytes[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: place(in: bytes))
        case 2: bytes.removeSubrange(range(in: bytes, longest: 64))
        case 3: bytes.insert(contentsOf: bytes[range(in: bytes, longest: 64)], at: place(in: bytes))
        case 4:
            let part = bytes[range(in: bytes, longest: 16)]
            let copies = 1 << Int.random(in: 1...8, using: &random)
            guard part.count * copies <= longest else { return }
            bytes.insert(contentsOf: Array(repeatElement(part, count: copies).joined()), at: place(in: bytes))
        case 5, 6: bytes.insert(contentsOf: word(), at: place(in: bytes))
        case 7: bytes.replaceSubrange(range(in: bytes, longest: 8), with: word())
        case 8:
            guard let other = corpus.randomElement(using: &random) else { return }
            bytes.insert(contentsOf: other[range(in: other, longest: 200)], at: place(in: bytes))
        case 9: changeLines(&bytes)
        default: changeNumber(&bytes)
        }
    }

    /// Removes a line, says it twice, or puts it somewhere else.
    private mutating func changeLines(_ bytes: inout [UInt8]) {
        var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
        guard let index = lines.indices.randomElement(using: &random), let other = lines.indices.randomElement(using: &random) else {
            return
        }
        switch Int.random(in: 0..<3, using: &random) {
        case 0: lines.remove(at: index)
        case 1: lines.insert(lines[index], at: other)
        default: lines.swapAt(index, other)
        }
        bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
    }

    /// Puts another number in the place of one.
    private mutating func changeNumber(_ bytes: inout [UInt8]) {
        let digits = bytes.indices.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[$0]) }
        guard let start = digits.randomElement(using: &random) else { return }
        let number = ["0", "1", "-1", "2", "10", "59", "60", "100", "359.9999", "360", "10000", "10001", "0.0001", "2147483648", "-0.5"]
        bytes.replaceSubrange(start...start, with: Array((number.randomElement(using: &random) ?? "0").utf8))
    }

    private mutating func word() -> [UInt8] {
        dictionary.randomElement(using: &random) ?? []
    }

    private mutating func place(in bytes: [UInt8]) -> Int {
        Int.random(in: 0...bytes.count, using: &random)
    }

    private mutating func range(in bytes: [UInt8], longest: Int) -> Range<Int> {
        let start = place(in: bytes)
        return start..<min(bytes.count, start + Int.random(in: 0...longest, using: &random))
    }
}
