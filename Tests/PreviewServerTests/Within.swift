import Testing

struct TookTooLong: Error {}

/// Runs something that ought to end soon; the limit is generous because the machine may be busy.
func within<Value: Sendable>(
    _ limit: Duration = .seconds(45), _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    try await withThrowingTaskGroup(of: Value.self) { group in
        group.addTask { try await work() }
        group.addTask {
            try await Task.sleep(for: limit)
            throw TookTooLong()
        }
        defer { group.cancelAll() }
        return try #require(try await group.next())
    }
}

/// Waits until something holds.
func eventually(_ limit: Duration = .seconds(45), _ condition: @escaping @Sendable () async -> Bool) async throws {
    try await within(limit) {
        while await !condition() { try await Task.sleep(for: .milliseconds(5)) }
    }
}
