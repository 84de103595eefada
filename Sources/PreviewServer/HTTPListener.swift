import Diagnostics
import FlyingFox
import FlyingSocks
import Foundation

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// FlyingFox at one address, kept up until the task is cancelled.
struct HTTPListener: Sendable {
    let address: PreviewAddress
    let limits: PreviewServer.Limits
    /// Makes what answers requests; it says of each request from whom it has arrived.
    let handler: @Sendable (_ requestArrived: @escaping @Sendable (Socket.Address) -> Void) -> RequestHandler

    /// Why listening did not begin.
    struct Failure: Error {
        let isPortInUse: Bool
        let diagnostic: Diagnostic
    }

    /// Returns when the task is cancelled; throws only when it cannot listen at all.
    func run(onListening: @escaping @Sendable () -> Void) async throws(Failure) {
        var hasListened = false
        while !Task.isCancelled {
            do {
                try await serve { onListening() }
            } catch let error as EndOfListening {
                hasListened = hasListened || error.hasListened
                if !hasListened, !Task.isCancelled { throw failure(error.reason) }
            } catch {
                throw failure(error)
            }
            // FlyingFox ends when a connection cannot be accepted, as when too many files are open. All connections are closed then, so
            // it may begin again.
            try? await Task.sleep(for: .milliseconds(200))
        }
    }

    private struct EndOfListening: Error {
        let hasListened: Bool
        let reason: any Error
    }

    private func failure(_ error: any Error) -> Failure {
        var isPortInUse = false
        if case SocketError.failed(_, EADDRINUSE, _) = error { isPortInUse = true }
        return Failure(isPortInUse: isPortInUse, diagnostic: address.diagnostic(for: error))
    }

    /// Serves until FlyingFox ends, which it only does by an error.
    private func serve(onListening: @escaping @Sendable () -> Void) async throws {
        let pool = DeadlinePool(HTTPServer.defaultPool(), limit: limits.client, largest: limits.request.whole)
        // Bodies are never needed: what exceeds the first buffer is refused, so nothing is kept for a second reading.
        let configuration = HTTPServer.Configuration(
            address: try address.socketAddress(), timeout: Double(limits.answer.components.seconds),
            sharedRequestBufferSize: limits.request.body, sharedRequestReplaySize: limits.request.body, pool: pool, logger: .disabled)
        let server = HTTPServer(config: configuration, handler: handler { pool.requestArrived(from: $0) })
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                try await server.run()
                return false
            }
            group.addTask {
                // Its failure says nothing that the server's own does not.
                guard (try? await server.waitUntilListening(timeout: 60)) != nil else { return false }
                onListening()
                return true
            }
            var hasListened = false
            do {
                while let isListening = try await group.next() { hasListened = hasListened || isListening }
            } catch {
                group.cancelAll()
                throw EndOfListening(hasListened: hasListened, reason: error)
            }
        }
    }
}
