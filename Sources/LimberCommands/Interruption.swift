import Dispatch
import Foundation

/// Ctrl-C and a polite request to end, during work that has something to tidy away.
enum Interruption {
    /// Runs `work` in a task that is cancelled by SIGINT, SIGTERM and SIGHUP.
    static func cancelling<Value: Sendable, Failure: Error>(
        _ work: @escaping @Sendable () async throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        let task = Task { () async -> Result<Value, Failure> in
            do throws(Failure) {
                return .success(try await work())
            } catch {
                return .failure(error)
            }
        }
        let queue = DispatchQueue(label: "limber.interruption")
        let sources = [SIGINT, SIGTERM, SIGHUP].map { number in
            #if !canImport(Glibc)
                // Dispatch on Linux installs a handler of its own; ignoring the signal would be inherited by the engine's workers.
                signal(number, SIG_IGN)
            #endif
            let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
            source.setEventHandler { task.cancel() }
            source.resume()
            return (number, source)
        }
        defer {
            for (number, source) in sources {
                source.cancel()
                signal(number, SIG_DFL)
            }
        }
        return try await task.value.get()
    }
}
