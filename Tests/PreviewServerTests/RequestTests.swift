import Diagnostics
import Foundation
import Testing

@testable import PreviewServer

@Suite(.timeLimit(.minutes(1)))
struct RequestTests {
    @Test func servesAPageWithTheScriptBeforeTheEndOfItsBody() async throws {
        try await TestSite().serve { address in
            let response = try await TestClient(address).request("/")
            #expect(response.status == 200)
            #expect(response.headers["content-type"] == "text/html; charset=utf-8")
            #expect(response.headers["cache-control"] == "no-store")
            #expect(response.headers["x-content-type-options"] == "nosniff")
            let script = #/<p>Home</p><script src="/_limber/live-reload.js" data-version="[a-z0-9]+-1" defer></script></BODY></html>/#
            #expect(response.body.contains(script))
        }
    }

    @Test func leavesWhatIsNotHTMLAlone() async throws {
        let site = TestSite(pages: ["/a.svg": PreviewPage("<svg></body></svg>", mediaType: "image/svg+xml")])
        try await site.serve { address in
            let response = try await TestClient(address).request("/a.svg?query=1")
            #expect(response.body == "<svg></body></svg>")
            #expect(response.headers["content-type"] == "image/svg+xml")
        }
    }

    @Test func servesBodiesLargerThanASocketBuffer() async throws {
        let large = String(repeating: "0123456789", count: 1_000_000)
        try await TestSite(pages: ["/a.pdf": PreviewPage(large, mediaType: "application/pdf")]).serve { address in
            let answer16 = try await TestClient(address).request("/a.pdf")
            #expect(answer16.body == large)
        }
    }

    @Test func answersAnUnknownPathWithTheSitesOwnPage() async throws {
        let site = TestSite(pages: ["/404.html": PreviewPage("<p>Lost</p></body>")])
        try await site.serve { address in
            let response = try await TestClient(address).request("/nowhere/")
            #expect(response.status == 404)
            #expect(response.body.hasPrefix("<p>Lost</p><script src="))
        }
    }

    @Test func answersAnUnknownPathWithAPlainPageWhereTheSiteHasNone() async throws {
        try await TestSite().serve { address in
            let response = try await TestClient(address).request("/nowhere/")
            #expect(response.status == 404)
            #expect(response.body.contains("<h1>Page not found</h1>"))
            #expect(response.body.contains(OwnPath.script))
        }
    }

    @Test func redirectsToTheFolder() async throws {
        let site = TestSite(pages: ["/cat-camel/": PreviewPage("x"), "/größe & mehr/": PreviewPage("x")])
        try await site.serve { address in
            let client = try await TestClient(address)
            let plain = try await client.request("/cat-camel?large=1")
            #expect(plain.status == 307)
            #expect(plain.headers["location"] == "/cat-camel/?large=1")
            let encoded = try await client.request("/gr%C3%B6%C3%9Fe%20&%20mehr")
            #expect(encoded.headers["location"] == "/gr%C3%B6%C3%9Fe%20%26%20mehr/")
        }
    }

    @Test func answersHEADWithTheHeaderAlone() async throws {
        try await TestSite().serve { address in
            let client = try await TestClient(address)
            let full = try await client.request("/")
            let head = try await client.request("/", method: "HEAD")
            #expect(head.status == 200)
            #expect(head.headers == full.headers)
            // Nothing of a body is left in the way of the next answer.
            let answer17 = try await client.request("/cat-camel/")
            #expect(answer17.status == 200)
            let answer18 = try await client.request(OwnPath.events, method: "HEAD")
            #expect(answer18.headers["content-type"] == "text/event-stream")
        }
    }

    @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT"])
    func refusesOtherMethods(_ method: String) async throws {
        try await TestSite().serve { address in
            let response = try await TestClient(address).request("/", method: method, headers: ["Content-Length: 3"], body: "a=b")
            #expect(response.status == 405)
            #expect(response.headers["allow"] == "GET, HEAD")
        }
    }

    @Test(arguments: ["localhost:PORT", "LOCALHOST:PORT", "127.0.0.1:PORT", "[::1]:PORT"])
    func answersToTheNamesOfThisComputer(_ host: String) async throws {
        try await TestSite().serve { address in
            let host = host.replacing("PORT", with: String(address.port))
            let answer19 = try await TestClient(address).request("/", host: host)
            #expect(answer19.status == 200)
        }
    }

    @Test(arguments: ["evil.example", "evil.example:PORT", "localhost", "localhost:1", "localhost.evil.example:PORT", "", "127.0.0.1"])
    func refusesOtherHostNames(_ host: String) async throws {
        try await TestSite().serve { address in
            let host = host.replacing("PORT", with: String(address.port))
            let response = try await TestClient(address).request("/", host: host)
            #expect(response.status == 421)
            #expect(!response.body.contains("Home"))
        }
    }

    @Test func answersToAnyNameWhereOtherComputersMayCome() throws {
        let policy = HostPolicy(try PreviewAddress(host: "0.0.0.0", port: 8080))
        #expect(policy.allows("clinic.local:8080"))
        #expect(!policy.allows(nil))
    }

    @Test(
        arguments: [
            "/../etc/passwd", "/a/../b", "/%2e%2e/secret", "/a%2f..%2fb", "/..", "/.", "/%00", "/a%0Ab", "/%zz", "/%ff", "//evil.example",
            "/a//b", "/a%5Cb", "*", "http://127.0.0.1/",
        ])
    func refusesPathsThatClimbOrAreMalformed(_ path: String) async throws {
        let asked = TestSite()
        try await asked.serve { address in
            let answer20 = try await TestClient(address).request(path)
            #expect(answer20.status == 400)
        }
    }

    @Test func decodesThePathOnce() async throws {
        try await TestSite(pages: ["/50%25/": PreviewPage("found")]).serve { address in
            let answer21 = try await TestClient(address).request("/50%2525/")
            #expect(answer21.status == 200)
        }
    }

    @Test func servesItsOwnScriptAndStylesheet() async throws {
        try await TestSite().serve { address in
            let client = try await TestClient(address)
            let script = try await client.request(OwnPath.script)
            #expect(script.headers["content-type"] == "text/javascript; charset=utf-8")
            #expect(script.body.contains("EventSource"))
            let stylesheet = try await client.request(OwnPath.stylesheet)
            #expect(stylesheet.headers["content-type"] == "text/css; charset=utf-8")
            let answer22 = try await client.request("/_limber/other")
            #expect(answer22.status == 404)
        }
    }

    @Test func replacesTheSitesServiceWorker() async throws {
        let site = TestSite(pages: ["/service-worker.js": PreviewPage("cache everything", mediaType: "text/javascript")])
        try await site.serve { address in
            let response = try await TestClient(address).request("/service-worker.js", headers: ["Service-Worker: script"])
            #expect(response.body.contains("unregister"))
        }
    }
}
