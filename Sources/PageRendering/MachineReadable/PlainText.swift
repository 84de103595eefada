import CommonMark

/// A text under construction. Its places are counts of bytes; whatever is put in or taken out are whole characters.
struct PlainText {
    private var bytes: [UInt8] = []

    var string: String { String(decoding: bytes, as: UTF8.self) }

    /// The place after the last byte.
    var end: Int { bytes.count }

    mutating func append(_ text: String) { bytes.append(text) }

    mutating func append(_ text: StaticString) { bytes.append(text) }

    mutating func append(textOf inline: Inline) { inline.append(textTo: &bytes) }

    mutating func remove(from start: Int) {
        bytes.removeLast(bytes.count - start)
    }

    /// Takes the spaces at the end away, back to a place.
    mutating func removeSpaces(from start: Int) {
        while bytes.count > start, bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
    }

    /// Takes spaces and line breaks away from both ends of what follows a place.
    mutating func trim(from start: Int) {
        while bytes.count > start, let last = bytes.last, Self.isBlank(last) { bytes.removeLast() }
        guard bytes.count > start, Self.isBlank(bytes[start]) else { return }
        bytes.removeSubrange(start..<(bytes[start...].firstIndex { !Self.isBlank($0) } ?? bytes.count))
    }

    /// Puts spaces at the beginning of each line that begins after a place.
    mutating func indentLines(from start: Int, by count: Int) {
        guard bytes[start...].contains(UInt8(ascii: "\n")) else { return }
        let lines = bytes[start...]
        bytes.removeLast(lines.count)
        for byte in lines {
            bytes.append(byte)
            if byte == UInt8(ascii: "\n") { bytes += repeatElement(UInt8(ascii: " "), count: count) }
        }
    }

    func contains(_ text: String, from start: Int) -> Bool {
        let (sought, last) = (text.utf8, bytes.count - text.utf8.count)
        guard start <= last else { return false }
        return (start...last).contains { bytes[$0...].starts(with: sought) }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") }
}
