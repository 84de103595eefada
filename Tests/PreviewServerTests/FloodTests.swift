import FlyingSocks
import Foundation
import Testing

@testable import PreviewServer

/// Clients that send without end, more of them than there are threads.
@Suite(.timeLimit(.minutes(1)))
struct FloodTests {
    @Test(arguments: ["GET /", "GET / HTTP/1.1\r\nX: ", "GET / HTTP/1.1\r\nX: y\r\n"])
    func keepNobodyWaiting(opening: String) async throws {
        try await TestSite().serve { address in
            let rest = Data(String(repeating: opening.hasSuffix("\n") ? "X: y\r\n" : "aaaaaa", count: 20_000).utf8)
            let floods = (0..<6).map { _ in
                Thread {
                    guard let socket = try? Socket(domain: AF_INET),
                        let place = try? sockaddr_in.inet(ip4: "127.0.0.1", port: address.port), (try? socket.connect(to: place)) != nil
                    else { return }
                    _ = try? socket.write(Data(opening.utf8), from: 0)
                    while (try? socket.write(rest, from: 0)) != nil {}
                    try? socket.close()
                }
            }
            for flood in floods { flood.start() }
            // None of them ends by itself: the server hangs up.
            try await eventually { floods.allSatisfy(\.isFinished) }
            let answer = try await TestClient(address).request("/")
            #expect(answer.status == 200)
        }
    }
}
