import CXXHash

/// A name for some bytes, of 128 bits: the same in every process and on every machine. It tells contents apart and notices damage; it is no
/// protection against forgery.
///
/// The algorithm is XXH3 of the library xxHash, seed 0.
package struct ContentHash: Hashable, Sendable, Comparable, CustomStringConvertible {
    package let high: UInt64
    package let low: UInt64

    /// The hash that was taken earlier.
    package init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    package init(_ bytes: UnsafeRawBufferPointer) {
        let hash = XXH3_128bits(bytes.baseAddress, bytes.count)
        self.init(high: hash.high64, low: hash.low64)
    }

    package init(_ bytes: some Sequence<UInt8>) {
        // `Data` and other sequences hand out their bytes one by one far more slowly than all at once.
        self =
            bytes.withContiguousStorageIfAvailable { ContentHash(UnsafeRawBufferPointer($0)) }
            ?? Array(bytes).withUnsafeBytes { ContentHash($0) }
    }

    /// 32 hexadecimal digits.
    package var description: String { Self.digits(high) + Self.digits(low) }

    package static func < (one: ContentHash, other: ContentHash) -> Bool {
        (one.high, one.low) < (other.high, other.low)
    }

    private static func digits(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
