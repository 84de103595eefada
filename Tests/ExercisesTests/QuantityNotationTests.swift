import Testing

@testable import Exercises

@Suite struct QuantityNotationTests {
    @Test(arguments: [
        ("10 s", "10 s"), ("10s", "10 s"), ("10 seconds", "10 s"), ("1 sec", "1 s"), ("2 min", "2 min"), ("10–20 s", "10–20 s"),
        ("10-20 s", "10–20 s"), ("10 to 20 seconds", "10–20 s"), ("about 30 s", "about 30 s"), ("About 30 seconds", "about 30 s"),
        ("up to 10 s", "up to 10 s"), ("at least 10 min", "at least 10 min"), ("a few seconds", "a few seconds"),
        ("several seconds", "several seconds"), ("a few minutes", "a few minutes"), ("exactly 5 s", "5 s"),
    ])
    func readsTimesAndWritesThemInOneNotation(text: String, notation: String) throws {
        #expect(try QuantityNotation.time(text).description == notation)
        #expect(try QuantityNotation.time(notation) == QuantityNotation.time(text))
    }

    @Test(arguments: [
        ("3", "3"), ("2–3", "2–3"), ("2 to 3", "2–3"), ("at least 3", "at least 3"), ("up to 30", "up to 30"), ("a few", "a few"),
        ("a few times", "a few"), ("several", "several"), ("as needed", "as needed"), ("3 times", "3"),
    ])
    func readsCounts(text: String, notation: String) throws {
        #expect(try QuantityNotation.count(text).description == notation)
    }

    @Test(arguments: [
        ("", QuantityNotation.Problem.empty), ("10", .missingUnit), ("10 hours", .unknownUnit("hours")), ("012 s", .leadingZero("012")),
        ("20–10 s", .emptyRange(20, 10)), ("5–5 s", .emptyRange(5, 5)), ("0 s", .outOfBounds("0")), ("99999 s", .outOfBounds("99999")),
        ("99999999999999999999 s", .outOfBounds("99999999999999999999")), ("a while", .notAQuantity), ("ten seconds", .notAQuantity),
        ("about", .notAQuantity), ("about a few seconds", .notAQuantity), ("-5 s", .notAQuantity), ("1_0 s", .notAQuantity),
        ("10 s s", .notAQuantity), ("as needed", .missingUnit), ("1.5 min", .notAQuantity), ("several", .missingUnit),
    ])
    func refusesTimes(text: String, problem: QuantityNotation.Problem) {
        #expect(throws: problem) { try QuantityNotation.time(text) }
    }

    @Test(arguments: [
        ("three", QuantityNotation.Problem.notAQuantity), ("yes", .notAQuantity), ("012", .leadingZero("012")), ("1_0", .notAQuantity),
        ("3 s", .unexpectedUnit("s")), ("0", .outOfBounds("0")), ("3–2", .emptyRange(3, 2)), ("0x10", .outOfBounds("0")),
    ])
    func refusesCounts(text: String, problem: QuantityNotation.Problem) {
        #expect(throws: problem) { try QuantityNotation.count(text) }
    }

    @Test func keepsTheHedgeOfASourceApartFromItsFigure() throws {
        #expect(try QuantityNotation.time("about 30 s") != QuantityNotation.time("30 s"))
        #expect(try QuantityNotation.time("a few seconds") != QuantityNotation.time("several seconds"))
    }

    @Test func takesTheLowEndOfARangeForATimer() throws {
        #expect(try QuantityNotation.time("10–20 s").timerSeconds == 10)
        #expect(try QuantityNotation.time("at least 10 min").timerSeconds == 600)
        #expect(try QuantityNotation.time("a few seconds").timerSeconds == 5)
        #expect(try QuantityNotation.time("several seconds").timerSeconds == 7)
        #expect(try QuantityNotation.count("a few").timerValue == 3)
    }
}
