import Diagnostics
import FlyingSocks
import Testing

@testable import PreviewServer

/// One after the other, because these share the usual ports; every other test lets the system choose.
@Suite(.serialized, .timeLimit(.minutes(1)))
struct PortTests {
    @Test func answersWhileTheFirstBuildRuns() async throws {
        let gate = Gate(isOpen: false)
        let port = try #require(try PortChoice(host: "127.0.0.1", asked: nil).candidates().last).port
        async let served: Void = TestSite(gate: gate).serve(port: port) { _ in }
        let address = try PreviewAddress(host: "127.0.0.1", port: port)
        try await within {
            while true {
                guard let client = try? await TestClient(address) else { continue }
                let response = try await client.request("/")
                #expect(response.status == 503)
                #expect(response.body.contains(OwnPath.script))
                break
            }
        }
        gate.open()
        try await served
    }

    @Test func saysWhichPortIsTakenAndNamesAnother() async throws {
        try await TestSite().serve { address in
            let error = await #expect(throws: Diagnostic.self) {
                try await TestSite().serve(port: address.port) { _ in }
            }
            #expect(error?.message == "port \(address.port) is already in use")
            #expect(error?.fix?.message.contains(#/use `--port 8\d+`/#) == true)
        }
    }

    @Test func takesTheNextFreePortWhenNoneIsAskedFor() async throws {
        try await TestSite().serve(port: nil) { first in
            try await TestSite().serve(port: nil) { second in
                #expect(first.port >= 8080)
                #expect(second.port > first.port)
                let answer23 = try await TestClient(second).request("/")
                #expect(answer23.status == 200)
            }
        }
    }

    @Test func canBeStartedAgainAtOnceAtTheSamePort() async throws {
        let used = LastPort()
        try await TestSite().serve(port: nil) { address in
            await used.set(address.port)
            // A connection that the server closes is what keeps a port busy.
            let client = try await TestClient(address)
            try await client.openEvents()
            _ = try await client.nextEvent()
        }
        let port = await used.port
        try await TestSite().serve(port: port) { address in
            #expect(address.port == port)
            let answer24 = try await TestClient(address).request("/")
            #expect(answer24.status == 200)
        }
    }

    @Test(arguments: ["nowhere.example", "300.1.1.1", "", "[::1", "203.0.113.7"])
    func refusesHostsThatItCannotListenAt(_ host: String) async throws {
        let error = await #expect(throws: Diagnostic.self) {
            try await TestSite().serve(host: host) { _ in }
        }
        #expect(error?.id == "unknown-host")
    }

    @Test(
        arguments: [
            ("localhost", "http://127.0.0.1:8080/", true), ("127.0.0.1", "http://127.0.0.1:8080/", true),
            ("[::1]", "http://[::1]:8080/", true),
            ("0.0.0.0", "http://127.0.0.1:8080/", false), ("::", "http://[::1]:8080/", false),
            ("192.168.1.5", "http://192.168.1.5:8080/", false),
        ])
    func knowsItsAddress(_ host: String, _ url: String, _ isLoopback: Bool) throws {
        let address = try PreviewAddress(host: host, port: 8080)
        #expect(address.url == url)
        #expect(address.isLoopback == isLoopback)
    }
}

private actor LastPort {
    private(set) var port: UInt16 = 0

    func set(_ port: UInt16) {
        self.port = port
    }
}
