package import Diagnostics
import FlyingSocks

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where the server listens: an IP address and a port.
package struct PreviewAddress: Hashable, Sendable {
    /// An address in numbers, such as `127.0.0.1` or `::1`.
    package let host: String
    package let port: UInt16

    /// Reads `localhost` or an address in numbers; other names are refused, since their address may change while the server runs.
    package init(host name: String, port: UInt16) throws(Diagnostic) {
        let bare = name.hasPrefix("[") && name.hasSuffix("]") ? String(name.dropFirst().dropLast()) : name
        host = bare.lowercased() == "localhost" ? "127.0.0.1" : bare
        self.port = port
        guard (try? Self.socketAddress(host, port)) != nil else {
            throw Diagnostic(
                "unknown-host", .error, "`\(name)` is not an address that the preview can listen at", at: nil,
                fix: Fix("use `127.0.0.1` for this computer only, or `0.0.0.0` for the whole network"))
        }
    }

    private init(checked host: String, port: UInt16) {
        self.host = host
        self.port = port
    }

    /// What to open in a browser on this computer.
    package var url: String {
        let shown =
            switch host {
            case "0.0.0.0": "127.0.0.1"
            case "::": "[::1]"
            default: bracketedHost
            }
        return "http://\(shown):\(port)/"
    }

    /// Where a page is shown beside its sheets of paper; `path` is below the root, such as `exercises/cat-camel/`, and percent-encoded.
    package func workbenchURL(page path: String) -> String {
        "\(url.dropLast())\(OwnPath.workbench)?page=/\(path)"
    }

    var bracketedHost: String {
        host.contains(":") ? "[\(host)]" : host
    }

    /// Whether only this computer can reach the server.
    package var isLoopback: Bool {
        host == "::1" || (host.hasPrefix("127.") && !host.contains(":"))
    }

    func with(port: UInt16) -> PreviewAddress {
        PreviewAddress(checked: host, port: port)
    }

    func socketAddress() throws -> any SocketAddress {
        try Self.socketAddress(host, port)
    }

    /// This address if a server could listen here now, port 0 replaced by the one that the system chooses; nil where the port is taken.
    ///
    /// Throws what is wrong with the address itself, whatever the port.
    func free() throws(Diagnostic) -> PreviewAddress? {
        do {
            let address = try socketAddress()
            let socket = try Socket(domain: Int32(address.family))
            defer { try? socket.close() }
            try socket.setValue(true, for: .localAddressReuse)
            try socket.bind(to: address)
            switch try socket.sockname() {
            case .ip4(_, port: let actual), .ip6(_, port: let actual): return with(port: actual)
            case .unix: return self
            }
        } catch SocketError.failed(_, let code, _) where code == EADDRINUSE {
            return nil
        } catch {
            throw diagnostic(for: error)
        }
    }

    /// Why nothing can listen here, in words.
    func diagnostic(for error: any Error) -> Diagnostic {
        guard case SocketError.failed(_, let code, let reason) = error else {
            return Diagnostic("no-preview", .error, "the preview cannot listen at \(bracketedHost):\(port): \(error)", at: nil)
        }
        switch code {
        case EADDRINUSE:
            return Diagnostic("port-in-use", .error, "port \(port) is already in use", at: nil)
        case EACCES:
            return Diagnostic(
                "port-not-allowed", .error, "port \(port) is reserved for administrators", at: nil, fix: Fix("use a port from 1024 up"))
        case EADDRNOTAVAIL:
            return Diagnostic(
                "unknown-host", .error, "`\(host)` is not an address of this computer", at: nil,
                fix: Fix("use `127.0.0.1` for this computer only, or `0.0.0.0` for the whole network"))
        default:
            return Diagnostic("no-preview", .error, "the preview cannot listen at \(bracketedHost):\(port): \(reason)", at: nil)
        }
    }

    private static func socketAddress(_ host: String, _ port: UInt16) throws -> any SocketAddress {
        if host.contains(":") { return try sockaddr_in6.inet6(ip6: host, port: port) }
        return try sockaddr_in.inet(ip4: host, port: port)
    }
}
