import Diagnostics
import FlyingSocks
import Foundation
import PreviewServer
import Synchronization

/// Bytes that are sent to a running preview: it goes on answering, asks its owner only for clean paths, and shows pages only to whoever
/// names it by its own name.
struct RequestTarget: FuzzTarget {
    static let name = "requests"
    static let longest = 6_000
    static let dictionary = [
        "GET ", "HEAD ", "POST ", "/", " HTTP/1.1\r\n", "Host: 127.0.0.1:PORT\r\n", "Host: evil.example\r\n", "\r\n", "\r\n\r\n", "..",
        "%2e%2e",
        "%252e", "%00", "%5c", "\\", "?", "#", "//", "http://127.0.0.1:PORT/", "Content-Length: 5\r\n", "Content-Length: -1\r\n",
        "Transfer-Encoding: chunked\r\n", "Connection: close\r\n", "Connection: Upgrade\r\nUpgrade: websocket\r\n", "Range: bytes=0-1\r\n",
        "5\r\nhello\r\n0\r\n\r\n", "/_limber/sheets/", "/_limber/document/", "/_limber/picture/", "/_limber/workbench/?page=", "paper=a4",
        "Service-Worker: script\r\n", "Expect: 100-continue\r\n",
    ]

    let seeds = [
        "GET / HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n", "HEAD /page/ HTTP/1.1\r\nHost: localhost:PORT\r\nAccept: */*\r\n\r\n",
        "GET /page HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\nConnection: keep-alive\r\n\r\nGET /no HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n",
        "GET /_limber/live-reload.js HTTP/1.1\r\nHost: 127.0.0.1:PORT\r\n\r\n",
        "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello",
        "GET /_limber/workbench/?page=/ HTTP/1.1\r\nHost: [::1]:PORT\r\n\r\n",
    ].map { Array($0.utf8) }

    private static let page = "a page of the site"
    private let port: UInt16
    private let asked: PathLog
    private var count = 0

    /// The paths that the server asks its owner for.
    private final class PathLog: Sendable {
        let paths = Mutex<Set<String>>([])
    }

    init() throws {
        let asked = PathLog()
        let content = PreviewContent(
            page: { path in
                asked.paths.withLock { _ = $0.insert(path) }
                return path == "/" || path == "/page/" ? PreviewPage(Self.page) : nil
            },
            rebuild: { _ in .updated(paths: nil, stylesheetsOnly: false) })
        let server = PreviewServer(content: content, watching: WatchScope(folders: []), port: 0)
        let start = Start()
        Task.detached {
            try? await server.run { address in
                start.address.withLock { $0 = address }
                start.ready.signal()
            }
            start.ready.signal()
        }
        start.ready.wait()
        guard let address = start.address.withLock(\.self) else { throw BrokenProperty("the preview does not start") }
        port = address.port
        self.asked = asked
    }

    /// Where the server came to listen.
    private final class Start: Sendable {
        let ready = DispatchSemaphore(value: 0)
        let address = Mutex<PreviewAddress?>(nil)
    }

    mutating func run(_ input: [UInt8]) throws(BrokenProperty) -> Set<String> {
        let request = String(decoding: input, as: UTF8.self).replacing("PORT", with: "\(port)")
        asked.paths.withLock { $0 = [] }
        let answer = try exchange(request)
        for path in asked.paths.withLock(\.self) {
            let isClean = path.hasPrefix("/") && !path.contains("\\") && !path.utf8.contains { $0 < 0x20 || $0 == 0x7F }
            let segments = path.split(separator: "/", omittingEmptySubsequences: false)
            try BrokenProperty.require(isClean && !segments.contains(".."), "the server asks for `\(path)`")
        }
        if answer.contains(Self.page) {
            let names = ["127.0.0.1", "localhost", "[::1]"].map { "\($0):\(port)" }
            let lowered = request.lowercased()
            try BrokenProperty.require(names.contains(where: lowered.contains), "a page is shown to somebody who does not name the server")
        }
        count += 1
        if count.isMultiple(of: 64) {
            let good = try exchange("GET / HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n")
            try BrokenProperty.require(good.contains(Self.page), "the preview no longer answers: \(good)")
        }
        let lines = answer.split(separator: "\r\n").filter { $0.hasPrefix("HTTP/1.1 ") }
        return Set(lines.map { String($0.prefix(12)) } + (answer.isEmpty ? ["no answer"] : []))
    }

    /// Sends everything, says that there is no more, and takes what comes back.
    private func exchange(_ text: String) throws(BrokenProperty) -> String {
        do {
            let socket = try Socket(domain: Int32(sa_family_t(AF_INET)))
            defer { try? socket.close() }
            try socket.connect(to: try sockaddr_in.inet(ip4: "127.0.0.1", port: port))
            var patience = timeval(tv_sec: 0, tv_usec: 200_000)
            for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
                setsockopt(socket.file.rawValue, SOL_SOCKET, option, &patience, socklen_t(MemoryLayout<timeval>.size))
            }
            // The server may hang up before it has everything, which is its right.
            let data = Array(text.utf8)
            var sent = 0
            while sent < data.count {
                let step = data[sent...].withUnsafeBytes {
                    send(socket.file.rawValue, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
                }
                guard step > 0 else { break }
                sent += step
            }
            shutdown(socket.file.rawValue, Int32(SHUT_WR))
            var answer: [UInt8] = []
            while answer.count < 100_000, let part = try? socket.read(atMost: 4096) { answer += part }
            return String(decoding: answer, as: UTF8.self)
        } catch {
            throw BrokenProperty("the preview cannot be reached: \(error)")
        }
    }
}
