/// All phrases of one kind, found without a search by name: saying a dose takes a dozen of them, and each exercise says a dozen doses.
struct PreparedPhrases<Key: PhraseKey>: Sendable {
    /// In the order of the cases.
    private let phrases: [Phrase]

    init(_ book: Phrasebook) {
        let isKeptAsPlace = MemoryLayout<Key>.size == 1 && Key.allCases.enumerated().allSatisfy { $0.offset == Self.place(of: $0.element) }
        precondition(isKeptAsPlace, "the cases are not kept as their places")
        phrases = Key.allCases.map { book.phrase($0) }
    }

    subscript(key: Key) -> Phrase { phrases[Self.place(of: key)] }

    /// An enumeration of names alone is kept as the place of the case among all of them, in one byte. The language has no way to ask for it.
    private static func place(of key: Key) -> Int {
        withUnsafeBytes(of: key) { Int($0[0]) }
    }
}
