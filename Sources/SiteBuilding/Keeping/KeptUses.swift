import Synchronization

/// The keys of the kept files that something is made with, noted while it is made, so that they are kept as long as it is.
final class KeptUses: Sendable {
    private let noted = Mutex<Set<String>>([])

    /// What is made at the moment, by this task and those that it starts.
    @TaskLocal private static var current: KeptUses?

    private init() {}

    /// What a closure makes, with the keys of the kept files that it used.
    static func noting<Value>(
        _ make: () async throws -> Value, isolation: isolated (any Actor)? = #isolation
    ) async rethrows -> (value: Value, keys: Set<String>) {
        let uses = KeptUses()
        let value = try await $current.withValue(uses, operation: make)
        return (value, uses.noted.withLock { $0 })
    }

    static func note(_ key: String) {
        current?.noted.withLock { _ = $0.insert(key) }
    }
}
