import FlyingSocks
import Foundation
import Testing

@testable import PreviewServer

@Suite(.timeLimit(.minutes(1)))
struct RobustnessTests {
    @Test(
        arguments: [
            "\r\n\r\n", "GET\r\n\r\n", "\u{16}\u{3}\u{1}\u{2}\r\n\r\n", "GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n",
            "GET / HTTP/1.1\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        ])
    func survivesMalformedRequests(_ request: String) async throws {
        try await TestSite().serve { address in
            let client = try await TestClient(address)
            try await client.send(request)
            _ = try? await client.readToEnd()
            let answer1 = try await TestClient(address).request("/")
            #expect(answer1.status == 200)
        }
    }

    @Test func refusesLongAddressesAndHeaders() async throws {
        try await TestSite().serve { address in
            let path = "/" + String(repeating: "a", count: 5000)
            let long = try await TestClient(address).request(path)
            #expect(long.status == 414)
            let fields = (0..<20).map { "X-Field-\($0): " + String(repeating: "a", count: 2000) }
            let large = try await TestClient(address).request("/", headers: fields)
            #expect(large.status == 431)
        }
    }

    @Test func hangsUpOnClientsThatDoNotTakeTheirAnswer() async throws {
        var limits = PreviewServer.Limits()
        limits.client = .milliseconds(300)
        let large = PreviewPage(String(repeating: "0", count: 20_000_000), mediaType: "application/pdf")
        try await TestSite(pages: ["/": large]).serve(limits: limits) { address in
            let client = try await TestClient(address)
            try await client.send("GET / HTTP/1.1\r\nHost: 127.0.0.1:\(address.port)\r\n\r\n")
            try await Task.sleep(for: .seconds(1))
            let taken = (try? await client.readToEnd().utf8.count) ?? 0
            #expect(taken < 20_000_000)
        }
    }

    @Test(arguments: ["Content-Length: 5000000", "Transfer-Encoding: chunked"])
    func takesNothingAfterARefusedBodyForARequest(_ header: String) async throws {
        try await TestSite().serve { address in
            let client = try await TestClient(address)
            let host = "Host: 127.0.0.1:\(address.port)\r\n"
            try await client.send("GET / HTTP/1.1\r\n\(host)\(header)\r\n\r\nGET /cat-camel/ HTTP/1.1\r\n\(host)\r\n")
            let answers = (try? await client.readToEnd()) ?? ""
            #expect(!answers.contains("Cat camel"))
            #expect(answers.isEmpty || answers.hasPrefix("HTTP/1.1 413 "))
        }
    }

    @Test func closesConnectionsThatSayNothing() async throws {
        var limits = PreviewServer.Limits()
        limits.client = .milliseconds(300)
        try await TestSite().serve(limits: limits) { address in
            let client = try await TestClient(address)
            let answer4 = try await client.readToEnd()
            #expect(answer4 == "")
        }
    }

    @Test func closesConnectionsThatSendByteByByte() async throws {
        var limits = PreviewServer.Limits()
        limits.client = .milliseconds(300)
        try await TestSite().serve(limits: limits) { address in
            let client = try await TestClient(address)
            await #expect(throws: SocketError.self) {
                while true {
                    try await client.send("a")
                    try await Task.sleep(for: .milliseconds(20))
                }
            }
            // The next one may need several attempts, since it has as little time.
            try await eventually { (try? await TestClient(address).request("/"))?.status == 200 }
        }
    }

    @Test func keepsConnectionsThatAskAgainInTime() async throws {
        try await TestSite().serve { address in
            let client = try await TestClient(address)
            for _ in 0..<50 {
                let answer6 = try await client.request("/")
                #expect(answer6.status == 200)
            }
        }
    }

    @Test func survivesClientsThatLeaveInTheMiddleOfAnAnswer() async throws {
        let large = PreviewPage(String(repeating: "0", count: 5_000_000), mediaType: "application/pdf")
        try await TestSite(pages: ["/": PreviewPage("x"), "/a.pdf": large]).serve { address in
            for _ in 0..<20 {
                let client = try await TestClient(address)
                try await client.send("GET /a.pdf HTTP/1.1\r\nHost: 127.0.0.1:\(address.port)\r\n\r\n")
                client.close()
            }
            let answer7 = try await TestClient(address).request("/")
            #expect(answer7.status == 200)
        }
    }
}
