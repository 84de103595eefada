/// The way from libyaml's places, which count Unicode scalars, to UTF-8 offsets.
///
/// Places mostly come in their order, so it goes on from the last one: a list of all offsets would take eight times the text.
struct ScalarOffsets {
    private let bytes: ArraySlice<UInt8>
    private let isASCII: Bool
    private var scalar = 0
    private var offset: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        isASCII = bytes.reduce(0) { $0 | $1 } < 0x80
        offset = bytes.startIndex
    }

    /// The offset of a scalar, or of the end for one that is not there.
    mutating func offset(ofScalar wanted: Int) -> Int {
        if isASCII { return min(bytes.startIndex + wanted, bytes.endIndex) }
        while scalar < wanted, offset < bytes.endIndex {
            offset += 1
            while offset < bytes.endIndex, isContinuation(offset) { offset += 1 }
            scalar += 1
        }
        while scalar > wanted, offset > bytes.startIndex {
            offset -= 1
            if !isContinuation(offset) { scalar -= 1 }
        }
        return offset
    }

    private func isContinuation(_ offset: Int) -> Bool { bytes[offset] & 0xC0 == 0x80 }
}
