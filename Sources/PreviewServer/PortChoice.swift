import Diagnostics

/// Finds the port to listen at.
struct PortChoice: Hashable, Sendable {
    /// The ports that are tried in turn when nobody asked for one.
    static let usual: ClosedRange<UInt16> = 8080...8179

    let host: String
    /// Nil where any of the usual ports will do; 0 leaves the choice to the system.
    let asked: UInt16?

    /// The addresses to try, each free a moment ago.
    ///
    /// Another program may still be quicker, so the caller goes on to the next when listening fails after all.
    func candidates() throws(Diagnostic) -> [PreviewAddress] {
        if let asked {
            let address = try PreviewAddress(host: host, port: asked)
            let attempts = asked == 0 ? 8 : 1
            var free: [PreviewAddress] = []
            for _ in 0..<attempts {
                if let address = try address.free() { free.append(address) }
            }
            if free.isEmpty { throw inUse(asked) }
            return free
        }
        let first = try PreviewAddress(host: host, port: Self.usual.lowerBound)
        var free: [PreviewAddress] = []
        for port in Self.usual where free.count < 3 {
            if let address = try first.with(port: port).free() { free.append(address) }
        }
        return free
    }

    /// Says which port is taken and, where one is free, which to take instead.
    func inUse(_ port: UInt16) -> Diagnostic {
        let next = (try? PortChoice(host: host, asked: nil).candidates())?.first { $0.port != port }
        return Diagnostic(
            "port-in-use", .error, "port \(port) is already in use", at: nil,
            notes: ["another preview may still be running"],
            fix: next.map { Fix("use `--port \($0.port)`, or leave `--port` out to get a free one") })
    }

    /// Says that every usual port is taken.
    var noneFree: Diagnostic {
        Diagnostic(
            "port-in-use", .error, "ports \(Self.usual.lowerBound) to \(Self.usual.upperBound) are all in use", at: nil,
            fix: Fix("name a free one with `--port`"))
    }
}
