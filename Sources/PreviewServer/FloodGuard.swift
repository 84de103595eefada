import FlyingSocks
import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Hangs up on clients that go on sending without ever completing a request.
///
/// FlyingFox reads a line however long it is, and a client that always has more to read never lets go of its thread: two of them would
/// hold all threads that Swift's tasks have. So this looks at the connections from a thread of its own, and asks the system how much each
/// has received.
final class FloodGuard: Sendable {
    private struct State: Sendable {
        /// Where the server listens; nil until it does.
        var port: UInt16?
        /// Clients of whom a whole request has arrived since the last look.
        var arrived: Set<Socket.Address> = []
        /// How much each client had sent when its last request arrived.
        var before: [Socket.Address: UInt64] = [:]
        var isOver = false
    }

    private let state = Mutex(State())
    /// The most bytes that a request may have, its body included.
    private let limit: UInt64
    private static let interval = 0.1
    /// Files with higher numbers are not looked at; systems usually allow no more.
    private static let highestFile: Int32 = 1024

    init(limit: Int) {
        self.limit = UInt64(limit)
    }

    /// Looks after the connections of this listening socket.
    func watch(listening socket: Socket) {
        guard let address = try? socket.sockname() else { return }
        state.withLock { $0.port = address.port }
    }

    func requestArrived(from client: Socket.Address) {
        state.withLock { _ = $0.arrived.insert(client) }
    }

    /// Looks at all connections again and again until `stop`.
    func start() {
        Thread.detachNewThread { [self] in
            while !state.withLock(\.isOver) {
                Thread.sleep(forTimeInterval: Self.interval)
                look()
            }
        }
    }

    func stop() {
        state.withLock { $0.isOver = true }
    }

    private func look() {
        guard let port = state.withLock(\.port) else { return }
        var open: [Socket.Address: Socket] = [:]
        for number in 3..<Self.highestFile {
            let socket = Socket(file: Socket.FileDescriptor(rawValue: number))
            if let client = try? socket.remotePeer(), (try? socket.sockname())?.port == port { open[client] = socket }
        }
        for (client, socket) in open {
            guard let received = Self.received(by: socket) else { continue }
            let isFlood = state.withLock { state in
                if state.arrived.remove(client) != nil { state.before[client] = received }
                return received > state.before[client, default: 0] + limit
            }
            if isFlood { socket.hangUp() }
        }
        state.withLock { state in
            state.before = state.before.filter { open[$0.key] != nil }
            state.arrived.formIntersection(open.keys)
        }
    }

    /// How many bytes a connection has received in all; nil where the system does not say.
    private static func received(by socket: Socket) -> UInt64? {
        #if canImport(Glibc)
            // `tcpi_bytes_received` of Linux's `struct tcp_info`, which the C library's declaration ends before.
            let place = 128
            var info = [UInt8](repeating: 0, count: 256)
            var size = socklen_t(info.count)
            guard getsockopt(socket.file.rawValue, Int32(IPPROTO_TCP), TCP_INFO, &info, &size) == 0, Int(size) >= place + 8 else {
                return nil
            }
            return info.withUnsafeBytes { $0.loadUnaligned(fromByteOffset: place, as: UInt64.self) }
        #else
            return nil
        #endif
    }
}

extension Socket {
    /// Ends the connection; whoever reads from it sees its end.
    func hangUp() {
        shutdown(file.rawValue, Int32(SHUT_RDWR))
        // What was sent already is not for FlyingFox to read either: a line without end costs it quadratic time.
        while let part = try? read(atMost: 65_536), !part.isEmpty {}
    }
}

extension Socket.Address {
    fileprivate var port: UInt16? {
        switch self {
        case .ip4(_, port: let port), .ip6(_, port: let port): port
        case .unix: nil
        }
    }
}
