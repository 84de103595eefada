/// Which `Host` fields are answered.
///
/// A page on the internet can give its own name the address 127.0.0.1 (DNS rebinding) and would then read the preview as its own origin.
/// A server bound to loopback is known by few names, so every other name is refused.
struct HostPolicy: Hashable, Sendable {
    /// Nil where any name may be right, because other computers may reach the server.
    private let allowed: Set<String>?

    init(_ address: PreviewAddress) {
        guard address.isLoopback else {
            allowed = nil
            return
        }
        let names = ["localhost", "127.0.0.1", "[::1]", address.bracketedHost]
        allowed = Set(names.map { "\($0):\(address.port)" } + (address.port == 80 ? names : []))
    }

    func allows(_ host: String?) -> Bool {
        guard let host else { return false }
        return allowed?.contains(host.lowercased()) ?? true
    }
}
