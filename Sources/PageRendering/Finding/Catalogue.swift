package import Exercises

/// The exercises that readers can do, by everything that they can be found by.
package struct Catalogue: Sendable {
    package let exercises: [Exercise]
    /// Those that have an exercise, or a programme of that length, in the order of the facets.
    package let categories: [Category]
    private let programmes: [(programme: Programme, minutes: Int)]
    /// The places in `exercises` of those in a category.
    private let members: [Category: [Int]]

    package init(_ library: Library) {
        let exercises = library.exercises.filter(\.mayBeHandedOut)
        let programmes = library.programmes.map { (programme: $0, minutes: library.minutes(of: $0)) }
        self.exercises = exercises
        self.programmes = programmes
        // Each exercise is asked once, not once for each category; a facet has few answers, so looking through them is quick.
        var members: [Category: [Int]] = [:]
        for facet in Facet.allCases where facet != .minutes {
            let values = facet.values
            var places = Array(repeating: [Int](), count: values.count)
            for (index, exercise) in exercises.enumerated() {
                for answer in facet.answers(of: exercise) {
                    if let place = values.firstIndex(of: answer) { places[place].append(index) }
                }
            }
            for (value, found) in zip(values, places) where !found.isEmpty { members[Category(facet: facet, value: value)] = found }
        }
        let lengths = exercises.map { exercise in exercise.dose.map { MachineReadable.minutes(seconds: $0.sessionSeconds) } }
        let limits = Self.limits(Set(lengths.compactMap(\.self)).union(programmes.map(\.minutes)).sorted())
        for limit in limits {
            members[Category(facet: .minutes, value: "\(limit)")] = lengths.indices.filter { lengths[$0].map { $0 <= limit } ?? false }
        }
        self.members = members
        categories = Facet.allCases.flatMap { facet in
            guard facet == .minutes else {
                return facet.values.map { Category(facet: facet, value: $0) }.filter { members[$0] != nil }
            }
            return limits.map { Category(facet: .minutes, value: "\($0)") }
        }
    }

    package func categories(_ facet: Facet) -> [Category] {
        categories.filter { $0.facet == facet }
    }

    /// In the order of the library.
    package func exercises(in category: Category) -> [Exercise] {
        members[category].map { $0.map { exercises[$0] } } ?? []
    }

    package func count(in category: Category) -> Int {
        members[category]?.count ?? 0
    }

    /// The programmes that take no longer than a category of minutes says, the longest first; none for other categories.
    package func programmes(in category: Category) -> [Programme] {
        guard category.facet == .minutes, let limit = Int(category.value) else { return [] }
        let fitting = programmes.enumerated().filter { $0.element.minutes <= limit }
        return fitting.sorted { ($1.element.minutes, $0.offset) < ($0.element.minutes, $1.offset) }.map(\.element.programme)
    }

    /// The round numbers of minutes worth asking for: each lets in something that the one before does not.
    static func limits(_ lengths: [Int]) -> [Int] {
        var limits: [Int] = []
        for limit in [1, 2, 3, 5, 10, 15, 20, 30, 45, 60, 90, 120] {
            let previous = limits.last ?? 0
            if lengths.contains(where: { $0 > previous && $0 <= limit }) { limits.append(limit) }
        }
        return limits
    }
}

extension Library {
    /// About how long a programme takes, to the nearest minute.
    fileprivate func minutes(of programme: Programme) -> Int {
        let doses = programme.entries.compactMap { entry in
            exercise(entry.exercise).map { ($0.dose ?? Dose()).changed(by: entry.doseChange) }
        }
        return MachineReadable.minutes(seconds: programme.totalSeconds(doses: doses))
    }
}
