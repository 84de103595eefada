import CCMark

/// A character reference such as `&amp;` or `&#8211;`.
enum CharacterReference {
    /// The characters that the reference at a position stands for and the length of the reference; none where there is no valid one.
    static func decode(_ bytes: ArraySlice<UInt8>, at start: Int) -> (expansion: [UInt8], length: Int)? {
        // The longest name, `CounterClockwiseContourIntegral`, has 31 letters.
        guard let end = bytes[start...].prefix(34).firstIndex(of: UInt8(ascii: ";")), end > start + 1 else { return nil }
        let reference = bytes[start...end]
        guard reference.dropFirst().dropLast().allSatisfy(isAllowed) else { return nil }
        // libcmark knows the 2,231 names; asking it keeps the table in one place.
        guard let tree = Tree(parsing: reference) else { return nil }
        var expansion: [UInt8] = []
        tree.walk { _, node in
            if node.type == CMARK_NODE_TEXT { node.withLiteral { expansion += $0 } }
        }
        return expansion.elementsEqual(reference) ? nil : (expansion, reference.count)
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "#"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }
}
