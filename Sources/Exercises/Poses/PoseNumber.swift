/// Numbers of the pose language: an optional minus sign, digits without a leading zero, and up to four decimals after a point.
package enum PoseNumber {
    /// The number that a text writes.
    package static func number(_ text: Substring) throws(PoseNotationProblem) -> Double {
        let isNegative = text.hasPrefix("-")
        let parts = text.dropFirst(isNegative ? 1 : 0).split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let (whole, decimals) = (parts.first ?? "", parts.count > 1 ? parts[1] : nil)
        guard whole.utf8.allSatisfy(isDigit), whole.utf8.count <= 9, let digits = decimals ?? (whole.isEmpty ? nil : "0"), !digits.isEmpty,
            digits.utf8.allSatisfy(isDigit), digits.utf8.count <= 4
        else { throw PoseNotationProblem(.notANumber(String(text)), at: text.place) }
        let trimmed = whole.drop { $0 == "0" }
        guard whole == "0" || (!whole.isEmpty && trimmed.count == whole.count) else {
            let right = (isNegative ? "-" : "") + (trimmed.isEmpty ? "0" : trimmed) + (decimals.map { "." + $0 } ?? "")
            throw PoseNotationProblem(.number(String(text), rightForm: right), at: text.place)
        }
        guard let number = Double(text) else { throw PoseNotationProblem(.notANumber(String(text)), at: text.place) }
        return number == 0 ? 0 : number
    }

    /// The number that a text writes, within bounds.
    package static func number(_ text: Substring, in bounds: ClosedRange<Double>) throws(PoseNotationProblem) -> Double {
        let number = try number(text)
        guard bounds.contains(number) else { throw PoseNotationProblem(.outOfBounds(String(text), bounds), at: text.place) }
        return number
    }

    /// The number as it is written, without decimals that say nothing.
    package static func notation(_ number: Double) -> String {
        let text = "\(number)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
}
