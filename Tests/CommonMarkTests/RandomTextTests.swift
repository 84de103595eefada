import CommonMark
import Diagnostics
import Testing

struct RandomTextTests {
    /// Pieces of syntax in every order: what the specification's examples do not combine.
    @Test(arguments: 0..<16)
    func findsEveryPiece(seed: UInt64) throws {
        let pieces = [
            "a", "b ", "é", " ", "  ", "\n", "\n", "\r\n", "\n\n", "*", "**", "_", "__", "`", "``", "[", "]", "](b)", "](<c d> 'e')",
            "][r]",
            "[r]", "![", "\\", "\\\n", "  \n", "&amp;", "&ouml;", "&#33;", "&x;", "<i>", "<i\n>", "<x-y:z>", "<a@b.c>", "(", ")", "\"", "'",
            "> ", ">", "- ", "1. ", "# ", " #", "\n===\n", "\n---\n", "```", "    ", "\t", "[r]: /u\n", "[r]: <v> \"t\"\n", "<!-- c -->",
            "<b>\n",
            "\0", "🧘🏽‍♀️", "!", "\n> ", "\n- ", "\n  ",
        ]
        var generator = SeededGenerator(state: seed)
        for _ in 0..<1_000 {
            let text = (0..<Int.random(in: 1...24, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            // The known limit: a lazy line whose `>` is text because it is indented like code.
            if text.replacing("\r\n", with: "\n").contains(/\n *(\t|    )\s*>/) { continue }
            let document = try Document(parsing: SourceFile(path: "random.md", text: text))
            #expect(Pieces(document, text).misplaced == [], "\(text.debugDescription)")
        }
    }
}

/// SplitMix64: the same texts in every run.
struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
