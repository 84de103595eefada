import Synchronization

/// Keeps values until the process ends, which gives all of its memory back at once.
enum ProcessEnd {
    private static let kept = Mutex<[any Sendable]>([])

    static func keep(_ value: some Sendable) {
        kept.withLock { $0.append(value) }
    }
}
