import Diagnostics
import Foundation
import Synchronization

/// What browsers need to know: the version of the site, whether it is broken, and the news as it comes.
final class LiveReload: Sendable {
    enum Status: Hashable, Sendable {
        /// The first build has not ended.
        case building
        /// Every page is what the sources say.
        case current
        /// The sources have errors, printed as on the terminal; `hasPages` says whether an older, good site is served meanwhile.
        case failed(problems: String, hasPages: Bool)
    }

    private struct State {
        var number = 0
        var status = Status.building
        var nextSubscriber = 0
        var subscribers: [Int: AsyncStream<[UInt8]>.Continuation] = [:]
        var isClosed = false
    }

    /// Tells one run of the server from the next, so that pages of the one before reload.
    private let run = String(UInt64.random(in: 0...UInt64.max), radix: 36)
    private let state = Mutex(State())
    private let subscriberLimit: Int

    init(subscriberLimit: Int = 256) {
        self.subscriberLimit = subscriberLimit
    }

    /// The version that pages are marked with when they are served.
    var version: String {
        state.withLock { version($0) }
    }

    var status: Status {
        state.withLock { $0.status }
    }

    var subscriberCount: Int {
        state.withLock { $0.subscribers.count }
    }

    /// Takes the end of a build and tells every browser what it means.
    func publish(_ outcome: PreviewOutcome) {
        state.withLock { state in
            switch outcome {
            case .failed(let diagnostics):
                let problems = TextPrinter().print(diagnostics)
                let hasPages =
                    switch state.status {
                    case .building: false
                    case .current: true
                    case .failed(_, let hasPages): hasPages
                    }
                state.status = .failed(problems: problems, hasPages: hasPages)
                send(.problems(problems), in: &state)
            case .updated(let paths, let stylesheetsOnly):
                let wasCurrent = state.status == .current
                if wasCurrent, paths?.isEmpty == true { return }
                state.status = .current
                state.number += 1
                let version = version(state)
                if wasCurrent, stylesheetsOnly {
                    send(.stylesheets(version: version), in: &state)
                } else {
                    send(.reload(version: version, paths: wasCurrent ? paths : nil), in: &state)
                }
            }
        }
    }

    /// The news from now on, beginning with how things stand; nil when there are too many subscribers.
    func subscribe() -> AsyncStream<[UInt8]>? {
        // A browser that has fallen so far behind is cut off; when it comes back it is told how things stand.
        let (stream, continuation) = AsyncStream.makeStream(of: [UInt8].self, bufferingPolicy: .bufferingOldest(32))
        let subscriber: Int? = state.withLock { state in
            guard !state.isClosed, state.subscribers.count < subscriberLimit else { return nil }
            state.nextSubscriber += 1
            state.subscribers[state.nextSubscriber] = continuation
            var problems: String?
            if case .failed(let text, _) = state.status { problems = text }
            continuation.yield(ServerSentEvent.state(version: version(state), problems: problems).encoded)
            return state.nextSubscriber
        }
        guard let subscriber else { return nil }
        continuation.onTermination = { [weak self] _ in
            self?.unsubscribe(subscriber)
        }
        return stream
    }

    /// Keeps connections open through anything that closes silent ones, and finds out who has left.
    func sendHeartbeats(every interval: Duration) async {
        while (try? await Task.sleep(for: interval)) != nil {
            state.withLock { send(.heartbeat, in: &$0) }
        }
    }

    /// Ends every stream; browsers then ask again until the next server answers.
    func close() {
        let subscribers = state.withLock { state in
            state.isClosed = true
            defer { state.subscribers = [:] }
            return state.subscribers
        }
        for continuation in subscribers.values { continuation.finish() }
    }

    private func unsubscribe(_ subscriber: Int) {
        state.withLock { _ = $0.subscribers.removeValue(forKey: subscriber) }
    }

    private func version(_ state: borrowing State) -> String {
        "\(run)-\(state.number)"
    }

    /// A stream that is finished runs its termination handler at once, which takes the lock: so those are finished outside of it.
    private func send(_ event: ServerSentEvent, in state: inout State) {
        let bytes = event.encoded
        for (subscriber, continuation) in state.subscribers {
            if case .dropped = continuation.yield(bytes) {
                state.subscribers[subscriber] = nil
                Task { continuation.finish() }
            }
        }
    }
}
