/// A half-open range of UTF-8 offsets in one source file.
///
/// Offsets, not lines and columns: cmark counts bytes and libyaml scalars, so each is converted once, where it
/// enters, and lines and columns are computed only when a diagnostic is printed.
package struct SourceRange: Hashable, Sendable {
    // Half the size: a library holds hundreds of thousands, and no file that is read reaches 4 GiB.
    private let lower: UInt32
    private let upper: UInt32

    /// Offset of the first byte.
    package var lowerBound: Int { Int(lower) }
    /// Offset after the last byte; never before `lowerBound`.
    package var upperBound: Int { Int(upper) }

    package init(_ lowerBound: Int, _ upperBound: Int) {
        lower = UInt32(clamping: lowerBound)
        upper = max(lower, UInt32(clamping: upperBound))
    }

    /// An empty range at one offset.
    package init(at offset: Int) {
        self.init(offset, offset)
    }

    /// The same range, seen from a text that begins `distance` bytes earlier.
    package func shifted(by distance: Int) -> SourceRange {
        SourceRange(lowerBound + distance, upperBound + distance)
    }
}
