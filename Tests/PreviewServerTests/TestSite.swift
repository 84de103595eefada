import Diagnostics
import Foundation
import Synchronization

@testable import PreviewServer

/// A site in memory, and the server that shows it.
final class TestSite: Sendable {
    let pages: Mutex<[String: PreviewPage]>
    let outcomes: Mutex<[PreviewOutcome]>
    let rebuilds = Mutex<[Set<String>]>([])
    /// How many builds run at the same time, and the most that did.
    let concurrency = Mutex((now: 0, most: 0))
    let gate: Gate
    let print: PrintPreview?

    static let home = "<!DOCTYPE html><html><head><title>Home</title></head><body><p>Home</p></BODY></html>"

    init(
        pages: [String: PreviewPage] = ["/": PreviewPage(TestSite.home), "/cat-camel/": PreviewPage("<p>Cat camel</p>")],
        outcomes: [PreviewOutcome] = [], gate: Gate = Gate(isOpen: true), print: PrintPreview? = nil
    ) {
        self.pages = Mutex(pages)
        self.outcomes = Mutex(outcomes)
        self.gate = gate
        self.print = print
    }

    /// Builds end in this outcome from now on, each outcome once, the last one for ever.
    func next(_ outcomes: PreviewOutcome...) {
        self.outcomes.withLock { $0 = outcomes }
    }

    var content: PreviewContent {
        PreviewContent(
            page: { path in self.pages.withLock { $0[path] } },
            notFoundPage: { self.pages.withLock { $0["/404.html"] } },
            rebuild: { changed in
                self.rebuilds.withLock { $0.append(changed) }
                self.concurrency.withLock {
                    $0.now += 1
                    $0.most = max($0.most, $0.now)
                }
                await self.gate.wait()
                self.concurrency.withLock { $0.now -= 1 }
                return self.outcomes.withLock {
                    if $0.count > 1 { return $0.removeFirst() }
                    return $0.first ?? .updated(paths: nil, stylesheetsOnly: false)
                }
            },
            print: print)
    }

    /// Runs the server for as long as `body` takes; the server must then end by itself.
    func serve(
        watching scope: WatchScope = WatchScope(folders: []), host: String = "127.0.0.1", port: UInt16? = 0,
        limits: PreviewServer.Limits = .init(), _ body: @escaping @Sendable (PreviewAddress) async throws -> Void
    ) async throws {
        let server = PreviewServer(content: content, watching: scope, host: host, port: port, limits: limits)
        let (ready, continuation) = AsyncStream.makeStream(of: PreviewAddress.self)
        let running = Task {
            defer { continuation.finish() }
            try await server.run { continuation.yield($0) }
        }
        do {
            let first = try await within { await ready.first { _ in true } }
            guard let address = first else { return try await running.value }
            try await within { try await body(address) }
            running.cancel()
            try await within { try await running.value }
        } catch {
            running.cancel()
            throw error
        }
    }
}

/// Holds builds back until it is opened.
final class Gate: Sendable {
    private let isOpen: Mutex<Bool>

    init(isOpen: Bool) {
        self.isOpen = Mutex(isOpen)
    }

    func open() {
        isOpen.withLock { $0 = true }
    }

    func close() {
        isOpen.withLock { $0 = false }
    }

    func wait() async {
        while !isOpen.withLock({ $0 }), !Task.isCancelled { try? await Task.sleep(for: .milliseconds(2)) }
    }
}

/// A folder that is removed when the value goes.
final class TemporaryFolder: Sendable {
    let path: String

    init() throws {
        path = NSTemporaryDirectory().trimmingSuffix("/") + "/preview-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func path(_ name: String) -> String {
        "\(path)/\(name)"
    }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
    }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
    }

    func move(_ from: String, to: String) {
        rename(path(from), path(to))
    }

    func remove(_ name: String) throws {
        try FileManager.default.removeItem(atPath: path(name))
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}

extension Diagnostic {
    static let missingSets = Diagnostic(
        "missing-key", .error, "the dose has no `sets` & <no> end",
        in: SourceFile(path: "Content/Exercises/cat-camel.md", text: "dose:\n  hold: 5 s\n"), SourceRange(0, 5))
}
