import Synchronization

/// The parts of a library that were asked for while something was made from it: what it was made from, noted by the library itself, so that
/// nobody has to keep a list of it in step with the code.
///
/// Settings, the emergency card, sources and base poses are not noted: they count for everything.
package final class LibraryReads: Sendable {
    /// A part that changes by itself.
    package enum Part: Hashable, Sendable {
        case exercise(Slug)
        case programme(Slug)
        case guidance(Slug)
        /// All of them: which there are, and everything in each.
        case exercises
        case programmes
        case guidancePages
    }

    private let noted = Mutex<Set<Part>>([])

    /// What is made at the moment, by this task and those that it waits for.
    @TaskLocal private static var current: LibraryReads?

    private init() {}

    /// What a closure makes, with what it asked a library for.
    package static func noting<Value>(
        _ make: () async throws -> Value, isolation: isolated (any Actor)? = #isolation
    ) async rethrows -> (value: Value, parts: Set<Part>) {
        let reads = LibraryReads()
        let value = try await $current.withValue(reads, operation: make)
        return (value, reads.noted.withLock { $0 })
    }

    /// Notes parts that stand behind something that was made earlier and is used again.
    package static func note(_ parts: Set<Part>) {
        current?.noted.withLock { $0.formUnion(parts) }
    }

    static func note(_ part: Part) {
        guard let current else { return }
        current.noted.withLock { _ = $0.insert(part) }
    }
}
