import Foundation
import PageRendering

/// The handouts of one plan as they are made, and how large they came out. Only the sizes stay in memory.
actor MadeHandouts {
    private var sizes: [String: OfferedHandout.Size] = [:]
    private var making: [String: Task<Data, any Error>] = [:]

    /// The size of a handout that has been made.
    func knownSize(_ path: String) -> OfferedHandout.Size? { sizes[path] }

    /// The size of a handout, which is made where it has not been yet.
    func size(_ path: String, _ make: @escaping @Sendable () async throws -> (Data, OfferedHandout.Size)) async throws
        -> OfferedHandout.Size?
    {
        if sizes[path] == nil { _ = try await bytes(path, make) }
        return sizes[path]
    }

    /// The bytes of a handout; whoever asks while it is being made waits for the same one.
    func bytes(_ path: String, _ make: @escaping @Sendable () async throws -> (Data, OfferedHandout.Size)) async throws -> Data {
        if let task = making[path] { return try await task.value }
        let task = Task {
            let (bytes, size) = try await make()
            sizes[path] = size
            return bytes
        }
        making[path] = task
        defer { making[path] = nil }
        return try await task.value
    }
}
