/// A short name for the content of a file: ten hexadecimal digits of 64-bit FNV-1a.
///
/// It only has to change when the content changes, so that browsers may keep a file for ever; it is no protection against forgery.
package struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
    package let description: String

    package init(_ bytes: some Sequence<UInt8>) {
        // `Data` hands out its bytes one by one far more slowly than all at once.
        let hash = bytes.withContiguousStorageIfAvailable(Self.hash) ?? Self.hash(bytes)
        let digits = String(hash, radix: 16)
        let padded = String(repeating: "0", count: 16 - digits.count) + digits
        description = String(padded.prefix(10))
    }

    private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes {
            hash ^= UInt64(byte)
            hash = hash &* 0x0000_0100_0000_01b3
        }
        return hash
    }
}
