/// A phrase with its placeholders found, so that it can be said again and again without being searched: `Hold for {amount} ({phase}).`
struct Phrase: Hashable, Sendable {
    /// A placeholder, with the text since the last one.
    private struct Slot: Hashable, Sendable {
        let before: [UInt8]
        let name: String
    }

    /// As it is written.
    let text: String
    private let slots: [Slot]
    private let ending: [UInt8]

    /// A placeholder is what stands in braces without other braces.
    init(_ text: String) {
        var slots: [Slot] = []
        let bytes = text.utf8
        var (end, open) = (bytes.startIndex, bytes.endIndex)
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "{"): open = index
            case UInt8(ascii: "}") where open != bytes.endIndex:
                slots.append(Slot(before: Array(bytes[end..<open]), name: String(text[bytes.index(after: open)..<index])))
                (end, open) = (bytes.index(after: index), bytes.endIndex)
            default: break
            }
        }
        self.text = text
        self.slots = slots
        ending = Array(bytes[end...])
    }

    /// Writes the phrase and lets a closure write what stands for each placeholder; one whose name the closure does not know stays as it is.
    func write(to text: inout PhraseText, _ value: (_ name: String, _ text: inout PhraseText) -> Bool) {
        for slot in slots {
            text += slot.before
            if !value(slot.name, &text) { text += "{\(slot.name)}" }
        }
        text += ending
    }
}
