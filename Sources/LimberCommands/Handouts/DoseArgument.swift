import ArgumentParser
import Diagnostics
import Exercises

/// `SLUG:key=value`: a figure of one exercise's dose, as it is typed.
struct DoseArgument {
    let slug: String
    let field: DoseField
    let figure: DoseFigure

    init(argument: String) throws {
        let parts = argument.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, let equals = parts[1].firstIndex(of: "=") else {
            throw ValidationError("expected SLUG:key=value, such as bridge:hold=10s")
        }
        let key = String(parts[1][..<equals])
        guard let field = DoseField(key) else {
            let names = DoseField.plain.map(\.name)
            let suggestion = Suggestion.nearest(to: key, among: names).map { "; did you mean `\($0)`?" } ?? ""
            throw ValidationError("`\(key)` is not one of: \(names.joined(separator: ", ")), hold.PHASE\(suggestion)")
        }
        let value = String(parts[1][parts[1].index(after: equals)...])
        do throws(QuantityNotation.Problem) {
            figure = field.isTime ? .time(try QuantityNotation.time(value)) : .count(try QuantityNotation.count(value))
        } catch {
            throw ValidationError(Self.sentence(for: error, value, field))
        }
        slug = parts[0]
        self.field = field
    }

    private static func sentence(for problem: QuantityNotation.Problem, _ value: String, _ field: DoseField) -> String {
        let expected =
            field.isTime
            ? "expected a length of time, such as `10 s`, `10–20 s`, `about 30 s` or `a few seconds`"
            : "expected a count, such as `3`, `2–3`, `at least 3` or `up to 30`"
        let reason =
            switch problem {
            case .missingUnit: "`\(value)` has no unit"
            case .unknownUnit(let unit): "`\(unit)` is not a unit of time"
            case .unexpectedUnit(let unit): "a count has no unit, so `\(unit)` cannot follow it"
            case .emptyRange(let low, let high): "the range goes from \(low) to \(high)"
            case .outOfBounds(let figure):
                "`\(figure)` is not a figure from \(TimeQuantity.allowedFigures.lowerBound) to \(TimeQuantity.allowedFigures.upperBound)"
            case .empty, .notAQuantity, .leadingZero: "`\(field.name)` cannot be `\(value)`"
            }
        return "\(reason); \(expected)"
    }
}
