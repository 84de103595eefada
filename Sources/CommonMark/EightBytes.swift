/// Eight bytes of a text, looked at together, as nearly all of a text is nothing special.
///
/// The highest bit of each byte of an answer says whether the byte is what was asked for: Henry S. Warren, "Hacker's Delight", 6–1.
@frozen @usableFromInline package struct EightBytes {
    @usableFromInline package typealias Marks = UInt64

    @usableFromInline let bytes: UInt64

    @inlinable init(_ bytes: UInt64) {
        self.bytes = bytes
    }

    /// Marks bytes of one value. A byte that follows one may be marked too if it is larger by one.
    @inlinable @inline(__always)
    package func marks(of byte: UInt8) -> Marks {
        let difference = bytes ^ 0x0101_0101_0101_0101 &* UInt64(byte)
        return (difference &- 0x0101_0101_0101_0101) & ~difference
    }

    /// Marks bytes that are not printable ASCII, which is from the space to the tilde. Where there are some, others may be marked too.
    @inlinable @inline(__always)
    package var otherThanPrintableASCII: Marks {
        // What is too small borrows, what is too large carries, and both set the highest bit.
        bytes | (bytes &- 0x2020_2020_2020_2020) | (bytes &+ 0x0101_0101_0101_0101)
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// The first place from an index on that a byte makes a special one; the end where there is none. `marks` marks bytes of eight that may be
    /// special, `isSpecial` says of each byte of such eight whether it is.
    @inlinable @inline(__always)
    package func place(from start: Int, where isSpecial: (UInt8) -> Bool, marks: (EightBytes) -> EightBytes.Marks) -> Int {
        let raw = UnsafeRawBufferPointer(self)
        var index = start
        while index < count {
            // The last eight bytes may have been looked at in part.
            let word = Swift.min(index, count - 8)
            if word >= 0,
                marks(EightBytes(raw.loadUnaligned(fromByteOffset: word, as: UInt64.self))) & 0x8080_8080_8080_8080 == 0
            {
                index = word + 8
                continue
            }
            let end = Swift.min(index + 8, count)
            while index < end {
                if isSpecial(self[index]) { return index }
                index += 1
            }
        }
        return index
    }
}
