import Exercises
import PageRendering

/// The handouts of one plan as they are made, and how large they came out. Only the sizes stay in memory.
actor MadeHandouts {
    private var sizes: [String: OfferedHandout.Size] = [:]
    private var parts: [String: Set<LibraryReads.Part>] = [:]
    private var making: [String: Task<[UInt8], any Error>] = [:]

    /// The size of a handout that has been made.
    func knownSize(_ path: String) -> OfferedHandout.Size? { sizes[path] }

    /// The size of a handout, which is made where it has not been yet.
    func size(_ path: String, _ make: @escaping @Sendable () async throws -> ([UInt8], OfferedHandout.Size)) async throws
        -> OfferedHandout.Size?
    {
        if sizes[path] == nil { _ = try await bytes(path, make) }
        LibraryReads.note(parts[path] ?? [])
        return sizes[path]
    }

    /// The bytes of a handout; whoever asks while it is being made waits for the same one.
    func bytes(_ path: String, _ make: @escaping @Sendable () async throws -> ([UInt8], OfferedHandout.Size)) async throws -> [UInt8] {
        let task =
            making[path]
            ?? Task {
                let ((bytes, size), read) = try await LibraryReads.noting(make)
                sizes[path] = size
                parts[path] = read
                return bytes
            }
        making[path] = task
        defer { making[path] = nil }
        let bytes = try await task.value
        // Whoever waits for it depends on what it was made from.
        LibraryReads.note(parts[path] ?? [])
        return bytes
    }
}
