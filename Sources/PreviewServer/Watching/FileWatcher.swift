import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The changes of watched files: each element holds every path that changed since the element before was taken.
///
/// Watching begins when the value is made and ends with the task that iterates over it, or when the value is given up. There is one reader.
package struct FileWatcher: AsyncSequence, Sendable {
    package typealias Element = Set<String>

    /// How changes are found.
    package enum Method: Hashable, Sendable {
        /// The kernel tells; where it cannot, as `polling`.
        case automatic
        /// Every file is looked at from time to time: for network disks, of whose changes the kernel does not know.
        case polling
    }

    private let pending = PendingChanges()
    private let ticks: AsyncStream<Void>

    package init(_ scope: WatchScope, method: Method = .automatic) {
        let (ticks, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        self.ticks = ticks
        let deliver: @Sendable (Set<String>) -> Void = { [pending] changes in
            pending.add(changes)
            continuation.yield()
        }
        guard let stop = StopPipe() else {
            // Without two descriptors to spare nothing else works either.
            continuation.finish()
            return
        }
        continuation.onTermination = { _ in stop.signal() }
        let loop = WatchLoop(scope: scope, source: WatchLoop.Source(scope, method), stop: stop.reader, deliver: deliver)
        // Waiting for the kernel blocks, which no thread of the cooperative pool may do.
        Thread.detachNewThread { loop.run() }
    }

    package func makeAsyncIterator() -> Iterator {
        Iterator(ticks: ticks.makeAsyncIterator(), pending: pending)
    }

    package struct Iterator: AsyncIteratorProtocol {
        private var ticks: AsyncStream<Void>.AsyncIterator
        private let pending: PendingChanges

        fileprivate init(ticks: AsyncStream<Void>.AsyncIterator, pending: PendingChanges) {
            self.ticks = ticks
            self.pending = pending
        }

        package mutating func next() async -> Set<String>? {
            while await ticks.next() != nil {
                let changes = pending.take()
                if !changes.isEmpty { return changes }
            }
            return nil
        }
    }
}

/// What has changed and was not yet taken.
private final class PendingChanges: Sendable {
    private let changes = Mutex<Set<String>>([])

    func add(_ more: Set<String>) {
        changes.withLock { $0.formUnion(more) }
    }

    func take() -> Set<String> {
        changes.withLock { changes in
            defer { changes = [] }
            return changes
        }
    }
}

/// Wakes the watching thread for good: the writing end is closed by one side, the reading end by the other, so neither closes a descriptor
/// that the other still uses.
private struct StopPipe: Sendable {
    let reader: Int32
    private let writer: Int32

    init?() {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        (reader, writer) = (ends[0], ends[1])
        // A program that the owner starts would otherwise hold the writing end open.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }

    /// To be called once.
    func signal() {
        close(writer)
    }
}
