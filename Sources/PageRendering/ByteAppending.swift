import CommonMark

/// What pages are written with. A string's own view appends byte by byte where the compiler does not see through it; these copy runs.
extension [UInt8] {
    /// Adds a text as it is.
    @inline(__always)
    mutating func append(_ text: String) {
        text.withBytes { append(contentsOf: $0) }
    }

    /// Adds a text of the program's own, which stands in memory as it is added.
    @inline(__always)
    mutating func append(_ text: StaticString) {
        text.withUTF8Buffer { append(contentsOf: $0) }
    }
}
