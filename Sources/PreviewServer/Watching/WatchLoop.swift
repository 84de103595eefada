#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The work of the watching thread: waits, gathers what belongs together, delivers it.
struct WatchLoop: Sendable {
    /// Where changes come from.
    enum Source: Sendable {
        #if canImport(Glibc)
            case inotify(InotifySource)
        #endif
        case polling(PollingSource)

        init(_ scope: WatchScope, _ method: FileWatcher.Method) {
            #if canImport(Glibc)
                if method == .automatic, let source = try? InotifySource(scope) {
                    self = .inotify(source)
                    return
                }
            #endif
            self = .polling(PollingSource(scope))
        }
    }

    /// Editors write one file in several steps: a burst ends when nothing has happened for this long.
    private static let quiet: Duration = .milliseconds(30)
    /// The same where all that changed are files that are there and closed, which is how most saves end.
    private static let quietAfterSave: Duration = .milliseconds(4)
    /// A burst that does not end, such as a long copy, is delivered in parts.
    private static let longestBurst: Duration = .milliseconds(500)

    let scope: WatchScope
    var source: Source
    /// Hangs up when the loop is to end.
    let stop: Int32
    let deliver: @Sendable (Set<String>) -> Void

    /// Blocks its thread until it is to end.
    consuming func run() {
        var burst: (changes: Set<String>, start: ContinuousClock.Instant)?
        while wait(burst.map { Self.pause(after: $0.changes) } ?? source.interval) {
            let found = takeChanges()
            let now = ContinuousClock.now
            if !found.isEmpty {
                burst = (found.union(burst?.changes ?? []), burst?.start ?? now)
            }
            if let ended = burst, found.isEmpty || now - ended.start >= Self.longestBurst {
                deliver(ended.changes)
                burst = nil
            }
        }
        source.close()
        close(stop)
    }

    private static func pause(after changes: Set<String>) -> Duration {
        let areFiles = changes.count < 8 && changes.allSatisfy { FileStamp(path: $0)?.isFolder == false }
        return areFiles ? quietAfterSave : quiet
    }

    /// Waits for news, or for the time to look for it; false when the loop is to end.
    private func wait(_ limit: Duration?) -> Bool {
        var descriptors = [
            pollfd(fd: stop, events: Int16(POLLIN), revents: 0),
            pollfd(fd: source.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        let milliseconds = limit.map { Int32($0 / .milliseconds(1)) } ?? -1
        _ = poll(&descriptors, 2, milliseconds)
        return descriptors[0].revents == 0
    }

    private mutating func takeChanges() -> Set<String> {
        switch source {
        #if canImport(Glibc)
            case .inotify(var inotify):
                do throws(InotifySource.Unavailable) {
                    let changes = try inotify.takeChanges()
                    source = .inotify(inotify)
                    return changes
                } catch {
                    source.close()
                    source = .polling(PollingSource(scope))
                    return scope.roots
                }
        #endif
        case .polling(var polling):
            let changes = polling.takeChanges()
            source = .polling(polling)
            return changes
        }
    }
}

extension WatchLoop.Source {
    /// How long to wait before looking; nil where the descriptor tells.
    fileprivate var interval: Duration? {
        switch self {
        #if canImport(Glibc)
            case .inotify: nil
        #endif
        case .polling: PollingSource.interval
        }
    }

    /// What becomes readable when there is news; negative where nothing does.
    fileprivate var descriptor: Int32 {
        switch self {
        #if canImport(Glibc)
            case .inotify(let source): source.descriptor
        #endif
        case .polling: -1
        }
    }

    fileprivate func close() {
        #if canImport(Glibc)
            if case .inotify(let source) = self { _ = Glibc.close(source.descriptor) }
        #endif
    }
}
