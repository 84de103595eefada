import Diagnostics
import Exercises

/// What numbers of the pose language may be.
enum PoseBounds {
    /// Degrees.
    static let angle = -360.0...360.0
    /// Degrees above the floor.
    static let elevation = -90.0...90.0
    static let metres = -3.0...3.0
    /// Of the arms' length.
    static let arms = 0.0...1.2
}

extension MappingDecoder {
    /// Degrees.
    mutating func angle(_ key: String) -> Double? {
        value(key).flatMap { angle($0, path(of: key)) }
    }

    func angle(_ value: YAMLValue, _ path: String) -> Double? {
        number(value, path, in: PoseBounds.angle, expected: "a number of degrees")
    }

    mutating func metres(_ key: String) -> Double? {
        value(key).flatMap { number($0, path(of: key), in: PoseBounds.metres, expected: "a number of metres") }
    }

    /// A decimal number in the notation of the pose language.
    func number(_ value: YAMLValue, _ path: String, in bounds: ClosedRange<Double>, expected: String) -> Double? {
        parsed(value, path, expected: expected) { text throws(PoseNotationProblem) in try PoseNumber.number(Substring(text), in: bounds) }
    }

    /// A list of as many numbers as `names` says.
    func numbers(_ value: YAMLValue, _ path: String, _ names: [String], in bounds: ClosedRange<Double>) -> [Double]? {
        let shape = "[" + names.joined(separator: ", ") + "]"
        guard case .sequence(let items) = value.kind, items.count == names.count else {
            var found = value.name
            if case .sequence(let items) = value.kind { found += " of \(items.count)" }
            log.report("wrong-type", "`\(path)` must be \(names.count) numbers, not \(found)", value.range, notes: ["expected \(shape)"])
            return nil
        }
        let numbers = items.enumerated().compactMap { index, item in
            number(item, "\(path).\(index)", in: bounds, expected: "a number, as in \(shape)")
        }
        return numbers.count == names.count ? numbers : nil
    }

    /// Words such as `out+up*0.6`.
    mutating func direction(_ key: String) -> PoseDirection? {
        guard let value = value(key) else { return nil }
        return parsed(value, path(of: key), expected: "a direction such as `out+up*0.6`") { text throws(PoseNotationProblem) in
            try PoseDirection(text)
        }
    }

    /// A place on a body; `owners` are those whose bodies can be meant.
    func anchor(_ value: YAMLValue, _ path: String, of owners: [BodyAnchor.Owner]) -> BodyAnchor? {
        let anchor = parsed(value, path, expected: "a place on the body such as `thigh.R.outer@0.75`") { text throws(PoseNotationProblem) in
            try BodyAnchor(text)
        }
        guard let anchor else { return nil }
        guard owners.contains(anchor.owner) else {
            let reason =
                anchor.owner == .patient
                ? "the patient is the first person, whom only a partner sees" : "a partner's own body is written without `partner.`"
            log.report("wrong-person", "`\(anchor.owner.rawValue).` cannot stand here: \(reason)", value.range)
            return nil
        }
        return anchor
    }

    /// A place on a body whose side is not given by a limb that aims at it.
    func sidedAnchor(_ value: YAMLValue, _ path: String, of owners: [BodyAnchor.Owner]) -> BodyAnchor? {
        guard let anchor = anchor(value, path, of: owners) else { return nil }
        guard anchor.part.isPaired, anchor.side == nil else { return anchor }
        let name = anchor.part.notation
        log.report(
            "missing-side", "`\(anchor.notation)` does not say which side", value.range, fix: Fix("write `\(name).R` or `\(name).L`"))
        return nil
    }

    private func parsed<Value>(
        _ value: YAMLValue, _ path: String, expected: String, _ parse: (String) throws(PoseNotationProblem) -> Value
    ) -> Value? {
        guard let (text, _, range) = scalar(value, path, expected: expected) else { return nil }
        do throws(PoseNotationProblem) {
            return try parse(text)
        } catch {
            log.report(error.diagnostic(text, path, expected: expected, in: log.file, range))
            return nil
        }
    }
}
