/// A text whose places are marked with 1️⃣, 2️⃣, …: the text without the marks and the UTF-8 offset of each.
struct MarkedText {
    private(set) var text = ""
    private(set) var marks: [Int] = []

    init(_ marked: String) {
        for character in marked {
            if Self.isMark(character) {
                marks.append(text.utf8.count)
            } else {
                text.append(character)
            }
        }
    }

    /// A keycap: a digit with the combining enclosing keycap.
    private static func isMark(_ character: Character) -> Bool {
        character.unicodeScalars.contains("\u{20E3}")
    }
}
