import Testing

@testable import ContentChecks

@Suite("Words and sentences")
struct TokensTests {
    static func words(_ text: String) -> [String] { Tokens(Array(text.utf8)).words.map(\.lower) }

    @Test(arguments: [
        ("Lift your hips.", ["lift", "your", "hips"]),
        ("well-known, don’t", ["well-known", "don't"]),
        ("10–20 seconds — now", ["10", "20", "seconds", "now"]),
        ("2.5 cm, 3 × 10", ["2.5", "cm", "3", "10"]),
        ("Über “Rücken”…", ["über", "rücken"]),
        ("½ of it", ["of", "it"]),
        ("", []),
        ("’’ -- ''", []),
    ])
    func splitsWords(text: String, expected: [String]) {
        #expect(Self.words(text) == expected)
    }

    @Test(arguments: [
        ("Stop. Rest.", 2), ("Use a mat, e.g. a rug. Rest.", 2), ("It takes 2.5 minutes.", 1), ("See Dr. Example.", 1),
        ("Really? Yes! No", 3), ("Breathe in. then out.", 1), ("(Rest.) Go on.", 2),
    ])
    func splitsSentences(text: String, count: Int) {
        #expect(Tokens(Array(text.utf8)).sentences.count == count)
    }

    @Test func everyWordHasItsBytes() {
        let text = "Don’t “arch” — 10 s, Über."
        let bytes = Array(text.utf8)
        let written = Tokens(bytes).words.map { String(decoding: bytes[$0.bytes], as: UTF8.self) }
        #expect(written == ["Don’t", "arch", "10", "s", "Über"])
    }

    @Test(arguments: [[UInt8]](arrayLiteral: [0xE2], [0xE2, 0x80], [0xC2], [0xC3, 0x97], [0x80, 0x80], [0x41, 0xE2, 0x80, 0x99]))
    func takesAnyBytes(bytes: [UInt8]) {
        let words = Tokens(bytes).words
        #expect(words.allSatisfy { $0.bytes.upperBound <= bytes.count })
    }
}
