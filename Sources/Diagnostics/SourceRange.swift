/// A half-open range of UTF-8 offsets in one source file.
///
/// Offsets, not lines and columns: cmark counts bytes and Yams scalars, so each is converted once, where it
/// enters, and lines and columns are computed only when a diagnostic is printed.
package struct SourceRange: Hashable, Sendable {
    /// Offset of the first byte.
    package let lowerBound: Int
    /// Offset after the last byte; never before `lowerBound`.
    package let upperBound: Int

    package init(_ lowerBound: Int, _ upperBound: Int) {
        self.lowerBound = lowerBound
        self.upperBound = max(lowerBound, upperBound)
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
