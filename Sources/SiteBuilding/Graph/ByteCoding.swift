import ContentHashing

/// Writes values one after another: numbers in seven-bit groups, texts with their length.
struct ByteWriter: Sendable {
    private(set) var bytes: [UInt8] = []

    mutating func write(_ number: Int) {
        var rest = UInt64(bitPattern: Int64(number))
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func write(_ text: String) {
        write(text.utf8.count)
        bytes += text.utf8
    }

    mutating func write(_ hash: ContentHash) {
        for word in [hash.high, hash.low] {
            for shift in stride(from: 0, to: 64, by: 8) { bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift))) }
        }
    }

    /// What another wrote, as it is.
    mutating func write(written other: ByteWriter) {
        bytes += other.bytes
    }

    mutating func write<Value>(_ values: some Collection<Value>, _ each: (inout ByteWriter, Value) -> Void) {
        write(values.count)
        for value in values { each(&self, value) }
    }
}

/// Reads what a `ByteWriter` wrote.
struct ByteReader {
    /// The bytes end too early, or are not what was written.
    struct Malformed: Error {}

    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    mutating func number() throws(Malformed) -> Int {
        var (number, shift) = (UInt64(0), UInt64(0))
        while let byte = rest.popFirst(), shift < 64 {
            number |= UInt64(byte & 0x7f) << shift
            if byte < 0x80 { return Int(Int64(bitPattern: number)) }
            shift += 7
        }
        throw Malformed()
    }

    mutating func text() throws(Malformed) -> String {
        let count = try number()
        guard count >= 0, count <= rest.count else { throw Malformed() }
        defer { rest = rest.dropFirst(count) }
        return String(decoding: rest.prefix(count), as: UTF8.self)
    }

    mutating func hash() throws(Malformed) -> ContentHash {
        ContentHash(high: try word(), low: try word())
    }

    mutating func values<Value>(_ each: (inout ByteReader) throws(Malformed) -> Value) throws(Malformed) -> [Value] {
        let count = try number()
        // Each takes a byte at least.
        guard count >= 0, count <= rest.count else { throw Malformed() }
        var values: [Value] = []
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try each(&self)) }
        return values
    }

    private mutating func word() throws(Malformed) -> UInt64 {
        guard rest.count >= 8 else { throw Malformed() }
        defer { rest = rest.dropFirst(8) }
        return rest.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    }
}
