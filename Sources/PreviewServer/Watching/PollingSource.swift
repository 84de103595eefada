/// Finds changes by comparing the state of every file with the last time.
struct PollingSource: Sendable {
    /// How often to look.
    static let interval: Duration = .milliseconds(400)

    private let scope: WatchScope
    private var stamps: [String: FileStamp] = [:]

    init(_ scope: WatchScope) {
        self.scope = scope
        stamps = snapshot()
    }

    /// What changed since the last call.
    mutating func takeChanges() -> Set<String> {
        let (before, now) = (stamps, snapshot())
        var changes = Set(now.filter { before[$0.key] != $0.value }.keys)
        changes.formUnion(before.keys.filter { now[$0] == nil })
        stamps = now
        return changes
    }

    private func snapshot() -> [String: FileStamp] {
        var found: [String: FileStamp] = [:]
        found.reserveCapacity(stamps.count)
        scope.walk(entering: { _ in }, visiting: { file, _, stamp in found[file] = stamp })
        return found
    }
}
