import CommonMark

/// HTML under construction, with the escaping of CommonMark's reference implementation.
struct HTMLBuffer: ~Copyable {
    private(set) var bytes = GrowingBytes(capacity: 1024)

    /// Markup, as it is.
    mutating func append(_ markup: String) {
        bytes.append(markup)
    }

    /// Markup of the program's own.
    mutating func append(_ markup: StaticString) {
        bytes.append(markup)
    }

    /// A line feed, unless the buffer is empty or already at the beginning of a line.
    mutating func startLine() {
        if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    }

    /// Text for content or a quoted attribute.
    mutating func append(escaping text: String) {
        text.withBytes { append(escaping: $0) }
    }

    /// The same of bytes.
    mutating func append(escaping text: UnsafeBufferPointer<UInt8>) {
        bytes.append(text) { byte in
            switch byte {
            case UInt8(ascii: "\""): "&quot;"
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            default: nil
            }
        } marks: { bytes in
            bytes.markup
        }
    }

    /// A destination for a `href` or `src` attribute, percent-encoded where it must be. One that a browser would execute, or that reads
    /// the reader's own files, becomes empty.
    mutating func append(destination: String) {
        guard !Self.isUnsafe(destination) else { return }
        destination.withBytes { destination in
            // Most destinations stay as they are.
            if destination.allSatisfy(Self.staysInDestination) {
                bytes.append(destination)
            } else {
                append(encoding: destination)
            }
        }
    }

    private mutating func append(encoding destination: UnsafeBufferPointer<UInt8>) {
        for byte in destination {
            switch byte {
            case UInt8(ascii: "&"): append("&amp;")
            case UInt8(ascii: "'"): append("&#x27;")
            case _ where Self.staysInDestination(byte): bytes.append(byte)
            default:
                bytes.append(UInt8(ascii: "%"))
                bytes.append(Self.hexadecimal(byte >> 4))
                bytes.append(Self.hexadecimal(byte & 0xF))
            }
        }
    }

    static func isUnsafe(_ destination: String) -> Bool {
        // The first letter tells most destinations from all of these.
        guard let first = destination.utf8.first, "dDjJvVfF".utf8.contains(first) else { return false }
        // Longer than every prefix below; the rest of a destination does not matter.
        let start = String(decoding: destination.utf8.prefix(16).map(lowercased), as: UTF8.self)
        if ["data:image/png", "data:image/gif", "data:image/jpeg", "data:image/webp"].contains(where: start.hasPrefix) { return false }
        return ["javascript:", "vbscript:", "file:", "data:"].contains(where: start.hasPrefix)
    }

    private static func staysInDestination(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "!"), UInt8(ascii: "#"), UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "("), UInt8(ascii: ")"),
            UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "/"),
            UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "?"), UInt8(ascii: "@"), UInt8(ascii: "_"),
            UInt8(ascii: "~"):
            true
        default: false
        }
    }

    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }

    private static func hexadecimal(_ digit: UInt8) -> UInt8 {
        digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
    }
}
