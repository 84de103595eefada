/// A direction in words, such as `out+up*0.6`: a weighted sum of named directions.
package struct PoseDirection: Hashable, Sendable, Encodable {
    /// A named direction.
    ///
    /// `front`, `back`, `head`, `feet`, `out` and `in` belong to the body (the trunk's, `out` being away from the middle on the limb's own
    /// side); `up` and `down` to the room; `ahead`, `behind`, `right` and `left` to the room as the person faces it, whatever they lie on.
    package enum Word: String, Hashable, Sendable, CaseIterable, Encodable {
        case up, down, front, back, head, feet, out, `in`, right, left, ahead, behind
    }

    package struct Term: Hashable, Sendable, Encodable {
        package let word: Word
        package let weight: Double

        package init(word: Word, weight: Double = 1) {
            self.word = word
            self.weight = weight
        }
    }

    /// At least one.
    package let terms: [Term]

    package init?(terms: [Term]) {
        guard !terms.isEmpty else { return nil }
        self.terms = terms
    }

    package init(_ word: Word, _ others: Term...) {
        terms = [Term(word: word)] + others
    }
}
