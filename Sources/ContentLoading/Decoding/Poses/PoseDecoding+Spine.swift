import Diagnostics
import Exercises

extension PoseDecoding {
    /// Flexion in degrees, or a mapping with `flex`, `side` and `twist`.
    mutating func region(_ key: String) -> RegionAngles? {
        guard let value = keys.value(key) else { return nil }
        guard case .mapping = value.kind else { return keys.angle(value, keys.path(of: key)).map { RegionAngles(flex: $0) } }
        guard var region = MappingDecoder(value, path: keys.path(of: key), log: keys.log) else { return nil }
        let angles = RegionAngles(flex: region.angle("flex"), side: region.turn("side"), twist: region.turn("twist"))
        region.finish()
        return angles
    }
}

extension MappingDecoder {
    /// Degrees with the word `right` or `left`, such as `45 left`; right is positive. Nothing at all has no side.
    fileprivate mutating func turn(_ key: String) -> Double? {
        guard let value = value(key), let (text, _, range) = scalar(value, path(of: key), expected: "degrees and a side, such as `45 left`")
        else { return nil }
        if text == "0" { return 0 }
        let words = text.split(separator: " ")
        guard words.count == 2, let side = Side(rawValue: String(words[1])) else {
            var fix: Fix?
            if words.count == 1, let number = try? PoseNumber.number(words[0], in: PoseBounds.angle) {
                let degrees = PoseNumber.notation(abs(number))
                fix = Fix("say which way: `\(degrees) right` or `\(degrees) left`")
            } else if words.count == 2 {
                fix = Suggestion.fix(for: String(words[1]), among: ["right", "left"])
            }
            log.report(
                "missing-side", "`\(path(of: key))` cannot be `\(text)`", range,
                notes: ["expected degrees and the person's own side, such as `45 right`"], fix: fix)
            return nil
        }
        guard let degrees = number(value.word(words[0]), path(of: key), in: 0...PoseBounds.angle.upperBound, expected: "degrees") else {
            return nil
        }
        return degrees * side.sign
    }
}

extension YAMLValue {
    /// A word of this plain scalar as a value of its own.
    fileprivate func word(_ word: Substring) -> YAMLValue {
        let offset = word.base.utf8.distance(from: word.base.utf8.startIndex, to: word.startIndex)
        let isAsWritten = range.upperBound - range.lowerBound == word.base.utf8.count
        let place = SourceRange(range.lowerBound + offset, range.lowerBound + offset + word.utf8.count)
        return YAMLValue(kind: .scalar(String(word), isPlain: true), range: isAsWritten ? place : range)
    }
}
