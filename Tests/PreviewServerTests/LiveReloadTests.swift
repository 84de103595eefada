import Diagnostics
import Foundation
import Synchronization
import Testing

@testable import PreviewServer

@Suite(.timeLimit(.minutes(1)))
struct LiveReloadTests {
    private let printed = TextPrinter().print([.missingSets])

    private func problems(in event: TestClient.Event?) throws -> String? {
        struct Payload: Decodable { var problems: String? }
        return try JSONDecoder().decode(Payload.self, from: Data(try #require(event).data.utf8)).problems
    }

    @Test func tellsEveryBrowserWhatChanged() async throws {
        let folder = try TemporaryFolder()
        let site = TestSite()
        try await site.serve(watching: WatchScope(folders: [folder.path])) { address in
            let clients = [try await TestClient(address), try await TestClient(address), try await TestClient(address)]
            for client in clients {
                try await client.openEvents()
                let state = try await client.nextEvent()
                #expect(state?.name == "state")
                let none = try problems(in: state)
                #expect(none == nil)
            }
            site.next(.updated(paths: ["/b/", "/a/"], stylesheetsOnly: false))
            try folder.write("x", to: "a.md")
            for client in clients {
                let reload = try await client.nextEvent()
                #expect(reload?.name == "reload")
                #expect(reload?.data.contains(#/{"paths":\["/a/","/b/"\],"version":"[a-z0-9]+-2"}/#) == true)
            }
            site.next(.updated(paths: nil, stylesheetsOnly: true))
            try folder.write("y", to: "a.md")
            for client in clients {
                let answer8 = try await client.nextEvent()
                #expect(answer8?.name == "css")
            }
        }
    }

    @Test func showsTheProblemsAndRecovers() async throws {
        let folder = try TemporaryFolder()
        let site = TestSite()
        try await site.serve(watching: WatchScope(folders: [folder.path])) { address in
            let client = try await TestClient(address)
            try await client.openEvents()
            _ = try await client.nextEvent()
            site.next(.failed([.missingSets]))
            try folder.write("x", to: "a.md")
            let broken = try await client.nextEvent()
            #expect(broken?.name == "problems")
            let told = try problems(in: broken)
            #expect(told == printed)
            // The last good page is still there, and whoever opens it now hears of the problems at once.
            let late = try await TestClient(address)
            let answer9 = try await late.request("/")
            #expect(answer9.status == 200)
            try await late.openEvents()
            let toldLate = try problems(in: try await late.nextEvent())
            #expect(toldLate == printed)
            site.next(.updated(paths: [], stylesheetsOnly: false))
            try folder.write("y", to: "a.md")
            let answer10 = try await client.nextEvent()
            #expect(answer10?.name == "reload")
            let answer11 = try await late.nextEvent()
            #expect(answer11?.name == "reload")
        }
    }

    @Test func answersEveryPathWithTheProblemsWhileThereIsNoPage() async throws {
        let folder = try TemporaryFolder()
        let site = TestSite(outcomes: [.failed([.missingSets])])
        try await site.serve(watching: WatchScope(folders: [folder.path])) { address in
            let client = try await TestClient(address)
            for path in ["/", "/cat-camel/", "/nowhere"] {
                let response = try await client.request(path)
                #expect(response.status == 500)
                #expect(response.body.contains("Content/Exercises/cat-camel.md:1:1: error: the dose has no `sets` &amp; &lt;no&gt; end"))
                #expect(response.body.contains(OwnPath.script))
            }
            let answer12 = try await client.request(OwnPath.script)
            #expect(answer12.status == 200)
            let events = try await TestClient(address)
            try await events.openEvents()
            let told = try problems(in: try await events.nextEvent())
            #expect(told == printed)
            site.next(.updated(paths: nil, stylesheetsOnly: false))
            try folder.write("x", to: "a.md")
            let answer13 = try await events.nextEvent()
            #expect(answer13?.name == "reload")
            let answer14 = try await client.request("/")
            #expect(answer14.status == 200)
        }
    }

    @Test func buildsOnceMoreForEverythingThatChangedDuringABuild() async throws {
        let folder = try TemporaryFolder()
        let site = TestSite()
        try await site.serve(watching: WatchScope(folders: [folder.path])) { _ in
            site.gate.close()
            try folder.write("x", to: "a.md")
            try await eventually { site.rebuilds.withLock { $0.count } == 2 }
            // The second build now waits; a watcher of our own tells when these changes have been seen.
            let watcher = FileWatcher(WatchScope(folders: [folder.path]))
            for name in ["b.md", "c.md", "d.md"] {
                try folder.write("x", to: name)
                _ = await watcher.first { _ in true }
            }
            try await Task.sleep(for: .milliseconds(200))
            site.gate.open()
            try await eventually { site.rebuilds.withLock { $0.count } == 3 }
        }
        #expect(site.rebuilds.withLock { $0 } == [[], [folder.path("a.md")], Set(["b.md", "c.md", "d.md"].map(folder.path))])
        #expect(site.concurrency.withLock { $0.most } == 1)
    }

    @Test func sendsHeartbeats() async throws {
        var limits = PreviewServer.Limits()
        limits.heartbeat = .milliseconds(20)
        try await TestSite().serve(limits: limits) { address in
            let client = try await TestClient(address)
            try await client.openEvents()
            _ = try await client.nextEvent()
            let answer15 = try await client.nextChunk()
            #expect(answer15 == ":\n\n")
        }
    }

    @Test func endsItsStreamsWhenItStops() async throws {
        let held = Held()
        try await TestSite().serve { address in
            let client = try await TestClient(address)
            try await client.openEvents()
            _ = try await client.nextEvent()
            await held.hold(client)
        }
        let client = try #require(await held.client)
        _ = try await within { try? await client.readToEnd() }
    }

    @Test func forgetsBrowsersThatHaveLeft() async throws {
        let live = LiveReload()
        live.publish(.updated(paths: nil, stylesheetsOnly: false))
        var stream = live.subscribe()
        #expect(live.subscriberCount == 1)
        _ = await stream?.first { _ in true }
        stream = nil
        #expect(live.subscriberCount == 0)
    }

    @Test func cutsOffBrowsersThatDoNotListen() async throws {
        let live = LiveReload()
        let stream = try #require(live.subscribe())
        for _ in 0..<40 { live.publish(.updated(paths: nil, stylesheetsOnly: false)) }
        #expect(live.subscriberCount == 0)
        let count = try await within { await stream.reduce(0) { count, _ in count + 1 } }
        #expect(count == 32)
    }

    @Test func refusesMoreBrowsersThanItCanServe() {
        let live = LiveReload(subscriberLimit: 2)
        let streams = [live.subscribe(), live.subscribe(), live.subscribe()]
        #expect(streams.map { $0 != nil } == [true, true, false])
        live.close()
        #expect(live.subscribe() == nil)
    }
}

private actor Held {
    private(set) var client: TestClient?

    func hold(_ client: TestClient) {
        self.client = client
    }
}
