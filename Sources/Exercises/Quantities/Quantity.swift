/// How firmly a source states a figure.
package enum Hedge: String, Hashable, Sendable, CaseIterable {
    case exactly
    case about
    /// A ceiling.
    case upTo
    /// A floor.
    case atLeast
}

/// An amount that a source gives in words, not figures. It stays vague in text; timers and counters use `timerValue`.
package enum VagueAmount: String, Hashable, Sendable, CaseIterable {
    case aFew
    case several
    /// Only for counts: as often as the reader needs.
    case asNeeded

    /// What a timer or a counter uses where a number must stand: Limber's own convention, no source's figure.
    package func timerValue(isTime: Bool) -> Int {
        switch self {
        case .aFew: isTime ? 5 : 3
        case .several: isTime ? 7 : 5
        case .asNeeded: 1
        }
    }
}

/// The unit of a quantity.
package protocol QuantityUnit: Hashable, Sendable, CaseIterable {
    /// Whether the unit measures time, so that a vague amount of it is a length of time.
    static var isTime: Bool { get }
}

/// A unit of time.
package enum TimeUnit: String, QuantityUnit {
    case second
    case minute

    package static let isTime = true

    /// How many seconds one of this unit has.
    package var seconds: Int { self == .minute ? 60 : 1 }
}

/// The unit of a count: how many times.
package enum CountUnit: String, QuantityUnit {
    case times

    package static let isTime = false
}

/// A hedge, an amount and a unit: `about 30 s`, `2–3`, `a few seconds`.
package struct Quantity<Unit: QuantityUnit>: Hashable, Sendable {
    package enum Amount: Hashable, Sendable {
        /// A figure or a range of figures, each from 1 to 10,000.
        case stated(ClosedRange<Int>)
        case vague(VagueAmount)
    }

    package let hedge: Hedge
    package let unit: Unit
    // As small as they can be: every exercise of a library holds dozens of quantities. 0 for a vague amount.
    private let low: UInt16
    private let high: UInt16
    private let vague: VagueAmount?

    package var amount: Amount { vague.map { .vague($0) } ?? .stated(Int(low)...Int(high)) }

    /// The figures that a quantity may have.
    package static var allowedFigures: ClosedRange<Int> { 1...10_000 }

    /// A stated figure or range; none when a figure is outside `allowedFigures`.
    package init?(_ hedge: Hedge = .exactly, _ range: ClosedRange<Int>, _ unit: Unit) {
        guard Self.allowedFigures.contains(range.lowerBound), Self.allowedFigures.contains(range.upperBound) else { return nil }
        self.hedge = hedge
        self.unit = unit
        low = UInt16(range.lowerBound)
        high = UInt16(range.upperBound)
        vague = nil
    }

    /// A vague amount; none for a time "as needed".
    package init?(_ vague: VagueAmount, _ unit: Unit) {
        guard !(Unit.isTime && vague == .asNeeded) else { return nil }
        self.hedge = .exactly
        self.unit = unit
        low = 0
        high = 0
        self.vague = vague
    }

    /// The number a timer or a counter uses: the low end of a range, the documented number of a vague amount.
    package var timerValue: Int {
        switch amount {
        case .stated(let range): range.lowerBound
        case .vague(let vague): vague.timerValue(isTime: Unit.isTime)
        }
    }
}

/// A length of time, such as a hold.
package typealias TimeQuantity = Quantity<TimeUnit>

/// A number of times, such as repetitions.
package typealias CountQuantity = Quantity<CountUnit>

extension Quantity<TimeUnit> {
    /// How long a timer runs, in seconds.
    package var timerSeconds: Int { timerValue * unit.seconds }
}
