import Diagnostics
import Exercises

extension PoseNotationProblem {
    /// The sentence for this problem of a scalar, at the word that is wrong.
    func diagnostic(_ text: String, _ path: String, expected: String, in file: SourceFile, _ range: SourceRange) -> Diagnostic {
        func diagnostic(_ id: String, _ message: String, notes: [String] = [], fix: Fix? = nil) -> Diagnostic {
            Diagnostic(id, message, in: file, place(of: text, in: range), notes: notes, fix: fix)
        }
        switch kind {
        case .empty:
            return diagnostic("empty-value", "in `\(path)` a word is missing here", notes: ["expected \(expected)"])
        case .unknownPart(let word):
            let known = BodyAnchor.Part.allCases.map(\.notation)
            return diagnostic(
                "unknown-part", "`\(word)` is not a part of the body", notes: ["expected one of: \(known.joined(separator: ", "))"],
                fix: Suggestion.fix(for: word, among: known))
        case .unknownDirection(let word):
            let known = PoseDirection.Word.allCases.map(\.rawValue)
            return diagnostic(
                "unknown-direction", "`\(word)` is not a direction", notes: ["expected one of: \(known.joined(separator: ", "))"],
                fix: Suggestion.fix(for: word, among: known))
        case .unknownFace(let word, let part):
            return unknownFace(word, of: part, diagnostic)
        case .sideOfUnpaired(let part):
            return diagnostic(
                "side-of-unpaired-part", "there is one \(part.notation), so it has no side and a face",
                notes: ["expected one of: \(part.faces.map { "`\(part.notation).\($0.rawValue)`" }.joined(separator: ", "))"])
        case .fractionOfPoint(let part):
            return diagnostic(
                "fraction-of-a-point", "`\(part.notation)` is a point, so nothing lies a fraction along it",
                fix: Fix("remove `@` and the number, or name the part beside it, such as `thigh`"))
        case .excess(let word):
            return diagnostic(
                "not-an-anchor", "`\(word)` is left over", notes: ["expected a part, a side and a face, such as `thigh.R.outer`"])
        case .notANumber(let word):
            return diagnostic(
                "not-a-number", "`\(path)` cannot be `\(word)`",
                notes: ["expected a number such as `30`, `-4` or `0.25`, with four decimals at most"], fix: Self.digitsFix(word))
        case .number(let word, let rightForm):
            let reason = word.drop { $0 == "-" }.hasPrefix(".") ? "has no digit before its point" : "begins with a zero"
            return diagnostic(
                "leading-zero", "`\(word)` \(reason), which YAML may read as something else",
                fix: Fix("write `\(rightForm)`"))
        case .outOfBounds(let word, let bounds):
            let (low, high) = (PoseNumber.notation(bounds.lowerBound), PoseNumber.notation(bounds.upperBound))
            return diagnostic("out-of-bounds", "`\(word)` is not a number from \(low) to \(high)")
        case .noDirection:
            return diagnostic("no-direction", "the words of `\(text)` cancel each other out")
        }
    }

    private func unknownFace(
        _ word: String, of part: BodyAnchor.Part,
        _ diagnostic: (_ id: String, _ message: String, _ notes: [String], _ fix: Fix?) -> Diagnostic
    ) -> Diagnostic {
        let faces = part.faces.map(\.rawValue)
        let known = part.isPaired ? ["R", "L"] + faces : faces
        return diagnostic(
            "unknown-face", "`\(part.notation)` has no face `\(word)`", ["expected one of: \(known.joined(separator: ", "))"],
            Suggestion.fix(for: word, among: known))
    }

    /// The bytes that are wrong, where the scalar stands in its file as it reads.
    private func place(of text: String, in range: SourceRange) -> SourceRange {
        let quotes = range.upperBound - range.lowerBound - text.utf8.count
        guard quotes == 0 || quotes == 2, !place.isEmpty else { return range }
        let start = range.lowerBound + quotes / 2
        return SourceRange(start + place.lowerBound, start + place.upperBound)
    }

    /// A number with a typographic minus, a plus or a unit that is understood.
    private static func digitsFix(_ word: String) -> Fix? {
        var text = word.replacing("−", with: "-")
        for ending in ["°", " m", "m"] where text.hasSuffix(ending) { text.removeLast(ending.count) }
        if text.hasPrefix("+") { text.removeFirst() }
        guard text != word, (try? PoseNumber.number(Substring(text))) != nil else { return nil }
        return Fix("write `\(text)`")
    }
}
