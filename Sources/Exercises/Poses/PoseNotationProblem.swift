/// Why a text of the pose language cannot be read, and which of its UTF-8 bytes are wrong.
package struct PoseNotationProblem: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// No text at all, or nothing where a word belongs.
        case empty
        case unknownPart(String)
        case unknownDirection(String)
        /// A word after a part that is none of its faces.
        case unknownFace(String, of: BodyAnchor.Part)
        /// A side and a face of a part that there is only one of.
        case sideOfUnpaired(BodyAnchor.Part)
        /// A fraction along a part that has no length.
        case fractionOfPoint(BodyAnchor.Part)
        /// Something is left after the end.
        case excess(String)
        /// Neither digits nor one decimal point between them.
        case notANumber(String)
        /// A number that is written otherwise than it should be, such as `.4` or `012`, with the right form.
        case number(String, rightForm: String)
        case outOfBounds(String, ClosedRange<Double>)
        /// The words of a direction cancel each other out.
        case noDirection
    }

    package let kind: Kind
    package let place: Range<Int>

    package init(_ kind: Kind, at place: Range<Int>) {
        self.kind = kind
        self.place = place
    }
}

extension Substring {
    /// Which UTF-8 bytes of the text that it was cut from it holds.
    var place: Range<Int> {
        let start = base.utf8.distance(from: base.utf8.startIndex, to: startIndex)
        return start..<(start + utf8.count)
    }
}
