import Dispatch

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Ctrl-C and the request to end, as something to wait for instead of the end of the process.
enum TerminationSignals {
    /// Returns at the first SIGINT or SIGTERM, or when the task is cancelled. The next one ends the process as usual, should stopping take
    /// too long.
    static func wait() async {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self)
        let sources = [SIGINT, SIGTERM].map { number in
            #if !canImport(Glibc)
                // Dispatch on Linux installs a handler of its own. Ignoring the signal as well would be inherited by every program that the
                // owner starts, which could then not be asked to end.
                signal(number, SIG_IGN)
            #endif
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { continuation.finish() }
            source.setCancelHandler { signal(number, SIG_DFL) }
            source.activate()
            return source
        }
        for await _ in stream {}
        for source in sources { source.cancel() }
    }
}
