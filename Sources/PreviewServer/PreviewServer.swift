package import Diagnostics
import FlyingFox
import FlyingSocks

/// Serves a site that is being worked on: rebuilds when its files change and refreshes the browsers that look at it.
package struct PreviewServer: Sendable {
    private let content: PreviewContent
    private let scope: WatchScope
    private let ports: PortChoice
    private let limits: Limits

    /// How long a client may take; tests shorten it.
    struct Limits: Hashable, Sendable {
        var client: Duration = .seconds(20)
        /// For one answer of the owner, such as a handout that is made when it is asked for.
        var answer: Duration = .seconds(120)
        var heartbeat: Duration = .seconds(15)
        /// Long enough that who saves again at once is served before the last save is checked.
        var pauseBeforeCheck: Duration = .seconds(1)
        var request = RequestHandler.Limits()
    }

    /// A server for this computer only, unless `host` says otherwise; without a port it takes 8080 or the next free one.
    package init(content: PreviewContent, watching scope: WatchScope, host: String = "127.0.0.1", port: UInt16? = nil) {
        self.init(content: content, watching: scope, host: host, port: port, limits: Limits())
    }

    init(content: PreviewContent, watching scope: WatchScope, host: String, port: UInt16?, limits: Limits) {
        self.content = content
        self.scope = scope
        self.ports = PortChoice(host: host, asked: port)
        self.limits = limits
    }

    /// Serves until Ctrl-C, SIGTERM or the cancellation of the task, and then returns.
    ///
    /// `onReady` is called when the server answers and the first build has ended, well or not. Throws only what keeps it from listening.
    package func run(onReady: @escaping @Sendable (PreviewAddress) async -> Void) async throws(Diagnostic) {
        let live = LiveReload()
        let changes = FileWatcher(scope)
        let (listening, started) = AsyncStream.makeStream(of: PreviewAddress.self, bufferingPolicy: .bufferingOldest(1))
        let failure: Diagnostic? = await withTaskGroup(of: Diagnostic?.self) { group in
            group.addTask {
                do throws(Diagnostic) {
                    try await listen(live) { started.yield($0) }
                    return nil
                } catch {
                    return error
                }
            }
            group.addTask {
                if let address = await listening.first(where: { _ in true }) {
                    await rebuild(live, changes) { await onReady(address) }
                }
                return nil
            }
            group.addTask {
                await live.sendHeartbeats(every: limits.heartbeat)
                return nil
            }
            group.addTask {
                await TerminationSignals.wait()
                return nil
            }
            // Each of these runs until the server is to stop, so the first to end stops the others.
            let failure = await group.next() ?? nil
            live.close()
            group.cancelAll()
            return failure
        }
        if let failure { throw failure }
    }

    /// Builds once, then again for whatever changed meanwhile; one build at a time.
    private func rebuild(_ live: LiveReload, _ changes: FileWatcher, onReady: () async -> Void) async {
        var checking = await build([], live)
        await onReady()
        for await changed in changes where !Task.isCancelled {
            checking?.cancel()
            checking = await build(changed, live)
        }
        checking?.cancel()
    }

    /// Builds and tells browsers; then checks, which the next build does not wait for.
    private func build(_ changed: Set<String>, _ live: LiveReload) async -> Task<Void, Never>? {
        let outcome = await content.rebuild(changed)
        live.publish(outcome)
        guard case .updated = outcome else { return nil }
        return Task { [content, limits] in
            // Browsers first: they ask for the page at once.
            guard (try? await Task.sleep(for: limits.pauseBeforeCheck)) != nil else { return }
            let found = await content.check()
            if !Task.isCancelled, found.hasErrors { live.publish(.failed(found)) }
        }
    }

    /// Listens at the first address that can be had.
    private func listen(_ live: LiveReload, onListening: @escaping @Sendable (PreviewAddress) -> Void) async throws(Diagnostic) {
        var failure = ports.noneFree
        let workbench = content.print.map { WorkbenchRoutes(print: $0, findings: content.findings, live: live, pictures: SheetPictures()) }
        for address in try ports.candidates() {
            let listener = HTTPListener(address: address, limits: limits) { requestArrived in
                RequestHandler(
                    content: content, live: live, workbench: workbench, hosts: HostPolicy(address), limits: limits.request,
                    requestArrived: requestArrived)
            }
            do throws(HTTPListener.Failure) {
                return try await listener.run { onListening(address) }
            } catch {
                guard error.isPortInUse else { throw error.diagnostic }
                failure = ports.asked == nil ? ports.noneFree : ports.inUse(address.port)
            }
        }
        throw failure
    }
}
