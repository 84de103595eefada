import Testing

@testable import Diagnostics

/// A file that is kept in two pieces says the same as one that is whole.
struct SourceFileTests {
    private static let text = "---\ntitle: Ü\n---\nEin Übungsblatt,\r\nmit zwei Zeilen\n"

    @Test(arguments: 0...text.utf8.count)
    func piecesSayTheSameAsTheWhole(middle: Int) {
        let whole = SourceFile(path: "a.md", text: Self.text)
        let index = Self.text.utf8.index(Self.text.startIndex, offsetBy: middle)
        guard index.samePosition(in: Self.text.unicodeScalars) != nil else { return }
        let divided = whole.divided(at: middle)
        #expect(divided == whole)
        #expect(divided.text == Self.text)
        for start in 0...Self.text.utf8.count {
            #expect(divided.position(of: start) == whole.position(of: start))
            for end in start...Self.text.utf8.count {
                #expect(divided.text(in: SourceRange(start, end)) == whole.text(in: SourceRange(start, end)))
            }
        }
    }

    @Test func aPieceHoldsARangeWithItsPlace() {
        let file = SourceFile(path: "a.md", text: "abcdef").divided(at: 2)
        #expect(file.piece(holding: SourceRange(2, 6)) == ("cdef", 2))
        #expect(file.piece(holding: SourceRange(0, 2)) == ("ab", 0))
        #expect(file.piece(holding: SourceRange(1, 3)) == ("abcdef", 0))
    }

    @Test func aLongFileStaysWhole() {
        let file = SourceFile(path: "a.md", text: String(repeating: "a", count: 100_000)).divided(at: 50)
        #expect(file.piece(holding: SourceRange(60, 70)).offset == 0)
    }
}
