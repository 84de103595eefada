import FlyingSocks
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A socket pool that gives up on clients that are too slow.
///
/// FlyingFox waits for a client as long as the client likes; all its waiting goes through the pool, so the limits are set here. A request
/// must arrive within the limit as a whole, not byte by byte, and a client must take each part of an answer within the limit. A client
/// that does not is hung up on, which FlyingFox sees as its leaving.
final class DeadlinePool<Base: AsyncSocketPool>: AsyncSocketPool {
    private struct Waits: Sendable {
        /// By client: the request that is to come, from the first wait for it until it has arrived.
        var requests: [Socket.Address: Wait] = [:]
        /// By client: the answer that is to be taken, as long as it is waited for.
        var answers: [Socket.Address: Wait] = [:]
    }

    private struct Wait: Sendable {
        let socket: Socket
        let deadline: ContinuousClock.Instant
    }

    private let base: Base
    private let limit: Duration
    private let flood: FloodGuard
    private let waits = Mutex(Waits())

    /// `largest` is how many bytes a request may have.
    init(_ base: Base, limit: Duration, largest: Int) {
        self.base = base
        self.limit = limit
        flood = FloodGuard(limit: largest)
    }

    func prepare() async throws {
        try await base.prepare()
    }

    func run() async throws {
        flood.start()
        defer { flood.stop() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { [base] in try await base.run() }
            group.addTask { try await self.enforceDeadlines() }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    /// To be called when a whole request has arrived, so that the client's next one gets its own time.
    func requestArrived(from client: Socket.Address) {
        waits.withLock { $0.requests[client] = nil }
        flood.requestArrived(from: client)
    }

    func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
        configure(socket)
        // The listening socket has no client and may wait for ever.
        guard let client = try? socket.remotePeer() else {
            flood.watch(listening: socket)
            return try await base.suspendSocket(socket, untilReadyFor: events)
        }
        let wait = Wait(socket: socket, deadline: .now + limit)
        if events.contains(.read) {
            waits.withLock { if $0.requests[client] == nil { $0.requests[client] = wait } }
            try await base.suspendSocket(socket, untilReadyFor: events)
        } else {
            waits.withLock { $0.answers[client] = wait }
            defer { waits.withLock { $0.answers[client] = nil } }
            try await base.suspendSocket(socket, untilReadyFor: events)
        }
    }

    /// Sockets of clients inherit these from the listening one, which is the first to wait.
    private func configure(_ socket: Socket) {
        // Programs that the owner starts must not keep the port open after the server has gone.
        _ = fcntl(socket.file.rawValue, F_SETFD, FD_CLOEXEC)
        // FlyingFox writes header and body one after the other; the second would wait 40 ms for the client to confirm the first.
        try? socket.setValue(true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
    }

    private func enforceDeadlines() async throws {
        while true {
            try await Task.sleep(for: min(limit / 4, .seconds(1)))
            for (client, socket) in takeOverdue() where (try? socket.remotePeer()) == client {
                // Unless it was closed meanwhile and its number given away, which the line above finds out.
                socket.hangUp()
            }
        }
    }

    private func takeOverdue() -> [(Socket.Address, Socket)] {
        let now = ContinuousClock.now
        return waits.withLock { waits in
            let overdue = waits.requests.filter { $0.value.deadline < now }
            let overdueAnswers = waits.answers.filter { $0.value.deadline < now }
            for client in overdue.keys { waits.requests[client] = nil }
            for client in overdueAnswers.keys { waits.answers[client] = nil }
            return overdue.map { ($0.key, $0.value.socket) } + overdueAnswers.map { ($0.key, $0.value.socket) }
        }
    }
}
