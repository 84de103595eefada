import Exercises

/// A question by which readers narrow the exercises down, in the order in which the filters ask it.
package enum Facet: String, Hashable, Sendable, CaseIterable {
    case equipment
    case minutes
    case position
    case region
    case place
    case level

    /// The answers that do not depend on a library, in the order in which they are offered; none for minutes, whose answers are figures.
    var values: [String] {
        switch self {
        case .equipment: [Self.nothing] + Equipment.allCases.map(\.rawValue)
        case .minutes: []
        case .position: Position.allCases.map(\.rawValue)
        case .region: Region.allCases.map(\.rawValue)
        case .place: [Self.offTheFloor, Self.onTheFloor]
        case .level: Level.allCases.map(\.rawValue)
        }
    }

    /// The answer of an exercise that needs no equipment.
    static let nothing = "nothing"
    static let offTheFloor = "off-the-floor"
    static let onTheFloor = "on-the-floor"

    /// The answers of an exercise. All of its equipment is needed; of its regions, any may be what a reader looks for.
    func answers(of exercise: Exercise) -> [String] {
        switch self {
        case .equipment: exercise.equipment.isEmpty ? [Self.nothing] : exercise.equipment.map(\.rawValue)
        case .minutes: exercise.dose.map { ["\(MachineReadable.minutes(seconds: $0.sessionSeconds))"] } ?? []
        case .position: [exercise.position.rawValue]
        case .region: exercise.regions.map(\.rawValue)
        case .place: [exercise.isOnTheFloor ? Self.onTheFloor : Self.offTheFloor]
        case .level: [exercise.level.rawValue]
        }
    }
}

/// The exercises with one answer to a facet; for minutes, those that take no longer.
package struct Category: Hashable, Sendable {
    package let facet: Facet
    package let value: String
}
