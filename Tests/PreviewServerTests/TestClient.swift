import FlyingSocks
import Foundation
import Testing

@testable import PreviewServer

/// A connection that sends exactly the bytes it is told to.
struct TestClient: Sendable {
    struct Response: Sendable {
        let status: Int
        /// By name in lower case.
        let headers: [String: String]
        let body: String
    }

    struct Event: Hashable, Sendable {
        let name: String
        let data: String
    }

    let socket: AsyncSocket
    let address: PreviewAddress

    init(_ address: PreviewAddress) async throws {
        self.address = address
        socket = try await AsyncSocket.connected(to: try .inet(ip4: address.host, port: address.port), timeout: 20)
    }

    func close() {
        try? socket.close()
    }

    func send(_ text: String) async throws {
        try await socket.write(Data(text.utf8))
    }

    /// Everything until the server closes the connection.
    func readToEnd() async throws -> String {
        var bytes: [UInt8] = []
        do {
            while true { bytes += try await socket.read(atMost: 4096) }
        } catch SocketError.disconnected {
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    private func readLine() async throws -> String {
        var bytes: [UInt8] = []
        while true {
            let byte = try await socket.read()
            if byte == UInt8(ascii: "\n") { break }
            bytes.append(byte)
        }
        if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }

    func readHead() async throws -> Response {
        let status = try await readLine().split(separator: " ")
        var headers: [String: String] = [:]
        while case let line = try await readLine(), !line.isEmpty {
            let parts = line.split(separator: ":", maxSplits: 1)
            headers[parts[0].lowercased()] = parts[1].trimmingPrefix(" ").description
        }
        return Response(status: try #require(Int(status[1])), headers: headers, body: "")
    }

    /// One request and its answer; the connection may be used again.
    func request(
        _ path: String, method: String = "GET", host: String? = nil, headers: [String] = [], body: String = ""
    ) async throws -> Response {
        let lines = ["\(method) \(path) HTTP/1.1", "Host: \(host ?? "\(address.host):\(address.port)")"] + headers
        try await send(lines.joined(separator: "\r\n") + "\r\n\r\n" + body)
        let head = try await readHead()
        let length = method == "HEAD" ? 0 : try #require(Int(head.headers["content-length"] ?? "0"))
        let bytes = try await socket.read(bytes: length)
        return Response(status: head.status, headers: head.headers, body: String(decoding: bytes, as: UTF8.self))
    }

    /// Opens the event stream; `nextEvent` then reads from it.
    func openEvents() async throws {
        try await send("GET \(OwnPath.events) HTTP/1.1\r\nHost: \(address.host):\(address.port)\r\n\r\n")
        let head = try await readHead()
        guard head.status == 200, head.headers["content-type"] == "text/event-stream" else { throw SocketError.disconnected }
    }

    /// The next event that is not a heartbeat; nil at the end of the stream.
    func nextEvent() async throws -> Event? {
        while let chunk = try await nextChunk() {
            var fields: [Substring: String] = [:]
            for line in chunk.split(separator: "\n") {
                let parts = line.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
                fields[parts[0]] = parts[1].trimmingPrefix(" ").description
            }
            if let name = fields["event"] { return Event(name: name, data: fields["data"] ?? "") }
        }
        return nil
    }

    func nextChunk() async throws -> String? {
        let size = try #require(Int(try await readLine(), radix: 16))
        let bytes = try await socket.read(bytes: size)
        _ = try await readLine()
        return size == 0 ? nil : String(decoding: bytes, as: UTF8.self)
    }
}
