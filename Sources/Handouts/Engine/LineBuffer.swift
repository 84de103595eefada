/// Cuts a stream of bytes into lines.
struct LineBuffer {
    private var bytes: [UInt8] = []

    /// Adds bytes and gives the lines that they complete, without their line feeds.
    mutating func append(_ chunk: [UInt8]) -> [[UInt8]] {
        guard let last = chunk.lastIndex(of: UInt8(ascii: "\n")) else {
            bytes += chunk
            return []
        }
        bytes += chunk[..<last]
        let lines = bytes.split(separator: UInt8(ascii: "\n")).map(Array.init)
        bytes = Array(chunk[(last + 1)...])
        return lines
    }
}
