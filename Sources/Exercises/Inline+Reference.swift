package import CommonMark

extension Inline {
    /// Where a link or an image points to; nil where it is neither, or its destination is no reference. What is inside is not read.
    package var reference: Reference? { withDestination { try? Reference(destination: $0) } ?? nil }
}
