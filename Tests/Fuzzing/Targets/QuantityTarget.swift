import Exercises

/// Quantities: what is read can be written, and reading that gives the same.
struct QuantityTarget: FuzzTarget {
    static let name = "quantities"
    static let longest = 200
    static let dictionary = [
        "about ", "up to ", "at least ", "a few", "several", "as needed", " s", " sec", " seconds", " min", " minutes", "–", "-", " to ",
        "1",
        "10", "10000", "10001", "0", "½", "１", "٣",
    ]

    let seeds = [
        "10 s", "10–20 s", "10-20 s", "10 to 20 s", "about 30 s", "up to 10 s", "at least 10 min", "a few seconds", "several minutes", "3",
        "2–3", "at least 3", "up to 30", "a few", "as needed",
    ].map { Array($0.utf8) }

    func run(_ input: [UInt8]) throws(BrokenProperty) -> Set<String> {
        let text = String(decoding: input, as: UTF8.self)
        return [try outcome(text, "time", QuantityNotation.time), try outcome(text, "count", QuantityNotation.count)]
    }

    private func outcome<Unit: QuantityUnit>(
        _ text: String, _ kind: String, _ read: (String) throws(QuantityNotation.Problem) -> Quantity<Unit>
    ) throws(BrokenProperty) -> String {
        let quantity: Quantity<Unit>
        do throws(QuantityNotation.Problem) {
            quantity = try read(text)
        } catch {
            return "\(kind) \(String(describing: error).prefix { $0 != "(" })"
        }
        let written = quantity.description
        try BrokenProperty.require((try? read(written)) == quantity, "`\(text)` is written as `\(written)`, which reads as something else")
        try BrokenProperty.require(quantity.timerValue > 0, "`\(text)` gives a timer \(quantity.timerValue)")
        if case .stated(let range) = quantity.amount {
            let allowed = Quantity<Unit>.allowedFigures
            try BrokenProperty.require(
                allowed.contains(range.lowerBound) && allowed.contains(range.upperBound), "`\(text)` is out of bounds")
        }
        return "\(kind) \(quantity.hedge) \(quantity.unit) \(String(describing: quantity.amount).prefix { $0 != "(" })"
    }
}
