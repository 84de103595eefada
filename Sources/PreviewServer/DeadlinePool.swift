import FlyingSocks
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A socket pool that gives up on clients that are too slow.
///
/// FlyingFox waits for a request as long as the client likes; all its waiting goes through the pool, so the limits are set here. A request
/// must arrive within the limit as a whole, not byte by byte, and a client must take each part of an answer within the limit.
final class DeadlinePool<Base: AsyncSocketPool>: AsyncSocketPool {
    private let base: Base
    private let limit: Duration
    /// By when each client must have sent the request that it is sending.
    private let requests = Mutex<[Socket.Address: ContinuousClock.Instant]>([:])

    init(_ base: Base, limit: Duration) {
        self.base = base
        self.limit = limit
    }

    func prepare() async throws {
        try await base.prepare()
    }

    func run() async throws {
        try await base.run()
    }

    /// To be called when a whole request has arrived, so that the client's next one gets its own time.
    func requestArrived(from client: Socket.Address) {
        requests.withLock { $0[client] = nil }
    }

    func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
        // Programs that the owner starts must not keep the port open after the server has gone.
        _ = fcntl(socket.file.rawValue, F_SETFD, FD_CLOEXEC)
        guard let client = try? socket.remotePeer() else {
            return try await base.suspendSocket(socket, untilReadyFor: events)
        }
        let deadline = events == .read ? readingDeadline(of: client) : ContinuousClock.now + limit
        do {
            try await wait(for: socket, events, until: deadline)
        } catch {
            requestArrived(from: client)
            throw error
        }
    }

    private func readingDeadline(of client: Socket.Address) -> ContinuousClock.Instant {
        let now = ContinuousClock.now
        return requests.withLock { requests in
            if let deadline = requests[client] { return deadline }
            // Clients that went away in the middle of a request leave their entry behind.
            if requests.count >= 128 { requests = requests.filter { $0.value > now } }
            requests[client] = now + limit
            return now + limit
        }
    }

    private func wait(for socket: Socket, _ events: Socket.Events, until deadline: ContinuousClock.Instant) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [base] in
                try await base.suspendSocket(socket, untilReadyFor: events)
            }
            group.addTask {
                try await Task.sleep(until: deadline, tolerance: .milliseconds(200))
                throw SocketError.timeout(message: "the client is too slow")
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }
}
