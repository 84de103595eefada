import Diagnostics
import Exercises

extension MappingDecoder {
    /// A whole number in decimal digits, without leading zeros, signs or underscores.
    mutating func integer(_ key: String, in bounds: ClosedRange<Int>) -> Int? {
        func expected() -> String { "a whole number from \(bounds.lowerBound) to \(bounds.upperBound)" }
        guard let (text, _, range) = scalar(key, expected: expected()) else { return nil }
        let isStrict = !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        if isStrict, text.count > 1, text.hasPrefix("0") {
            log.report(
                "leading-zero", "`\(text)` begins with a zero, which YAML may read as another number", range,
                fix: Self.withoutZeros(text))
            return nil
        }
        guard isStrict, let number = Int(text), bounds.contains(number) else {
            log.report("not-a-number", "`\(path(of: key))` cannot be `\(text)`", range, notes: ["expected \(expected())"])
            return nil
        }
        return number
    }

    /// `true` or `false`, nothing else.
    mutating func flag(_ key: String) -> Bool {
        guard let (text, isPlain, range) = scalar(key, expected: "true or false") else { return false }
        guard isPlain, text == "true" || text == "false" else {
            log.report("not-a-flag", "`\(path(of: key))` cannot be `\(text)`", range, notes: ["expected true or false"])
            return false
        }
        return text == "true"
    }

    /// A day, `YYYY-MM-DD`.
    mutating func date(_ key: String) -> CalendarDate? {
        guard let (text, _, range) = scalar(key, expected: "a date such as 2026-11-21") else { return nil }
        guard let date = CalendarDate(text) else {
            log.report("not-a-date", "`\(text)` is not a date", range, notes: ["expected year, month and day, such as 2026-11-21"])
            return nil
        }
        return date
    }

    /// A length of time.
    mutating func time(_ key: String) -> TimeQuantity? {
        guard let value = value(key) else { return nil }
        return time(value, path(of: key))
    }

    func time(_ value: YAMLValue, _ path: @autoclosure () -> String) -> TimeQuantity? {
        guard let (text, _, range) = scalar(value, path(), expected: "a length of time such as `10 s`") else { return nil }
        do throws(QuantityNotation.Problem) {
            return try QuantityNotation.time(text)
        } catch {
            log.report(Self.diagnostic(error, text, path(), isTime: true, in: log.file, range))
            return nil
        }
    }

    /// A number of times.
    mutating func count(_ key: String) -> CountQuantity? {
        guard let (text, _, range) = scalar(key, expected: "a count such as `3`") else { return nil }
        do throws(QuantityNotation.Problem) {
            return try QuantityNotation.count(text)
        } catch {
            log.report(Self.diagnostic(error, text, path(of: key), isTime: false, in: log.file, range))
            return nil
        }
    }

    /// The sentence for a text that is not a quantity.
    static func diagnostic(
        _ problem: QuantityNotation.Problem, _ text: String, _ path: String, isTime: Bool, in file: SourceFile, _ range: SourceRange
    ) -> Diagnostic {
        let example =
            isTime
            ? "expected a length of time, such as `10 s`, `10–20 s`, `about 30 s`, `at least 10 min` or `a few seconds`"
            : "expected a count, such as `3`, `2–3`, `at least 3`, `up to 30` or `as needed`"
        func diagnostic(_ id: String, _ message: String, fix: Fix? = nil) -> Diagnostic {
            Diagnostic(id, message, in: file, range, notes: [example], fix: fix)
        }
        switch problem {
        case .empty: return diagnostic("empty-value", "`\(path)` is empty")
        case .notAQuantity: return diagnostic("not-a-quantity", "`\(path)` cannot be `\(text)`")
        case .missingUnit:
            return diagnostic("missing-unit", "`\(text)` has no unit", fix: Fix("write `\(text) s` or `\(text) min`"))
        case .unknownUnit(let unit):
            return diagnostic(
                "unknown-unit", "`\(unit)` is not a unit of time",
                fix: Suggestion.fix(for: unit, among: ["s", "sec", "second", "seconds", "min", "minute", "minutes"]))
        case .unexpectedUnit(let unit):
            return diagnostic("unexpected-unit", "`\(path)` is a count, so `\(unit)` cannot follow it", fix: Fix("remove `\(unit)`"))
        case .leadingZero(let figure):
            return diagnostic(
                "leading-zero", "`\(figure)` begins with a zero, which YAML may read as another number", fix: withoutZeros(figure))
        case .emptyRange(let low, let high):
            return diagnostic(
                "empty-range", "the range goes from \(low) to \(high), so it holds nothing in between",
                fix: low > high ? Fix("did you mean `\(high)–\(low)`?") : Fix("write `\(low)`"))
        case .outOfBounds(let figure):
            let bounds = TimeQuantity.allowedFigures
            return diagnostic("out-of-bounds", "`\(figure)` is not a figure from \(bounds.lowerBound) to \(bounds.upperBound)")
        }
    }

    private static func withoutZeros(_ figure: String) -> Fix {
        let digits = String(figure.drop { $0 == "0" })
        return digits.isEmpty ? Fix("write `0`") : Fix("write `\(digits)`")
    }
}
