/// A side of the reader's body.
package enum Side: String, Hashable, Sendable, CaseIterable, Encodable {
    case left
    case right
}

/// How an exercise treats the two sides.
package enum Sides: String, Hashable, Sendable, CaseIterable {
    /// Symmetrical.
    case none
    /// One side, then the other.
    case both
    /// Changing sides at each repetition.
    case alternate
}

/// Which side comes first.
package enum FirstSide: String, Hashable, Sendable, CaseIterable {
    case left
    case right
    /// The source says that it does not matter.
    case either
}

/// How long a position is held: once, or in several phases that have names.
package struct Hold: Hashable, Sendable {
    /// One held position.
    package struct Phase: Hashable, Sendable {
        /// The key of the phase in the front matter, such as `rounded`; none for a hold without phases.
        package let name: String?
        package let time: TimeQuantity

        package init(name: String?, time: TimeQuantity) {
            self.name = name
            self.time = time
        }
    }

    /// At least one phase; a single one has no name, several have different names.
    package let phases: [Phase]

    /// A hold without phases.
    package init(_ time: TimeQuantity) {
        phases = [Phase(name: nil, time: time)]
    }

    /// A hold in named phases; none unless there is at least one and the names differ.
    package init?(phases: [(name: String, time: TimeQuantity)]) {
        guard !phases.isEmpty, Set(phases.map(\.name)).count == phases.count else { return nil }
        self.phases = phases.map { Phase(name: $0.name, time: $0.time) }
    }

    /// The time of a phase; without a name, of a hold without phases.
    package subscript(name: String?) -> TimeQuantity? {
        phases.first { $0.name == name }?.time
    }
}

/// How long, how often and on which sides an exercise is done. What is nil is not stated.
package struct Dose: Hashable, Sendable {
    package var hold: Hold?
    /// For something done for a length of time, such as rolling.
    package var duration: TimeQuantity?
    /// On each side, where there are two.
    package var repetitions: CountQuantity?
    /// A daily total, where a source gives one.
    package var repetitionsPerDay: CountQuantity?
    package var sets: CountQuantity?
    package var rest: TimeQuantity?
    package var sides: Sides
    package var firstSide: FirstSide?
    package var sessionsPerDay: CountQuantity?
    /// 1 to 7.
    package var daysPerWeek: CountQuantity?
    /// How to do more over time; plain text.
    package var progression: String?

    package init(
        hold: Hold? = nil, duration: TimeQuantity? = nil, repetitions: CountQuantity? = nil, repetitionsPerDay: CountQuantity? = nil,
        sets: CountQuantity? = nil, rest: TimeQuantity? = nil, sides: Sides = .none, firstSide: FirstSide? = nil,
        sessionsPerDay: CountQuantity? = nil, daysPerWeek: CountQuantity? = nil, progression: String? = nil
    ) {
        self.hold = hold
        self.duration = duration
        self.repetitions = repetitions
        self.repetitionsPerDay = repetitionsPerDay
        self.sets = sets
        self.rest = rest
        self.sides = sides
        self.firstSide = firstSide
        self.sessionsPerDay = sessionsPerDay
        self.daysPerWeek = daysPerWeek
        self.progression = progression
    }
}
