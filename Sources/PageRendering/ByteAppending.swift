/// What pages are written with. A string's own view appends byte by byte where the compiler does not see through it; these copy runs.
extension [UInt8] {
    /// Adds a text as it is.
    @inline(__always)
    mutating func append(_ text: String) {
        var text = text
        text.withUTF8 { append(contentsOf: $0) }
    }

    /// Adds a text of the program's own, which stands in memory as it is added.
    @inline(__always)
    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }

    /// Adds a text in which something stands for some bytes; `replacement` gives nothing for those that stay.
    @inline(__always)
    mutating func append(_ text: String, replacing replacement: (UInt8) -> StaticString?) {
        var text = text
        text.withUTF8 { append($0, replacing: replacement) }
    }

    /// Adds bytes of which some are replaced; most runs are long, and are copied whole.
    @inline(__always)
    mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, replacing replacement: (UInt8) -> StaticString?) {
        var start = 0
        for index in bytes.indices {
            guard let other = replacement(bytes[index]) else { continue }
            append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<index]))
            append(other)
            start = index + 1
        }
        append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
}
